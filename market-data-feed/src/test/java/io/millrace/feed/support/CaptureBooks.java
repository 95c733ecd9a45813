package io.millrace.feed.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.WaitMode;
import io.millrace.engine.spi.InputLog;
import io.millrace.feed.Venue;
import io.millrace.feed.VenueFeed;
import io.millrace.operators.Books;
import io.millrace.operators.Flow;
import io.millrace.operators.market.Quote;
import io.millrace.operators.market.book.OrderBook;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Keeps the books of a capture, and counts what becomes of them. */
public final class CaptureBooks {
    private static final long PATIENCE_SECONDS = 60;

    private final Map<String, Long> counters = new HashMap<>();
    private final Map<String, Long> states = new TreeMap<>();
    private final Venue venue;
    private final Path[] files;
    private int depth;
    private long updates;
    private Consumer<OrderBook> onChange = book -> {};
    private Consumer<Quote> onTicker = quote -> {};

    public CaptureBooks(final Venue venue, final Path... files) {
        this.venue = venue;
        this.files = files;
    }

    /** With books of this depth. */
    public CaptureBooks depth(final int levels) {
        depth = levels;
        return this;
    }

    /** Shows each valid book behind each message. */
    public CaptureBooks onChange(final Consumer<OrderBook> reader) {
        onChange = reader;
        return this;
    }

    /** Shows each best bid and offer that the venue itself sends. */
    public CaptureBooks onTicker(final Consumer<Quote> reader) {
        onTicker = reader;
        return this;
    }

    /** Runs to the end of the capture. */
    public CaptureBooks run() throws InterruptedException {
        final Flow flow = new Flow("capture", definition -> {
            final VenueFeed feed = VenueFeed.capture(venue, files).depth(depth);
            final Books books =
                    Books.of("kept", definition.input("book", feed.bookDeltas()).inspect("updates", delta -> {
                        if (delta.isEndOfEvent()) {
                            updates++;
                        }
                    }));
            books.changes().inspect("changes", onChange);
            books.states()
                    .inspect("states", state -> states.merge(state.condition() + " " + state.reason(), 1L, Long::sum));
            definition.input("quotes", feed.quotes()).inspect("tickers", onTicker);
        });
        final RunConfig config = new RunConfig().waitMode(WaitMode.BACKOFF);
        try (FlowRun run = FlowRun.live(flow, InputLog.NONE, config)) {
            run.start();
            assertThat(run.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        }
        config.counters().forEach(counters::put);
        return this;
    }

    /** How often books came to be in a state, such as {@code VALID NONE}. */
    public Map<String, Long> states() {
        return states;
    }

    /** Messages of books, marks included. */
    public long updates() {
        return updates;
    }

    /** A counter of the feed. */
    public long counted(final String label) {
        return counters.getOrDefault(venue.name() + ": " + label, 0L);
    }
}
