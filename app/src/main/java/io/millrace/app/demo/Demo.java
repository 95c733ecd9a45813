package io.millrace.app.demo;

import io.millrace.app.flow.DemoFlow;
import io.millrace.app.flow.FlowSettings;
import io.millrace.app.run.Launcher;
import io.millrace.app.run.Outcome;
import io.millrace.app.run.Recording;
import io.millrace.app.run.Watch;
import io.millrace.app.terminal.Console;
import io.millrace.app.terminal.Figures;
import io.millrace.app.terminal.LiveTable;
import io.millrace.connectors.Discard;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.run.RunConfig;
import io.millrace.feed.VenueFeed;
import io.millrace.feed.binance.BinanceVenue;
import io.millrace.feed.simulator.EmbeddedExchange;
import io.millrace.feed.simulator.ExchangeConfig;
import io.millrace.feed.simulator.SyntheticMarket;
import io.millrace.feed.simulator.SyntheticTradeFeed;
import io.millrace.operators.Flow;
import java.time.Duration;
import java.util.Locale;

/**
 * The whole of Millrace on one machine: an exchange, a feed that connects to it, a flow, a journal.
 *
 * @param duration        when it ends by itself
 * @param port            of the exchange; 0 for any
 * @param framesPerSecond about how lively the market is
 * @param seed            which market it is
 */
public record Demo(Duration duration, int port, double framesPerSecond, long seed) {
    private static final String[] SYMBOLS = {"BTCUSDT", "ETHUSDT", "SOLUSDT", "BNBUSDT"};
    private static final Duration WARM_UP = Duration.ofSeconds(3);
    private static final int WARM_UP_TRADES = 200_000;
    private static final long WARM_UP_STEP_NANOS = 1_000_000;
    private static final int CANDLES_SHOWN = 8;
    private static final int ALERTS_SHOWN = 3;

    /** Runs it to its end. */
    public Outcome run(
            final Console console, final FlowSettings settings, final Recording recording, final RunConfig config)
            throws InterruptedException {
        if (config.warmUp() == null) {
            final MemoryLog warmUp = warmUp(settings);
            config.warmUp(warmUp::reader).warmUpAtMost(WARM_UP);
        }
        final DemoBoard board = new DemoBoard(CANDLES_SHOWN, ALERTS_SHOWN);
        final Outcome outcome;
        try (EmbeddedExchange exchange = new EmbeddedExchange(
                        new SyntheticMarket(seed).framesPerSecond(framesPerSecond),
                        new ExchangeConfig().port(port).startAfterStreams(SYMBOLS.length))
                .start()) {
            final VenueFeed feed =
                    VenueFeed.live(BinanceVenue.SPOT).at(exchange.uri()).symbols(SYMBOLS);
            final Flow flow =
                    new Flow(DemoFlow.NAME, steps -> DemoFlow.define(steps, feed.trades(), settings, board.sinks()));
            final String title = "Millrace demo, " + exchange.uri() + ", "
                    + config.layout().name().toLowerCase(Locale.ROOT);
            try (LiveTable table = console.outIsScreen() ? new LiveTable(console.out()) : null) {
                final Watch screen = new DemoScreen(title, board, table, duration);
                outcome = new Launcher(view -> isWell(exchange) && screen.look(view)).live(flow, recording, config);
            }
        }
        console.out().println();
        console.out().println("from the arrival of a trade to a sink behind the journal");
        console.out().println(DemoScreen.percentiles(board.latency()));
        console.out().println(Figures.count(board.alertCount()) + " alerts");
        return outcome;
    }

    private static boolean isWell(final EmbeddedExchange exchange) {
        final Throwable failure = exchange.counts().failure();
        if (failure != null) {
            throw new IllegalStateException("the demo's exchange failed: " + failure, failure);
        }
        return true;
    }

    /** The demo's flow on trades made of nothing, and without sinks. */
    public static Flow rehearsal(final FlowSettings settings) {
        final SyntheticTradeFeed feed =
                new SyntheticTradeFeed(SYMBOLS.length, 0, 0, WARM_UP_STEP_NANOS, WARM_UP_TRADES);
        return new Flow(
                DemoFlow.NAME,
                steps -> DemoFlow.define(
                        steps,
                        feed.trades(),
                        settings,
                        new DemoFlow.Sinks(Discard.all(), Discard.all(), Discard.all(), Discard.all())));
    }

    /** Records to warm the flow up with, so that its first trades don't wait for the compiler. */
    private static MemoryLog warmUp(final FlowSettings settings) throws InterruptedException {
        final MemoryLog records = new MemoryLog();
        try (FlowRun run = FlowRun.live(rehearsal(settings), records, new RunConfig())) {
            run.start();
            run.await();
        }
        return records;
    }
}
