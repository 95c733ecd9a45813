package io.millrace.app.flow;

import io.millrace.engine.item.FieldReader;
import io.millrace.engine.item.FieldWriter;
import io.millrace.engine.item.ItemType;
import io.millrace.engine.spi.Origin;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.operators.Dataflow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Stream;
import io.millrace.operators.market.Candle;
import io.millrace.operators.market.Ema;
import io.millrace.operators.market.PowersOfTen;
import io.millrace.operators.market.Trade;
import io.millrace.operators.market.ZScore;

/**
 * The demo: candles, the moving average of their closes, and an alert when a close moves further than usual.
 *
 * <pre>
 *   trades ──▶ seen
 *      └─────▶ candles ──▶ output
 *                 └──────▶ average and score ──▶ signals
 *                                   └── unusual ──▶ alerts
 * </pre>
 */
public final class DemoFlow {
    /** Name in journals and on the command line. */
    public static final String NAME = "demo";

    /** An alert is a change by more standard deviations than this. */
    public static final double ALERT_SCORE = 2.5;

    private static final int AVERAGE_OVER = 20;
    private static final int SCORE_OVER = 12;

    /**
     * Where the demo's streams end.
     *
     * @param trades  takes each trade
     * @param candles takes each candle as it closes
     * @param signals takes what was made of it
     * @param alerts  takes the unusual ones again
     */
    public record Sinks(
            SinkFactory<? super Trade> trades,
            SinkFactory<? super Candle> candles,
            SinkFactory<? super Signal> signals,
            SinkFactory<? super Signal> alerts) {}

    private DemoFlow() {}

    /** Defines the flow. */
    public static void define(
            final Dataflow flow, final Origin<Trade> origin, final FlowSettings settings, final Sinks sinks) {
        final Stream<Trade> trades = flow.input("trades", origin);
        trades.output("seen", sinks.trades());
        final KeyedStream<Candle> candles = CandlesFlow.candles(trades, settings);
        candles.output("output", sinks.candles());
        final KeyedStream<Signal> signals = candles.statefulMap("signals", Closes.TYPE, Signal.TYPE, Closes::signal);
        signals.output("signal", sinks.signals());
        signals.filter("unusual", signal -> Math.abs(signal.score()) > ALERT_SCORE)
                .output("alert", sinks.alerts());
    }

    /** What is known of an instrument's closes. */
    private static final class Closes {
        private static final ItemType<Ema, Ema> AVERAGE = Ema.over(AVERAGE_OVER);
        private static final ItemType<ZScore, ZScore> SCORE = ZScore.over(SCORE_OVER);
        private static final ItemType<Closes, Closes> TYPE =
                ItemType.of("millrace.demo-closes", Closes::new, Closes::write, Closes::read);

        private final Ema average = AVERAGE.create();
        private final ZScore score = SCORE.create();
        private double last = Double.NaN;

        private void signal(final Candle candle, final Signal signal) {
            final double close = (double) candle.close() / PowersOfTen.get(candle.priceScale());
            average.add(close);
            final double unusual = Double.isNaN(last) ? Double.NaN : score.add(close - last);
            last = close;
            signal.set(candle.instrumentId(), candle.openTime(), close, average.value(), unusual);
        }

        private void write(final FieldWriter out) {
            out.putItem(AVERAGE, average).putItem(SCORE, score).putDouble(last);
        }

        private void read(final FieldReader in) {
            in.takeItem(AVERAGE, average);
            in.takeItem(SCORE, score);
            last = in.takeDouble();
        }
    }
}
