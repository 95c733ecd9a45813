package io.millrace.operators.testing;

import io.millrace.engine.spi.ExactSink;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkContext;
import io.millrace.engine.spi.SinkFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A sink that keeps what it is given, in a form that outlives the call.
 *
 * <p>Thread: written by the flow; read by the test, at any time. A run that follows starts with nothing; one that goes on
 * after a restart goes on with what is there, and is given nothing twice.
 *
 * @param <T> type of the items
 * @param <K> what is kept of each
 */
public final class TestSink<T, K> implements SinkFactory<T> {
    private final Function<? super T, ? extends K> keep;
    private final List<K> items = new ArrayList<>();

    private TestSink(final Function<? super T, ? extends K> keep) {
        this.keep = keep;
    }

    /** Keeps the text of each item. */
    public static <T> TestSink<T, String> text() {
        return new TestSink<>(String::valueOf);
    }

    /** Keeps immutable items as they are. */
    public static <T> TestSink<T, T> immutable() {
        return new TestSink<>(item -> item);
    }

    /** Keeps what a function makes of each item. */
    public static <T, K> TestSink<T, K> of(final Function<? super T, ? extends K> keep) {
        return new TestSink<>(keep);
    }

    /** What the last run has given so far, with the runs that it has gone on from. */
    public List<K> items() {
        synchronized (items) {
            return new ArrayList<>(items);
        }
    }

    @Override
    public Sink<T> open(final SinkContext context) {
        if (!context.continues()) {
            cut(0);
        }
        return new ExactSink<>() {
            private final long held = items().size();

            @Override
            public long held() {
                return held;
            }

            @Override
            public void accept(final T item) {
                final K kept = keep.apply(item);
                synchronized (items) {
                    items.add(kept);
                }
            }

            @Override
            public void flush() {
                // Kept at once.
            }

            @Override
            public void sync() {
                // Memory.
            }

            @Override
            public void cutTo(final long count) {
                cut((int) count);
            }

            @Override
            public void close() {
                // Stays readable.
            }
        };
    }

    private void cut(final int count) {
        synchronized (items) {
            items.subList(count, items.size()).clear();
        }
    }
}
