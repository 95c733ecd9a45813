package io.millrace.bench.snapshot;

import com.sun.management.ThreadMXBean;
import io.millrace.bench.compare.AllocatedBytes;
import java.lang.management.ManagementFactory;
import java.util.Arrays;

/**
 * How long the live thread is away for a snapshot: from when the SNAPSHOT record is in the journal until the source is asked
 * for more; and what the thread allocates between two of them.
 *
 * <p>Thread: the ingress thread; asked when it is over. Allocation: none that it would count.
 */
final class PauseWatch {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UPS = 5;

    private final long[] nanos;
    private final long[] cpuNanos;
    private final AllocatedBytes allocated = new AllocatedBytes();
    private int cuts;
    private long journaledAt;
    private long journaledCpu;
    private boolean inCut;

    /** @param cuts how many there will be; some more come before them, which don't count */
    PauseWatch(final int cuts) {
        nanos = new long[WARM_UPS + cuts];
        cpuNanos = new long[WARM_UPS + cuts];
    }

    /** With those that don't count. */
    int cuts() {
        return nanos.length;
    }

    /** The record is in the journal, and the stage gets it next. */
    void journaled() {
        inCut = true;
        journaledCpu = THREADS.getCurrentThreadCpuTime();
        journaledAt = System.nanoTime();
    }

    /** The source is asked for more: whether there was a cut meanwhile. */
    boolean sawCut() {
        if (!inCut) {
            return false;
        }
        nanos[cuts] = System.nanoTime() - journaledAt;
        cpuNanos[cuts] = THREADS.getCurrentThreadCpuTime() - journaledCpu;
        cuts++;
        inCut = false;
        return true;
    }

    /** Records come. */
    void begin() {
        if (cuts == WARM_UPS) {
            allocated.reset();
        }
        allocated.start();
    }

    /** So many have come and have been worked on. */
    void end(final int records) {
        if (records > 0) {
            allocated.stop(records);
        }
    }

    /** Median of the pauses, nanoseconds. */
    long median() {
        return median(nanos);
    }

    /** Median of what the thread worked in them, nanoseconds. */
    long cpuMedian() {
        return median(cpuNanos);
    }

    private static long median(final long[] all) {
        final long[] counting = Arrays.copyOfRange(all, WARM_UPS, all.length);
        Arrays.sort(counting);
        return counting[counting.length / 2];
    }

    /** What the thread allocated between the cuts. */
    AllocatedBytes allocated() {
        return allocated;
    }
}
