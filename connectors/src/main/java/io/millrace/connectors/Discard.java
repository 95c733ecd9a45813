package io.millrace.connectors;

import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkFactory;

/**
 * Keeps nothing. The step still counts its items, so that they can be seen in the counters.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: yes.
 */
public final class Discard {
    private Discard() {}

    /** A sink that keeps nothing. */
    public static <T> SinkFactory<T> all() {
        return context -> new Sink<>() {
            @Override
            public void accept(final T item) {
                // Not wanted.
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
}
