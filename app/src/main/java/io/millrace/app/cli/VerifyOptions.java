package io.millrace.app.cli;

import io.millrace.app.run.OtherJvm;
import io.millrace.app.terminal.Console;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.verify.Detail;
import io.millrace.engine.verify.Look;
import io.millrace.engine.verify.SoloRun;
import io.millrace.engine.verify.Verification;
import io.millrace.engine.verify.VerificationReport;
import io.millrace.operators.Flow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** How a flow is verified. */
final class VerifyOptions {
    private static final int PARTS_OF_RANGE = 4;

    @Option(
            names = "--every",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Verification: records between comparisons. Default: ${DEFAULT-VALUE}.")
    private long every;

    @Option(
            names = "--jvm",
            paramLabel = "JAVA",
            description = "Verification: run the flow by this java, too, and compare. May be repeated.")
    private List<Path> jvms = List.of();

    @Option(names = OtherJvm.OPTION, hidden = true, description = "Print checkpoints: what another JVM is started for.")
    private String checkpoints;

    /** Whether anything was asked for that only a verification does. */
    boolean isGiven() {
        return !jvms.isEmpty() || checkpoints != null;
    }

    /**
     * Verifies a flow and tells the result.
     *
     * @param configs   gives a configuration for each copy
     * @param layout    fused if the layout with threads shall be left out
     * @param program   what another JVM has to run
     * @param arguments what it is to be told
     * @return exit code
     */
    int verify(
            final Flow flow,
            final Path journal,
            final Supplier<RunConfig> configs,
            final Layout layout,
            final Supplier<List<String>> program,
            final List<String> arguments,
            final Console console) {
        if (every < 1) {
            throw new Use("--every " + every + ": at least 1");
        }
        if (checkpoints != null) {
            new SoloRun(flow, configs)
                    .run(
                            Journals.open(journal),
                            look(checkpoints),
                            checkpoint -> console.out().println(OtherJvm.line(checkpoint)));
            return 0;
        }
        final Verification verification = new Verification(flow, configs, from -> Journals.open(journal, from))
                .every(every)
                .threaded(layout == Layout.THREADED);
        for (final Path jvm : jvms) {
            if (!Files.isExecutable(jvm) || Files.isDirectory(jvm)) {
                throw new Use("--jvm " + jvm + ": no program that can be run; name a java, such as JDK/bin/java");
            }
            verification.against(new OtherJvm(jvm, Use.of(program), arguments));
        }
        final VerificationReport report = verification.run();
        console.out().println(report);
        return report.isEqual() && report.failure() == null ? 0 : Failures.EXIT_CODE;
    }

    private static Look look(final String range) {
        final String[] parts = range.split(",", -1);
        if (parts.length != PARTS_OF_RANGE) {
            throw new Use(OtherJvm.OPTION + " " + range + ": this option is not for people");
        }
        return new Look(
                Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]), Detail.valueOf(parts[3]));
    }
}
