package io.millrace.operators.recovery;

import io.millrace.engine.spi.ExactSink;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkContext;
import io.millrace.engine.spi.SinkFactory;
import java.util.ArrayList;
import java.util.List;

/** An exact sink whose content outlives a run; what was not flushed when the run was killed is gone. */
final class KeptSink<T> implements SinkFactory<T> {
    private final List<String> kept = new ArrayList<>();
    private boolean killed;

    List<String> kept() {
        return kept;
    }

    /** From now on nothing is written any more, until it is opened again. */
    synchronized void kill() {
        killed = true;
    }

    @Override
    public Sink<T> open(final SinkContext context) {
        killed = false;
        return new ExactSink<>() {
            private final List<String> pending = new ArrayList<>();

            @Override
            public long held() {
                return kept.size();
            }

            @Override
            public void accept(final T item) {
                pending.add(String.valueOf(item));
            }

            @Override
            public void flush() {
                final long free = Math.min(pending.size(), context.committable() - kept.size());
                final List<String> leaving = pending.subList(0, (int) Math.max(0, free));
                synchronized (KeptSink.this) {
                    if (!killed) {
                        kept.addAll(leaving);
                    }
                }
                leaving.clear();
            }

            @Override
            public void sync() {
                // Memory.
            }

            @Override
            public void cutTo(final long count) {
                kept.subList((int) count, kept.size()).clear();
            }

            @Override
            public void close() {
                flush();
            }
        };
    }
}
