package io.millrace.bench.flow;

import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkFactory;
import java.util.function.Consumer;

/**
 * A sink that hands each item on, and has nothing of its own to write or to close.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: as what it hands items to.
 */
public final class ItemSink<T> implements Sink<T> {
    private final Consumer<T> taker;

    private ItemSink(final Consumer<T> taker) {
        this.taker = taker;
    }

    /** Makes sinks that hand items to this. */
    public static <T> SinkFactory<T> to(final Consumer<T> taker) {
        return context -> new ItemSink<>(taker);
    }

    @Override
    public void accept(final T item) {
        taker.accept(item);
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // Nothing to let go of.
    }
}
