package io.millrace.feed.support;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.metrics.Counters;
import io.millrace.engine.spi.SourceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.status.AtomicCounter;

/** What a source is given when it is opened, without a flow. */
public final class FakeContext implements SourceContext {
    private static final long PATIENCE_SECONDS = 30;

    private final Map<String, Integer> inputs = new HashMap<>();
    private final Map<String, AtomicCounter> counters = new HashMap<>();
    private final Counters all = Counters.inMemory();
    private final List<String> reports = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> news = new LinkedBlockingQueue<>();
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();
    private final BlockingQueue<Throwable> fatal = new LinkedBlockingQueue<>();

    private long position = RecordLayout.NO_POSITION;

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

    /** Goes on behind a frame. */
    public FakeContext from(final long place) {
        position = place;
        return this;
    }

    @Override
    public long position() {
        return position;
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
        news.add(message);
    }

    /** Waits for a report that contains a text; gives it. */
    public String awaitReport(final String text) throws InterruptedException {
        while (true) {
            final String message = news.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("no report with '" + text + "' but " + reports);
            }
            if (message.contains(text)) {
                return message;
            }
        }
    }

    public List<String> reports() {
        return reports;
    }

    @Override
    public void fail(final Throwable error) {
        failures.add(error);
        fatal.add(error);
    }

    /** Waits for a failure. */
    public Throwable awaitFailure() throws InterruptedException {
        final Throwable failure = fatal.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (failure == null) {
            throw new AssertionError("no failure, but reports " + reports);
        }
        return failure;
    }

    public List<Throwable> failures() {
        return failures;
    }
}
