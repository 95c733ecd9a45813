package io.millrace.report.support;

import io.millrace.report.machine.MachineContext;
import io.millrace.report.results.Ratio;
import io.millrace.report.results.ResultsWriter;
import io.millrace.report.results.Target;
import java.nio.file.Path;
import java.util.List;

/** Commits that were measured one after the other into one directory. */
public final class SampleHistory {
    private SampleHistory() {}

    /** One more commit, at which a cost and a speed were these. */
    public static void commit(final Path directory, final String commit, final double cost, final double speed) {
        commit(directory, SampleResults.context().withCommit(commit), ratios(cost, speed));
    }

    /** One more commit. */
    public static void commit(final Path directory, final MachineContext context, final List<Ratio> ratios) {
        directory.resolve("context.json").toFile().delete();
        ResultsWriter.into(directory, context).ratios(ratios);
        ResultsWriter.remember(directory);
    }

    private static List<Ratio> ratios(final double cost, final double speed) {
        return List.of(
                new Ratio(
                        "group",
                        "cost",
                        cost,
                        Target.parse("<= 1.10"),
                        new Ratio.Side("floor", 100),
                        new Ratio.Side("ours", 100 * cost),
                        5,
                        "made up"),
                new Ratio(
                        "group",
                        "speed",
                        speed,
                        Target.parse(">= 3"),
                        new Ratio.Side("other", 100 * speed),
                        new Ratio.Side("ours", 100),
                        5,
                        "made up"));
    }
}
