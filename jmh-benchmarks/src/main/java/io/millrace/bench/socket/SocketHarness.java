package io.millrace.bench.socket;

import io.millrace.bench.compare.Effort;
import io.millrace.bench.cost.Disturbances;
import io.millrace.bench.decode.SharedCapture;
import io.millrace.bench.journaled.Scratch;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.WaitMode;
import io.millrace.engine.spi.InputLog;
import io.millrace.feed.VenueFeed;
import io.millrace.feed.binance.BinanceVenue;
import io.millrace.feed.binance.TradeStream;
import io.millrace.feed.simulator.EmbeddedExchange;
import io.millrace.feed.simulator.ExchangeConfig;
import io.millrace.journal.Journal;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.JournalOptions;
import io.millrace.operators.Books;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import io.millrace.operators.market.Quote;
import io.millrace.operators.market.Trade;
import io.millrace.operators.market.book.OrderBook;
import io.millrace.report.machine.MachineContext;
import io.millrace.report.results.LatencyRun;
import io.millrace.report.results.LatencyStart;
import io.millrace.report.results.ResultsWriter;
import io.millrace.report.results.RunLoad;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.OffsetEpochNanoClock;

/** Measures latencies from a socket to the operators, and writes their histograms; see the package for the picture. */
public final class SocketHarness {
    private static final String FLOW =
            "USD-M capture over a loopback websocket: trades, tickers, books and their best bids";
    private static final BinanceVenue VENUE = BinanceVenue.USDM.withTrades(TradeStream.TRADE);
    private static final int STREAMS = 3;
    private static final int BUSY_THREADS = 3;
    private static final int RING_UNITS = 1 << 15;
    private static final long SECOND = 1_000_000_000;
    private static final long JOURNAL_BYTES = 256L << 20;
    private static final long PATIENCE = 120 * SECOND;

    private final Path parent;
    private final MachineContext context;
    private final ResultsWriter results;

    /**
     * Measures into a results directory.
     *
     * @param parent where journals are made; has about 1 GiB free
     */
    public SocketHarness(final Path parent, final MachineContext context, final ResultsWriter results) {
        this.parent = parent;
        this.context = context;
        this.results = results;
    }

    /** Measures all, slow paces first, so that code is compiled when there is little time. Without a capture it measures nothing. */
    public void run(final Effort effort, final Consumer<String> progress) {
        if (!SharedCapture.isRecorded("usdm")) {
            progress.accept("latency from a socket: left out, since there is no recorded capture");
            return;
        }
        if (effort == Effort.FULL) {
            measure(1, 30 * SECOND, progress);
        }
        measure(20, effort.of(345, 160, 40) * SECOND, progress);
        if (effort == Effort.FULL) {
            measure(100, 345 * SECOND, progress);
        }
    }

    private void measure(final int pace, final long stretch, final Consumer<String> progress) {
        final Path capture = SharedCapture.of("usdm");
        final EpochNanoClock clock = new OffsetEpochNanoClock();
        final StretchTape tape = new StretchTape(capture, pace, stretch);
        final PlannedTickers planned = PlannedTickers.of(capture, stretch);
        final long warmUp = stretch / pace / 4;
        final Arrivals arrivals = new Arrivals(clock, tape, planned, pace, warmUp);
        final RunConfig config = new RunConfig().layout(Layout.FUSED).waitMode(WaitMode.YIELD);
        final ExchangeConfig exchangeConfig = new ExchangeConfig().clock(clock).startAfterStreams(STREAMS);
        try (Scratch scratch = new Scratch(parent);
                EmbeddedExchange exchange = new EmbeddedExchange(VENUE, tape, exchangeConfig).start()) {
            scratch.touch(JOURNAL_BYTES);
            final VenueFeed feed = VenueFeed.live(VENUE).symbols("BTCUSDT").at(exchange.uri());
            feed.connections().ringUnits(RING_UNITS);
            final Flow flow = new Flow("socket", dataflow -> define(dataflow, feed, arrivals));
            final JournalHead head =
                    JournalHead.of(flow.name(), Map.of(), flow.get().inputs());
            final Disturbances disturbances = new Disturbances();
            final InputLog journal = Journal.create(scratch.renew("journal"), head, JournalOptions.DEFAULTS);
            try (FlowRun run = FlowRun.live(flow, journal, config)) {
                run.start();
                await(() -> tape.begunAt() != 0 && clock.nanoTime() > tape.begunAt() + warmUp, run);
                disturbances.begin();
                await(() -> exchange.counts().tapeEnded(), run);
                disturbances.end();
                await(() -> arrivals.tickers() == planned.count(), run);
            }
            final double seconds = (double) (stretch / pace - warmUp) / SECOND;
            final String journaled = "process, " + scratch.describe();
            write(pace, LatencyStart.RECEIVE, arrivals.fromReceive(), seconds, journaled, disturbances);
            write(pace, LatencyStart.INTENDED_SEND, arrivals.fromIntended(), seconds, journaled, disturbances);
            progress.accept("latency from a socket at " + pace + " x: "
                    + exchange.counts().framesSent()
                    + " frames sent, " + exchange.counts().framesSkipped() + " skipped by the exchange; "
                    + describe(arrivals.fromReceive()) + " from receive, " + describe(arrivals.fromIntended())
                    + " from the intended send (tickers)");
        }
    }

    private static void define(final Dataflow flow, final VenueFeed feed, final Arrivals arrivals) {
        Books.of("books", flow.input("book", feed.bookDeltas()), feed.bookAnswers())
                .changes()
                .output("books-out", arrivals.events(OrderBook::receiveTime));
        flow.input("trades", feed.trades()).output("trades-out", arrivals.events(Trade::receiveTime));
        flow.input("tickers", feed.quotes()).output("tickers-out", arrivals.tickers(Quote::receiveTime));
    }

    private static void await(final BooleanSupplier condition, final FlowRun run) {
        final long deadline = System.nanoTime() + PATIENCE;
        while (!condition.getAsBoolean()) {
            if (run.failure() != null || System.nanoTime() > deadline) {
                throw new IllegalStateException("the capture did not come through", run.failure());
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private void write(
            final int pace,
            final LatencyStart from,
            final Histogram histogram,
            final double seconds,
            final String journaled,
            final Disturbances disturbances) {
        final boolean isReceive = from == LatencyStart.RECEIVE;
        final LatencyRun run = disturbances
                .describe(LatencyRun.builder()
                        .title(pace + " x recorded speed, from " + from.text())
                        .flow(FLOW)
                        .layout("fused, behind a network thread")
                        .journal(journaled)
                        .threads(BUSY_THREADS, WaitMode.YIELD.name().toLowerCase(Locale.ROOT))
                        .pinned("no")
                        .jvm(context.jvm().gc(), context.jvm().version())
                        .load(new RunLoad(
                                Math.max(1, Math.round(histogram.getTotalCount() / seconds)),
                                seconds,
                                histogram.getTotalCount(),
                                0))
                        .arrivals("as recorded")
                        .from(from))
                .build();
        results.latency("socket-" + (isReceive ? "receive-" : "intended-") + pace + "x", run, List.of(histogram));
    }

    private static String describe(final Histogram histogram) {
        return String.format(
                Locale.ROOT,
                "p50 %.1f, p99 %.1f, p99.9 %.1f µs of %d",
                histogram.getValueAtPercentile(50) / 1e3,
                histogram.getValueAtPercentile(99) / 1e3,
                histogram.getValueAtPercentile(99.9) / 1e3,
                histogram.getTotalCount());
    }
}
