package io.millrace.bench.chain;

import io.millrace.operators.Branches;
import io.millrace.operators.Dataflow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Stream;
import io.millrace.operators.market.Candle;
import io.millrace.operators.market.Trade;
import io.millrace.operators.window.TumblingWindow;
import java.time.Duration;

/** The flows that are measured, and others that run before them so that no profile is theirs alone. */
public final class ChainFlows {
    static final double HIGH = 2;

    private ChainFlows() {}

    /** Flow T: an item leaves for every trade that is not filtered out. */
    public static void ticks(final Dataflow flow, final Tallies out) {
        final KeyedStream<Score> scores = Records.input(flow)
                .filter("large", trade -> trade.size() >= Records.SMALL)
                .keyBy("instrument", Trade::instrumentId)
                .statefulMap("score", Averages.TYPE, Score.TYPE, (state, trade, score) -> {
                    score.price = trade.price();
                    score.score = state.score(score.price);
                });
        final Branches<KeyedStream<Score>> high = scores.branch("high", score -> score.score > HIGH);
        final Branches<KeyedStream<Score>> low = high.unmatched().branch("low", score -> score.score < -HIGH);
        high.matched().output("highs", out.first.prices());
        low.matched().output("lows", out.second.prices());
        low.unmatched().output("others", out.third.prices());
    }

    /** Flow W. */
    public static void candles(final Dataflow flow, final Tallies out) {
        candles(Records.input(flow), out);
    }

    /** Flow W, from wherever its trades come. */
    public static void candles(final Stream<Trade> trades, final Tallies out) {
        final KeyedStream<Score> closes = trades.filter("large", trade -> trade.size() >= Records.SMALL)
                .keyBy("instrument", Trade::instrumentId)
                .window("1s", Records.CLOCK, TumblingWindow.of(Duration.ofSeconds(1)))
                .fold(Candle.TYPE, Candle.Writer::add)
                .closed()
                .statefulMap("average", Averages.TYPE, Score.TYPE, (state, candle, score) -> {
                    score.price = candle.close();
                    score.average = state.average(score.price);
                });
        final Branches<KeyedStream<Score>> up = closes.branch("up", score -> score.price > score.average);
        up.matched().output("ups", out.first.prices());
        up.unmatched().output("downs", out.second.prices());
    }

    static void deep(final Dataflow flow, final Tallies out) {
        Records.input(flow)
                .filter("large", trade -> trade.size() >= Records.SMALL)
                .filter("priced", trade -> trade.price() > 0)
                .inspect("sizes", trade -> out.second.add((double) trade.size()))
                .keyBy("instrument", Trade::instrumentId)
                .statefulMap("mean", Averages.TYPE, Score.TYPE, (state, trade, score) -> {
                    score.price = trade.price();
                    score.average = state.average(score.price);
                })
                .filter("moved", score -> score.price != score.average)
                .map("distance", Score.TYPE, (in, score) -> score.score = (in.price - in.average) * 0.01)
                .inspect("extremes", score -> out.third.max(score.score))
                .filter("finite", score -> score.score < 1e12)
                .output("out", out.first.scores());
    }

    /** Other flows of the same operators. */
    static void pollution(final int number, final Dataflow flow, final Tallies out) {
        final Stream<Trade> trades = Records.input(flow);
        switch (number) {
            case 0 ->
                trades.filter("odd", trade -> (trade.tradeId() & 1) == 1)
                        .map("price", Score.TYPE, (trade, score) -> score.price = trade.price())
                        .output("out", out.first.prices());
            case 1 ->
                trades.keyBy("size", trade -> trade.size() & 63)
                        .statefulMap("sum", Averages.TYPE, Score.TYPE, (state, trade, score) -> {
                            state.mean += trade.size();
                            score.price = state.mean;
                        })
                        .filter("some", score -> score.price % 3 == 0)
                        .output("out", out.first.prices());
            case 2 -> {
                final Branches<Stream<Trade>> sides = trades.branch("side", Trade::isBuyerAggressor);
                sides.matched()
                        .keyBy("buyers", Trade::instrumentId)
                        .window("3s", Records.CLOCK, TumblingWindow.of(Duration.ofSeconds(3)))
                        .fold(Candle.TYPE, Candle.Writer::add)
                        .closed()
                        .output("buys", out.first.closes());
                sides.unmatched().output("sells", out.second.trades());
            }
            default ->
                trades.map("id", Score.TYPE, (trade, score) -> score.price = trade.tradeId())
                        .filter("even", score -> score.price % 2 == 0)
                        .map("half", Score.TYPE, (in, score) -> score.price = in.price / 2)
                        .output("out", out.third.prices());
        }
    }
}
