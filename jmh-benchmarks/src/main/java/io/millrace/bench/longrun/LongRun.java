package io.millrace.bench.longrun;

import io.millrace.bench.child.ChildJvm;
import io.millrace.bench.child.Collector;
import io.millrace.bench.compare.Effort;
import io.millrace.bench.journaled.Scratch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Lets the journaled flow run for ten minutes without a garbage collector, in a process of its own. */
public final class LongRun {
    private static final String HEAP = "256m";
    private static final Duration START_AND_END = Duration.ofMinutes(3);

    private final Path files;
    private final Path results;
    private final String commit;

    /**
     * @param files   where the journal is made: needs room for three minutes of it, about 9 GB with full effort
     * @param results the results directory
     * @param commit  what is measured
     */
    public LongRun(final Path files, final Path results, final String commit) {
        this.files = files;
        this.results = results;
        this.commit = commit;
    }

    /**
     * Runs it.
     *
     * @throws IllegalStateException if it does not survive
     */
    public void run(final Effort effort, final Consumer<String> progress) {
        if (!ChildJvm.has(ChildJvm.ownHome(), Collector.EPSILON)) {
            progress.accept("long run: left out, since this JVM has no collector that never collects");
            return;
        }
        final int seconds = effort.of(600, 20, 2);
        final long rate = effort.of(500_000, 500_000, 10_000);
        try (Scratch scratch = new Scratch(files)) {
            ChildJvm.of(ChildJvm.ownHome(), Collector.EPSILON, HEAP)
                    .run(
                            LongRunProcess.class,
                            List.of(
                                    scratch.renew("files").toString(),
                                    scratch.describe(),
                                    results.toString(),
                                    commit,
                                    Long.toString(rate),
                                    Integer.toString(seconds)),
                            START_AND_END.plusSeconds(seconds),
                            progress);
        }
    }
}
