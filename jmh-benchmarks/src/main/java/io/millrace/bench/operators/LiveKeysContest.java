package io.millrace.bench.operators;

import io.millrace.bench.compare.AllocatedBytes;
import io.millrace.bench.compare.Contest;
import io.millrace.bench.flow.CompiledFlow;
import io.millrace.engine.spi.Origin;
import io.millrace.operators.Flow;

/** A running fold of many keys that all live, against a look-up in the same kind of store and the same fold by hand. */
final class LiveKeysContest implements Contest {
    private final Title title;
    private final Ticks ticks;
    private final AllocatedBytes allocated = new AllocatedBytes();
    private final RawFold raw = new RawFold();
    private final SumSums out = new SumSums();
    private final CompiledFlow flow;

    LiveKeysContest(final String name, final LiveKeys keys) {
        this.title = new Title("State", name, "<= 1.30", "raw look-up and fold", "flow");
        this.ticks = new Ticks(keys.count(), 1, keys::key);
        this.flow = new CompiledFlow(
                new Flow(
                        "keys",
                        dataflow -> dataflow.input("ticks", new Origin<>(null, "ticks", Tick.TYPE, null))
                                .keyBy("key", Tick::key)
                                .runningFold("sum", Sum.TYPE, Sum::add)
                                .output("out", out.sink())),
                true);
        final Ticks first = new Ticks(keys.count(), 1, keys::byAge).stamp();
        raw.onBatch(first.buffer(), 0, first.length());
        flow.onBatch(first.buffer(), 0, first.length());
    }

    @Override
    public Title title() {
        return title;
    }

    @Override
    public long operations() {
        return ticks.count();
    }

    @Override
    public void prepare() {
        ticks.stamp();
    }

    @Override
    public long baseline() {
        final long start = System.nanoTime();
        raw.onBatch(ticks.buffer(), 0, ticks.length());
        return System.nanoTime() - start;
    }

    @Override
    public long subject() {
        allocated.start();
        final long start = System.nanoTime();
        flow.onBatch(ticks.buffer(), 0, ticks.length());
        final long nanos = System.nanoTime() - start;
        allocated.stop(ticks.count());
        return nanos;
    }

    @Override
    public void warmedUp() {
        allocated.reset();
    }

    @Override
    public void verify() {
        if (!raw.out().isSame(out)) {
            throw new IllegalStateException(
                    title.name() + ": different output: by hand " + raw.out() + ", flow " + out);
        }
    }

    @Override
    public String context() {
        return ticks.count() + " keys, all alive, in random order; both sides have a KeyedStore of their own; flow "
                + allocated.per("record");
    }

    @Override
    public void close() {
        // Memory only.
    }
}
