package io.millrace.bench.peers.fluxtion;

import com.fluxtion.runtime.dataflow.groupby.GroupBy;
import io.millrace.bench.peers.job.Average;
import io.millrace.bench.peers.job.Averaged;
import io.millrace.bench.peers.job.Bar;
import io.millrace.bench.peers.job.Trades;

/** Takes the closes of candles into averages: a node of the flow with state. */
public final class Averaging {
    private final transient Average[] averages = new Average[Trades.INSTRUMENTS];

    /** Makes one that has seen nothing. */
    public Averaging() {
        for (int instrument = 0; instrument < averages.length; instrument++) {
            averages[instrument] = new Average();
        }
    }

    /** The candles of a window. */
    public static Iterable<Bar> bars(final GroupBy<Integer, Bar> window) {
        return window.values();
    }

    /** Takes a candle. */
    public Averaged average(final Bar bar) {
        return Averaged.of(bar, averages[bar.instrument]);
    }

    /** What the second branch takes. */
    public static boolean isDown(final Averaged candle) {
        return !candle.isUp();
    }
}
