package io.millrace.app.doctor.machine;

import io.millrace.app.doctor.finding.Check;
import io.millrace.app.doctor.finding.Finding;
import io.millrace.app.doctor.finding.Measured;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the hypervisor and other processes take while it is watched. */
public final class ActivityCheck implements Check {
    private static final String STEAL = "steal";
    private static final String OTHERS = "other processes";
    private static final double PERCENT = 100;

    /** From here on a run is marked in our reports. */
    private static final double SOME_STEAL = 0.001;

    private static final double MUCH_STEAL = 0.01;
    private static final double SOME_PROCESSORS = 0.1;

    /** Lets time go by. */
    @FunctionalInterface
    public interface Pause {
        /** Returns when it has gone by. */
        void end() throws InterruptedException;
    }

    private final SystemTree tree;
    private final Pause pause;

    public ActivityCheck(final SystemTree tree, final Pause pause) {
        this.tree = tree;
        this.pause = pause;
    }

    @Override
    public List<Finding> look() {
        final Optional<ProcessorTimes> before = ProcessorTimes.read(tree);
        if (before.isEmpty()) {
            return nothing(tree.whyNot(ProcessorTimes.MACHINE));
        }
        try {
            pause.end();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return nothing("interrupted while watching");
        }
        return ProcessorTimes.read(tree)
                .map(after -> List.of(steal(after, after.since(before.get())), others(after.since(before.get()))))
                .orElseGet(() -> nothing(tree.whyNot(ProcessorTimes.MACHINE)));
    }

    private static List<Finding> nothing(final String reason) {
        return List.of(Finding.unknown(STEAL, reason), Finding.unknown(OTHERS, reason));
    }

    private static Finding steal(final ProcessorTimes sinceStart, final ProcessorTimes watched) {
        final String found = percent(watched.stealShare()) + " of the processor time while watched, "
                + percent(sinceStart.stealShare()) + " since the machine started";
        final double most = Math.max(watched.stealShare(), sinceStart.stealShare());
        if (most <= SOME_STEAL) {
            return Finding.ok(STEAL, found);
        }
        return (watched.stealShare() > MUCH_STEAL ? Finding.bad(STEAL, found) : Finding.better(STEAL, found))
                .costing("threads stand still while the host gives their processor to others; " + Measured.NOT
                        + "; our reports mark runs with more than " + percent(SOME_STEAL))
                .changedBy("use a machine of its own, or one with processors that are not shared");
    }

    private static Finding others(final ProcessorTimes watched) {
        final double busy = watched.othersProcessors();
        final String found = String.format(Locale.ROOT, "keep %.1f of %d processors busy", busy, watched.processors());
        if (busy <= SOME_PROCESSORS) {
            return Finding.ok(OTHERS, found);
        }
        // One thread is what the smallest layout needs.
        return (busy > watched.processors() - 1 ? Finding.bad(OTHERS, found) : Finding.better(OTHERS, found))
                .costing(Measured.NO_SPARE_CORE)
                .changedBy(
                        "stop what need not run (top -o %CPU shows it), or move it away: taskset -pc 0 PID (another user's: as root)");
    }

    private static String percent(final double share) {
        return String.format(Locale.ROOT, "%.2f %%", share * PERCENT);
    }
}
