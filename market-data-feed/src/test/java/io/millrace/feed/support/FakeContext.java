package io.millrace.feed.support;

import io.millrace.engine.metrics.Counters;
import io.millrace.engine.spi.SourceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.agrona.concurrent.status.AtomicCounter;

/** What a source is given when it is opened, without a flow. */
public final class FakeContext implements SourceContext {
    private final Map<String, Integer> inputs = new HashMap<>();
    private final Map<String, AtomicCounter> counters = new HashMap<>();
    private final Counters all = Counters.inMemory();
    private final List<String> reports = new CopyOnWriteArrayList<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    /** Uses these streams; they get the inputs 0, 1, ... */
    public FakeContext(final String... streams) {
        for (final String stream : streams) {
            inputs.put(stream, inputs.size());
        }
    }

    @Override
    public int input(final String stream) {
        return inputs.getOrDefault(stream, UNUSED);
    }

    @Override
    public AtomicCounter counter(final String label) {
        return counters.computeIfAbsent(label, all::counter);
    }

    /** Value of a counter. */
    public long count(final String label) {
        final AtomicCounter counter = counters.get(label);
        if (counter == null) {
            throw new AssertionError("no counter '" + label + "' but " + counters.keySet());
        }
        return counter.get();
    }

    @Override
    public void report(final String message) {
        reports.add(message);
    }

    public List<String> reports() {
        return reports;
    }

    @Override
    public void fail(final Throwable error) {
        failures.add(error);
    }

    public List<Throwable> failures() {
        return failures;
    }
}
