package io.millrace.feed.faults;

import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.feed.MarketFeed;
import io.millrace.feed.Venue;
import io.millrace.feed.VenueSubscription;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameGate;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.net.ConnectionPlan;
import io.millrace.feed.simulator.Exchange;
import io.millrace.operators.testing.ManualTime;
import java.net.URI;
import java.util.List;
import java.util.function.LongConsumer;

/** A venue's feed from an exchange in the same thread: no sockets, and a clock that the feed itself moves. */
final class DirectFeed extends MarketFeed {
    private final Venue venue;
    private final Exchange exchange;
    private final List<String> symbols;
    private final ManualTime time;
    private final long end;
    private final LongConsumer script;
    private DirectSource source;

    /**
     * @param end    when it ends, epoch nanoseconds
     * @param script is called with the time whenever it has moved
     */
    DirectFeed(
            final Venue venue,
            final Exchange exchange,
            final List<String> symbols,
            final ManualTime time,
            final long end,
            final LongConsumer script) {
        this.venue = venue;
        this.exchange = exchange;
        this.symbols = symbols;
        this.time = time;
        this.end = end;
        this.script = script;
    }

    @Override
    public String name() {
        return venue.name();
    }

    DirectSource source() {
        return source;
    }

    @Override
    public Source open(final SourceContext context) {
        final KnownInstruments instruments = new KnownInstruments(name(), 0, venue.names(), venue.book(0));
        symbols.forEach(instruments::expect);
        final FeedInputs inputs = new FeedInputs(
                context.input(TRADES),
                context.input(QUOTES),
                context.input(BOOK),
                context.input(FUNDING),
                context.input(MARKS),
                context.input(LIQUIDATIONS));
        final List<DirectLine> lines =
                venue.connections(new VenueSubscription(URI.create("ws://exchange"), symbols, inputs, 0)).stream()
                        .map(plan -> line(plan, inputs, instruments))
                        .toList();
        source = new DirectSource(venue, exchange, symbols, lines, time, end, script);
        return source;
    }

    private DirectLine line(final ConnectionPlan plan, final FeedInputs inputs, final KnownInstruments instruments) {
        final FrameGate gate = new FrameGate() {
            @Override
            public boolean carries(final int place) {
                return plan.symbols().contains(instruments.symbol(place));
            }
        };
        return new DirectLine(exchange, plan, venue.decoder(new FrameEvents(inputs, instruments, gate), instruments));
    }
}
