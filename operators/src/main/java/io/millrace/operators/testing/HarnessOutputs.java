package io.millrace.operators.testing;

import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the sinks of one run of a harness got, by step. */
final class HarnessOutputs {
    private final boolean keeps;
    private final Map<String, List<String>> texts = new TreeMap<>();

    /** @param keeps false to throw everything away, where it is counted what is allocated */
    HarnessOutputs(final boolean keeps) {
        this.keeps = keeps;
    }

    <T> SinkFactory<T> sink() {
        return context -> {
            final List<String> kept = of(context.stepId());
            return new Sink<>() {
                @Override
                public void accept(final T item) {
                    if (keeps) {
                        kept.add(String.valueOf(item));
                    }
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

    /** Sinks of several stages may be opened by several threads; one that is opened again goes on. */
    private synchronized List<String> of(final String stepId) {
        return texts.computeIfAbsent(stepId, id -> new ArrayList<>());
    }

    synchronized int size() {
        return texts.values().stream().mapToInt(List::size).sum();
    }

    /** Fails if these are not the same outputs. */
    synchronized void requireSame(final HarnessOutputs expected, final String how) {
        if (!texts.keySet().equals(expected.texts.keySet())) {
            throw new AssertionError(how + ": outputs " + texts.keySet() + " instead of " + expected.texts.keySet());
        }
        texts.forEach((id, items) -> requireSame(how + ", output '" + id + "'", items, expected.texts.get(id)));
    }

    private static void requireSame(final String where, final List<String> actual, final List<String> expected) {
        final int common = Math.min(actual.size(), expected.size());
        for (int i = 0; i < common; i++) {
            if (!actual.get(i).equals(expected.get(i))) {
                throw new AssertionError(
                        where + ": item " + i + " is " + actual.get(i) + " instead of " + expected.get(i));
            }
        }
        if (actual.size() != expected.size()) {
            throw new AssertionError(where + ": " + actual.size() + " items instead of " + expected.size() + ", first "
                    + (actual.size() > common
                            ? "too many: " + actual.get(common)
                            : "missing: " + expected.get(common)));
        }
    }
}
