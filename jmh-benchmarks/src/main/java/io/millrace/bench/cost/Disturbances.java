package io.millrace.bench.cost;

import io.millrace.report.results.LatencyRunBuilder;
import io.millrace.report.results.ThreadCost;
import io.millrace.report.results.VmCost;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/**
 * What happened while a run was measured that the flow did not ask for; empty where the platform does not tell.
 *
 * <p>Thread: one that is not the flow's.
 */
public final class Disturbances {
    /** More than this share of all processors for other processes is foreign load. */
    private static final double NOTICEABLE = 0.02;

    private static final double PERCENT = 100;

    private VmLog log;
    private CostProbe before;
    private CostProbe after;
    private VmEvents events;

    /** Looks once already, so that the JVM's management is loaded and compiled before anything counts. */
    public Disturbances() {
        VmLog.begin().end();
        if (CostProbe.isAvailable()) {
            CostProbe.read();
        }
    }

    /** What counts begins. */
    public void begin() {
        log = VmLog.begin();
        before = CostProbe.isAvailable() ? CostProbe.read() : null;
    }

    /** What counts has ended. Nothing happens if it was never said to begin. */
    public void end() {
        if (log == null) {
            return;
        }
        after = before == null ? null : CostProbe.read();
        events = before == null
                ? log.end()
                : log.end(before.nanos(), after.nanos(), after.threads().keySet());
    }

    /** Adds it to the description of a run. */
    public LatencyRunBuilder describe(final LatencyRunBuilder run) {
        final boolean known = before != null && after != null;
        final CpuTicks machine = known ? after.machine().since(before.machine()) : CpuTicks.NONE;
        final List<ThreadCost> threads = known ? FlowThreads.between(before.threads(), after.threads()) : List.of();
        final double total = Math.max(1, machine.total());
        final VmEvents vm = events == null ? VmEvents.UNKNOWN : events;
        return run.stealPercent(known ? OptionalDouble.of(PERCENT * machine.stolen() / total) : OptionalDouble.empty())
                .contextSwitches(
                        sum(known, threads, ThreadCost::voluntarySwitches),
                        sum(known, threads, ThreadCost::involuntarySwitches))
                .pageFaults(sum(known, threads, ThreadCost::minorFaults), sum(known, threads, ThreadCost::majorFaults))
                .allocatedBytes(count(known, CostProbe::allocated))
                .collections(count(known, CostProbe::collections))
                .safepoints(vm.safepoints())
                .vm(new VmCost(
                        vm.safepointNanos(), vm.longestSafepointNanos(), vm.compilations(), vm.deoptimizations()))
                .threadCosts(threads)
                .foreignLoad(machine.foreign() / total > NOTICEABLE);
    }

    private static OptionalLong sum(
            final boolean known, final List<ThreadCost> threads, final ToLongFunction<ThreadCost> counter) {
        return known ? OptionalLong.of(threads.stream().mapToLong(counter).sum()) : OptionalLong.empty();
    }

    private OptionalLong count(final boolean known, final ToLongFunction<CostProbe> counter) {
        return known
                ? OptionalLong.of(Math.max(0, counter.applyAsLong(after) - counter.applyAsLong(before)))
                : OptionalLong.empty();
    }
}
