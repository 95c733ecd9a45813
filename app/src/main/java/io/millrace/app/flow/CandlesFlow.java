package io.millrace.app.flow;

import io.millrace.connectors.Discard;
import io.millrace.engine.spi.Origin;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Emitter;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Stream;
import io.millrace.operators.Windowed;
import io.millrace.operators.market.Candle;
import io.millrace.operators.market.Trade;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.TumblingWindow;

/** Candles of each instrument, by the exchange's time. */
public final class CandlesFlow {
    /** Name in journals and on the command line. */
    public static final String NAME = "candles";

    private CandlesFlow() {}

    /**
     * Defines the flow.
     *
     * @param trades where trades come from; a replay needs no feed
     * @param out    takes candles as they close
     */
    public static void define(
            final Dataflow flow,
            final Origin<Trade> trades,
            final FlowSettings settings,
            final SinkFactory<? super Candle> out) {
        candles(flow.input("trades", trades), settings).output("output", out);
    }

    /** Candles of trades; trades that come too late are counted. */
    static KeyedStream<Candle> candles(final Stream<Trade> trades, final FlowSettings settings) {
        final KeyedStream<Trade> keyed =
                trades.filter("positive", trade -> trade.size() > 0).keyBy("instrument", Trade::instrumentId);
        final Windowed<Trade, Candle> candles = (settings.parallel() == 0 ? keyed : keyed.parallel(settings.parallel()))
                .window(
                        "candles",
                        EventClock.of(Trade::exchangeTime).lateness(settings.lateBy()),
                        TumblingWindow.of(settings.interval()))
                .fold(Candle.TYPE, Candle.Writer::add);
        candles.late().output("late", Discard.all());
        return settings.emptyCandles()
                ? candles.closed().statefulFlatMap("empty", Candle.TYPE, Candle.TYPE, CandlesFlow::fill)
                : candles.closed();
    }

    /** Puts candles without trades between one and the next. */
    private static void fill(
            final Candle.Writer last, final Candle candle, final Candle.Writer filled, final Emitter<Candle> out) {
        final boolean isFirst = last.closeTime() == 0;
        while (!isFirst && last.closeTime() < candle.openTime()) {
            filled.emptyAfter(last);
            last.copy(filled);
            out.emit(filled);
        }
        last.copy(candle);
        filled.copy(candle);
        out.emit(filled);
    }
}
