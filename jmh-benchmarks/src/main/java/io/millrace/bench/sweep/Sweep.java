package io.millrace.bench.sweep;

import io.millrace.bench.child.ChildJvm;
import io.millrace.bench.child.Collector;
import io.millrace.bench.compare.Effort;
import io.millrace.bench.journaled.Scratch;
import io.millrace.bench.sweep.SweepPlan.JvmChoice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures latency at rising rates until it breaks, over layouts, wait strategies, journals, collectors and JDKs; see the
 * package for the picture.
 */
public final class Sweep {
    private static final String HEAP = "1g";
    private static final Duration START = Duration.ofMinutes(1);
    /** Compiling and warming up the flow, touching memory, catching up with the schedule. */
    private static final Duration BESIDE_EACH_RATE = Duration.ofSeconds(90);

    private final Path files;
    private final Path disk;
    private final Path results;
    private final String commit;

    /**
     * @param files   where journals are made, up to 3 GB
     * @param disk    where journals are made that are synced, up to 3 GB
     * @param results the results directory
     * @param commit  what is measured
     */
    public Sweep(final Path files, final Path disk, final Path results, final String commit) {
        this.files = files;
        this.disk = disk;
        this.results = results;
        this.commit = commit;
    }

    /**
     * Measures all cases. One that fails is told, and the others go on.
     *
     * @param jdks       homes of JDKs; the one of this process if there are none
     * @param collectors those that are compared, where a JDK has them
     */
    public void run(
            final Effort effort,
            final List<Path> jdks,
            final List<Collector> collectors,
            final Consumer<String> progress) {
        final List<JvmChoice> jvms = jvms(jdks.isEmpty() ? List.of(ChildJvm.ownHome()) : jdks, collectors, progress);
        if (jvms.isEmpty()) {
            progress.accept("sweep: left out, since there is no JVM to measure on");
            return;
        }
        final SweepPlan plan = SweepPlan.of(effort, jvms);
        for (final SweepCase each : plan.cases()) {
            measure(each, plan, progress);
        }
    }

    private static List<JvmChoice> jvms(
            final List<Path> jdks, final List<Collector> collectors, final Consumer<String> progress) {
        final List<JvmChoice> jvms = new ArrayList<>();
        for (final Path jdk : jdks) {
            for (final Collector collector : collectors) {
                if (ChildJvm.has(jdk, collector)) {
                    jvms.add(new JvmChoice(jdk, collector));
                } else {
                    progress.accept("sweep, " + jdk + ", " + collector + ": left out, it does not start");
                }
            }
        }
        return jvms;
    }

    private void measure(final SweepCase each, final SweepPlan plan, final Consumer<String> progress) {
        final Duration patience = START.plus(BESIDE_EACH_RATE
                .plusSeconds(plan.warmUpSeconds() + plan.measuredSeconds())
                .multipliedBy(plan.rates().size()));
        // The process may be ended before it has tidied up, so this one does.
        try (Scratch scratch = new Scratch(each.onDisk() ? disk : files)) {
            ChildJvm.of(each.jdk(), each.collector(), HEAP)
                    .run(
                            SweepProcess.class,
                            SweepProcess.arguments(each, plan, scratch, results, commit),
                            patience,
                            progress);
        } catch (final IllegalStateException e) {
            progress.accept("sweep, " + each.name() + ": failed: " + e.getMessage());
        }
    }
}
