package io.millrace.bench;

import io.millrace.bench.compare.Effort;
import io.millrace.bench.journaled.JournalBenchmark;
import io.millrace.bench.operators.OperatorBenchmark;
import java.nio.file.Path;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs JMH benchmarks. Forks get the flags of this JVM, which are those of {@code config/jvm.options}: JMH hands them
 * on.
 */
final class JmhRun {
    private static final int QUICK_ITERATIONS = 2;
    private static final int QUICK_MILLIS = 300;

    private final Effort effort;
    private final Path files;

    JmhRun(final Effort effort, final Path files) {
        this.effort = effort;
        this.files = files;
    }

    /** Runs those of the operators, and counts what they allocate. */
    void operators(final Path result) throws RunnerException {
        new Runner(options(result)
                        .include(OperatorBenchmark.class.getName())
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
    }

    /** Runs all but the journal's and the operators', and counts what they allocate; writes results in JMH's format JSON. */
    void intoMemory(final Path result) throws RunnerException {
        new Runner(options(result)
                        .exclude(JournalBenchmark.class.getName())
                        .exclude(OperatorBenchmark.class.getName())
                        .addProfiler(GCProfiler.class)
                        .build())
                .run();
    }

    /** Runs the journal's, whose iterations open files, which allocates and is not what is measured. */
    void intoFiles(final Path result) throws RunnerException {
        new Runner(options(result).include(JournalBenchmark.class.getName()).build()).run();
    }

    private ChainedOptionsBuilder options(final Path result) {
        final ChainedOptionsBuilder options = new OptionsBuilder()
                .jvmArgsAppend("-D" + JournalBenchmark.FILES + "=" + files)
                .resultFormat(ResultFormatType.JSON)
                .result(result.toString())
                .shouldFailOnError(true);
        if (effort != Effort.FULL) {
            options.forks(1)
                    .warmupIterations(QUICK_ITERATIONS)
                    .warmupTime(TimeValue.milliseconds(QUICK_MILLIS))
                    .measurementIterations(QUICK_ITERATIONS)
                    .measurementTime(TimeValue.milliseconds(QUICK_MILLIS));
        }
        return options;
    }
}
