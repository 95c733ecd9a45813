package io.millrace.bench.cost;

import io.millrace.report.results.ThreadCost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;

/**
 * What the flow's threads and the machine have done so far, as Linux and the JVM count it. Two of these, before and after,
 * tell what disturbed a run.
 *
 * @param nanos       when, by {@link System#nanoTime}
 * @param machine     ticks of all processors
 * @param threads     of the flow's threads, by their numbers in the system
 * @param allocated   bytes that the flow's threads have allocated
 * @param collections of the JVM
 */
record CostProbe(long nanos, CpuTicks machine, Map<Long, ThreadCost> threads, long allocated, long collections) {
    /** Whether the platform tells all this. */
    static boolean isAvailable() {
        return FlowThreads.areKnown();
    }

    /** Reads it now. */
    static CostProbe read() {
        try {
            return new CostProbe(
                    System.nanoTime(),
                    CpuTicks.read(),
                    FlowThreads.costs(),
                    FlowThreads.allocated(),
                    ManagementFactory.getGarbageCollectorMXBeans().stream()
                            .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                            .sum());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
