package io.millrace.bench.operators;

import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkFactory;

/** Adds up sums. */
final class SumSums {
    private long counts;
    private long values;

    void add(final Sum sum) {
        counts += sum.count;
        values += sum.value;
    }

    SinkFactory<Sum> sink() {
        return context -> new Sink<>() {
            @Override
            public void accept(final Sum sum) {
                add(sum);
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing to let go of.
            }
        };
    }

    /** Whether both have added up the same. */
    boolean isSame(final SumSums other) {
        return counts == other.counts && values == other.values;
    }

    @Override
    public String toString() {
        return "counts " + counts + ", values " + values;
    }
}
