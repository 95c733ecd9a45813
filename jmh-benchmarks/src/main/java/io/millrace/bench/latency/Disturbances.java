package io.millrace.bench.latency;

import io.millrace.report.results.LatencyRunBuilder;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.ToLongFunction;

/** What happened while a run was measured that the flow did not ask for; empty where the platform does not tell. */
public final class Disturbances {
    /** More than this share of all processors for other processes is foreign load. */
    private static final double NOTICEABLE = 0.02;

    private static final double PERCENT = 100;

    private ThreadProbe before;
    private ThreadProbe after;

    /** What counts begins. */
    public void begin() {
        before = look();
    }

    /** What counts has ended. */
    public void end() {
        after = look();
    }

    private static ThreadProbe look() {
        return ThreadProbe.isAvailable() ? ThreadProbe.read() : null;
    }

    /** Adds it to the description of a run. */
    public LatencyRunBuilder describe(final LatencyRunBuilder run) {
        final double total = known() ? difference(probe -> probe.machine().total()) : 1;
        return run.stealPercent(
                        known()
                                ? OptionalDouble.of(PERCENT
                                        * difference(probe -> probe.machine().stolen())
                                        / total)
                                : OptionalDouble.empty())
                .contextSwitches(
                        count(probe -> probe.threads().voluntary()),
                        count(probe -> probe.threads().involuntary()))
                .pageFaults(
                        count(probe -> probe.threads().minorFaults()),
                        count(probe -> probe.threads().majorFaults()))
                .allocatedBytes(count(ThreadProbe::allocated))
                .collections(count(ThreadProbe::collections))
                .safepoints(OptionalLong.empty())
                .foreignLoad(known() && foreignTicks() / total > NOTICEABLE);
    }

    private boolean known() {
        return before != null && after != null;
    }

    private double foreignTicks() {
        return (double) difference(probe -> probe.machine().busy()) - difference(ThreadProbe::processTicks);
    }

    private OptionalLong count(final ToLongFunction<ThreadProbe> counter) {
        return known() ? OptionalLong.of(Math.max(0, difference(counter))) : OptionalLong.empty();
    }

    private long difference(final ToLongFunction<ThreadProbe> counter) {
        return counter.applyAsLong(after) - counter.applyAsLong(before);
    }
}
