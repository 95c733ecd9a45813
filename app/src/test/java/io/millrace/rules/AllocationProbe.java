package io.millrace.rules;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.BooleanSupplier;

/**
 * A place that one thread passes again and again: tells what the thread has allocated from the first to the last pass
 * that was measured, by its own counter, and how many passes in a row allocated nothing at all.
 *
 * <p>Thread: the one that passes. Allocation: none.
 */
final class AllocationProbe {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final String place;
    private final BooleanSupplier measuring;
    private Thread thread;
    private long passes;
    private long first;
    private long last;
    private long clean;
    private long longestClean;

    /** @param measuring whether a pass counts; holds for one stretch of time */
    AllocationProbe(final String place, final BooleanSupplier measuring) {
        this.place = place;
        this.measuring = measuring;
    }

    /** Called at each pass. */
    void pass() {
        if (!measuring.getAsBoolean()) {
            return;
        }
        final long bytes = THREADS.getCurrentThreadAllocatedBytes();
        if (passes == 0) {
            thread = Thread.currentThread();
            first = bytes;
        } else if (thread != Thread.currentThread()) {
            throw new IllegalStateException(place + " is passed by " + thread + " and " + Thread.currentThread());
        }
        clean = bytes == last ? clean + 1 : 0;
        longestClean = Math.max(longestClean, clean);
        last = bytes;
        passes++;
    }

    /** Passes that were measured; a copy of a flow runs only some of its steps. */
    long passes() {
        return passes;
    }

    /** What was measured. */
    Allocation result() {
        return new Allocation(thread.getName(), place, passes, last - first, longestClean);
    }
}
