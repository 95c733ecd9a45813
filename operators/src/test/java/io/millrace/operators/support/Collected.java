package io.millrace.operators.support;

import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Sinks that keep what they get as text, by step. */
public final class Collected {
    private final Map<String, List<String>> outputs = new ConcurrentHashMap<>();

    /** A sink that keeps {@code toString} of each item. */
    public <T> SinkFactory<T> sink() {
        return sink(String::valueOf);
    }

    public <T> SinkFactory<T> sink(final Function<T, String> text) {
        return context -> {
            final List<String> items = new ArrayList<>();
            outputs.put(context.stepId(), items);
            return new Sink<>() {
                @Override
                public void accept(final T item) {
                    items.add(text.apply(item));
                }

                @Override
                public void flush() {
                    // Kept at once.
                }

                @Override
                public void close() {
                    // Stays readable.
                }
            };
        };
    }

    /** What the sink of a step got. */
    public List<String> of(final String stepId) {
        return outputs.getOrDefault(stepId, List.of());
    }

    /** What all sinks got, by step. */
    public Map<String, List<String>> all() {
        return outputs;
    }
}
