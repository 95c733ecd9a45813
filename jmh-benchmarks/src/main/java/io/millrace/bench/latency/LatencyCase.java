package io.millrace.bench.latency;

import io.millrace.bench.chain.Records;
import io.millrace.bench.chain.WarmUpRecords;
import io.millrace.connectors.Discard;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.WaitMode;
import io.millrace.engine.spi.Origin;
import io.millrace.operators.Flow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.market.Candle;
import io.millrace.operators.market.Instruments;
import io.millrace.operators.market.Trade;
import io.millrace.operators.market.ZScore;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.TumblingWindow;
import java.time.Duration;
import java.util.Locale;

/**
 * One latency run: threads, journal, and when trades are due.
 *
 * @param layout   threads
 * @param journal  what is promised about trades before they are worked on
 * @param waitMode how threads wait
 * @param schedule when trades are due
 */
public record LatencyCase(Layout layout, JournalLevel journal, WaitMode waitMode, Schedule schedule) {
    /** What each trade goes through. */
    static final String FLOW = "tee: z-score of 20 ticks per instrument, every tick to a sink; 1 s candles";

    private static final int SCORE_OVER = 20;
    private static final int WARM_UP_PASSES = 60;

    /** With the way of waiting that suits the layout. A spinner for each of two cores would leave none for the JVM. */
    public static LatencyCase of(final Layout layout, final JournalLevel journal, final Schedule schedule) {
        return new LatencyCase(layout, journal, layout == Layout.FUSED ? WaitMode.SPIN : WaitMode.YIELD, schedule);
    }

    /** Name of its files. */
    public String name() {
        return layoutName() + "-" + journal.fileName() + "-"
                + schedule.arrivals().fileName();
    }

    /** For readers. */
    public String title() {
        final String journalWords = switch (journal) {
            case OFF -> ", journal off";
            case PROCESS -> ", journal on";
            default -> ", journal " + journal.text();
        };
        return layoutName() + journalWords + schedule.arrivals().titleSuffix();
    }

    /** For readers. */
    public String layoutName() {
        return layout.name().toLowerCase(Locale.ROOT);
    }

    /** For readers. */
    public String waitName() {
        return waitMode.name().toLowerCase(Locale.ROOT);
    }

    /** Threads that are busy: the ingress, which is the sender too, and one stage if it has a thread. */
    int threads() {
        return layout == Layout.FUSED ? 1 : 2;
    }

    RunConfig config() {
        final Records warmUp = new Records(7);
        final RunConfig config = new RunConfig().layout(layout).waitMode(waitMode);
        return config.warmUp(() -> new WarmUpRecords(warmUp, config.batchRecords(), WARM_UP_PASSES));
    }

    static Flow flow(final PlannedFeed feed, final LatencySink sink) {
        final Origin<Trade> origin = new Origin<>(feed, "trades", Trade.CODEC, Instruments.TYPE);
        return new Flow("latency", flow -> {
            final KeyedStream<Trade> trades = flow.input("trades", origin).keyBy("instrument", Trade::instrumentId);
            trades.statefulMap("score", ZScore.over(SCORE_OVER), Tick.TYPE, (state, trade, tick) -> {
                        tick.due = trade.exchangeTime();
                        tick.score = state.add((double) trade.price());
                    })
                    .output("ticks", sink.factory());
            trades.window("1s", EventClock.of(Trade::exchangeTime), TumblingWindow.of(Duration.ofSeconds(1)))
                    .fold(Candle.TYPE, Candle.Writer::add)
                    .closed()
                    .output("candles", Discard.all());
        });
    }
}
