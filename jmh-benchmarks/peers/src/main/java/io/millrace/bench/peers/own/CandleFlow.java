package io.millrace.bench.peers.own;

import io.millrace.bench.flow.ItemSink;
import io.millrace.bench.peers.job.Averaged;
import io.millrace.bench.peers.job.Results;
import io.millrace.bench.peers.job.Trades;
import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.Origin;
import io.millrace.operators.Branches;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.market.Instruments;
import io.millrace.operators.market.Trade;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.TumblingWindow;
import java.time.Duration;

/** The job in the words of Millrace. */
final class CandleFlow {
    private final Origin<Trade> origin;
    private final Results results;

    /** @param feed where trades come from, or null if they are in a journal */
    private CandleFlow(final Feed feed, final Results results) {
        this.origin = new Origin<>(feed, "trades", Trade.CODEC, Instruments.TYPE);
        this.results = results;
    }

    static Flow of(final Feed feed, final Results results) {
        return new Flow("candles", new CandleFlow(feed, results)::define);
    }

    private void define(final Dataflow flow) {
        final KeyedStream<Averaged> closed = flow.input("trades", origin)
                .filter("large", trade -> trade.size() >= Trades.SMALL)
                .keyBy("instrument", Trade::instrumentId)
                .window("1s", EventClock.of(Trade::exchangeTime), TumblingWindow.of(Duration.ofNanos(Trades.WINDOW)))
                .fold(Types.BARS, (bar, trade) -> bar.add(trade.instrumentId(), trade.price(), trade.size()))
                .closed()
                .statefulMap(
                        "average",
                        Types.AVERAGES,
                        Types.CLOSED,
                        (average, bar, averaged) -> averaged.set(bar, average));
        final Branches<KeyedStream<Averaged>> up = closed.branch("up", Averaged::isUp);
        up.matched().output("ups", ItemSink.to(results::up));
        up.unmatched().output("downs", ItemSink.to(results::down));
    }
}
