package io.millrace.bench.peers.fluxtion;

import com.fluxtion.runtime.dataflow.aggregate.AggregateFlowFunction;
import io.millrace.bench.peers.job.Bar;
import io.millrace.bench.peers.job.Tick;

/** Takes trades into a candle, in place. Fluxtion makes one for each instrument in each window. */
public final class BarAggregate implements AggregateFlowFunction<Tick, Bar, BarAggregate> {
    private Bar bar = new Bar();

    /** Makes an empty one. */
    public BarAggregate() {}

    /** The window is not told: it is that of the first trade. */
    @Override
    public Bar aggregate(final Tick tick) {
        if (bar.count == 0) {
            bar.start = (tick.millis - tick.millis % FluxtionEngine.WINDOW_MILLIS) * 1_000_000;
        }
        bar.add(tick);
        return bar;
    }

    @Override
    public Bar get() {
        return bar;
    }

    /** What was given stays as it is. */
    @Override
    public Bar reset() {
        bar = new Bar();
        return bar;
    }
}
