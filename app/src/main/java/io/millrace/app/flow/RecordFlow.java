package io.millrace.app.flow;

import io.millrace.connectors.Discard;
import io.millrace.feed.MarketFeed;
import io.millrace.operators.Dataflow;

/**
 * Takes in all that a venue sends, and makes nothing of it: what counts is the journal, or the raw frames. Books are kept so
 * that they ask for the snapshots that a recording needs.
 */
final class RecordFlow {
    /** Name in journals and on the command line. */
    static final String NAME = "record";

    private RecordFlow() {}

    static void define(final Dataflow flow, final MarketFeed feed, final FlowSettings settings) {
        flow.input("trades", feed.trades()).output("trades-seen", Discard.all());
        flow.input("quotes", feed.quotes()).output("quotes-seen", Discard.all());
        flow.input("funding", feed.funding()).output("funding-seen", Discard.all());
        flow.input("marks", feed.marks()).output("marks-seen", Discard.all());
        flow.input("liquidations", feed.liquidations()).output("liquidations-seen", Discard.all());
        flow.input("status", feed.status()).output("status-seen", Discard.all());
        BookFlow.books(flow, feed, settings).changes().output("output", Discard.all());
    }
}
