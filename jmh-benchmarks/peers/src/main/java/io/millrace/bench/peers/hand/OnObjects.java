package io.millrace.bench.peers.hand;

import io.millrace.bench.peers.job.Engine;
import io.millrace.bench.peers.job.Results;
import io.millrace.bench.peers.job.Tick;
import io.millrace.bench.peers.job.Trades;

/** By hand, over objects, with state in arrays. */
public final class OnObjects implements Engine {
    private static final long WINDOW_MILLIS = Trades.WINDOW / 1_000_000;

    private final Tick[] ticks;

    /** Makes the objects. */
    public OnObjects(final Trades trades) {
        ticks = Tick.of(trades);
    }

    @Override
    public long run(final Results results) {
        final Candles candles = new Candles(results);
        final long begin = System.nanoTime();
        for (final Tick tick : ticks) {
            if (tick.isLarge()) {
                candles.onLarge(tick.instrument, tick.millis, tick.price, tick.size, WINDOW_MILLIS);
            }
        }
        return System.nanoTime() - begin;
    }

    @Override
    public String about() {
        return "plain Java over objects, as the peers get them, state in arrays by instrument, trades known to be in"
                + " order";
    }
}
