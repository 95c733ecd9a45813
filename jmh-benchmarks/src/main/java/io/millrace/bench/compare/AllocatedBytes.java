package io.millrace.bench.compare;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Counts what threads allocate between a start and a stop, in bytes, by the JVM's own counter.
 *
 * <p>Thread: one at a time. Allocation: the counter itself none that it would count.
 */
public final class AllocatedBytes {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final double SMALLEST_TOLD = 0.001;

    private long before;
    private long bytes;
    private long operations;

    /** Begins to count on the current thread. */
    public void start() {
        before = THREADS.getCurrentThreadAllocatedBytes();
    }

    /** Adds what the current thread has allocated since {@link #start}. */
    public void stop(final long operationsDone) {
        bytes += THREADS.getCurrentThreadAllocatedBytes() - before;
        operations += operationsDone;
    }

    /** Forgets what was counted: after warm-up. */
    public void reset() {
        bytes = 0;
        operations = 0;
    }

    /** Bytes so far. */
    public long bytes() {
        return bytes;
    }

    /** For readers, such as {@code "0 B per record"}. */
    public String per(final String operation) {
        return each() + " B per " + operation;
    }

    private String each() {
        final double each = operations == 0 ? 0 : (double) bytes / operations;
        if (each == 0) {
            return "0";
        }
        if (each < SMALLEST_TOLD) {
            return "below " + SMALLEST_TOLD;
        }
        return String.format(Locale.ROOT, each < 1 ? "%.3f" : "%.0f", each);
    }
}
