package io.millrace.app.flow;

import io.millrace.feed.MarketFeed;
import io.millrace.operators.Dataflow;

/** Trades, as they come. */
final class TradesFlow {
    /** Name in journals and on the command line. */
    static final String NAME = "trades";

    private TradesFlow() {}

    static void define(final Dataflow flow, final MarketFeed feed, final Rows rows) {
        flow.input("trades", feed.trades()).output("output", rows.of(TradeRows::new));
    }
}
