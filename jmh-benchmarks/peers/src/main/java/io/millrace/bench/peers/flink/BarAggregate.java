package io.millrace.bench.peers.flink;

import io.millrace.bench.peers.job.Bar;
import io.millrace.bench.peers.job.Tick;
import org.apache.flink.api.common.functions.AggregateFunction;

/** Takes trades into a candle, in place. */
final class BarAggregate implements AggregateFunction<Tick, Bar, Bar> {
    private static final long serialVersionUID = 1;

    @Override
    public Bar createAccumulator() {
        return new Bar();
    }

    @Override
    public Bar add(final Tick tick, final Bar bar) {
        bar.add(tick);
        return bar;
    }

    @Override
    public Bar getResult(final Bar bar) {
        return bar;
    }

    /** Only windows that grow are merged. */
    @Override
    public Bar merge(final Bar one, final Bar other) {
        throw new UnsupportedOperationException("tumbling windows are not merged");
    }
}
