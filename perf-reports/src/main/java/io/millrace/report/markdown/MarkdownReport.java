package io.millrace.report.markdown;

import io.millrace.report.figure.Caveats;
import io.millrace.report.figure.Course;
import io.millrace.report.figure.FlowRuns;
import io.millrace.report.figure.JmhGroup;
import io.millrace.report.figure.JmhPair;
import io.millrace.report.figure.Quantity;
import io.millrace.report.machine.Machine;
import io.millrace.report.machine.MachineContext;
import io.millrace.report.results.History;
import io.millrace.report.results.MeasuredRun;
import io.millrace.report.results.Results;
import java.util.List;
import java.util.stream.Stream;

/**
 * The report in short.
 *
 * <p>Thread: one. Deterministic: equal results give equal bytes.
 */
public final class MarkdownReport {
    private MarkdownReport() {}

    /** The whole text. */
    public static String render(final Results results) {
        final StringBuilder out = new StringBuilder("# Millrace performance report\n\n");
        out.append(Tables.origin(results.context())).append('\n');
        if (!results.ratios().isEmpty()) {
            out.append("\n## Ratios\n\nBoth sides were measured in the same run, by turns.\n\n");
            Tables.ratios(out, results.ratios());
        }
        history(out, Course.of(results));
        if (!results.latency().isEmpty()) {
            latency(out, results);
        }
        if (!results.jmh().isEmpty()) {
            out.append("\n## Benchmarks\n");
            for (final JmhGroup group : JmhGroup.of(results.jmh())) {
                out.append("\n### ").append(MarkdownTable.escape(group.type())).append("\n\n");
                out.append(MarkdownTable.escape(group.meaning())).append(".\n\n");
                Tables.jmh(out, group);
                Tables.jmhPairs(out, JmhPair.of(group));
            }
        }
        context(out, results.context());
        return out.toString();
    }

    private static void history(final StringBuilder out, final List<Course> courses) {
        if (courses.isEmpty()) {
            return;
        }
        out.append("\n## History\n\nFrom the first commit that was measured for the record to the last one.\n\n");
        final MarkdownTable table =
                new MarkdownTable(out, List.of("comparison", "first:", "at", "last:", "at", "change", "commits:"));
        for (final Course course : courses) {
            table.row(
                    History.key(course.ratio()),
                    Quantity.significant(course.first().value()) + "×",
                    course.first().entry().commit(),
                    Quantity.significant(course.last().value()) + "×",
                    course.last().entry().commit(),
                    course.change(),
                    Quantity.count(course.points().size()));
        }
    }

    private static void latency(final StringBuilder out, final Results results) {
        out.append(
                        "\n## Latency\n\nMicroseconds from the intended send time, or from where a run says, until the last effect.")
                .append("\n\n");
        final Machine machine = results.context().machine();
        final List<MeasuredRun> usual = FlowRuns.usual(results.latency());
        if (!usual.isEmpty()) {
            LatencyTables.percentiles(out, usual, machine);
            out.append("\n### Service cost of the measured window\n\n");
            LatencyTables.cost(out, usual);
        }
        for (final String study : FlowRuns.studies(results.latency())) {
            out.append("\n### ").append(MarkdownTable.escape(study)).append("\n\n");
            final List<MeasuredRun> its = results.latency().stream()
                    .filter(run -> run.run().setup().study().equals(study))
                    .toList();
            if (FlowRuns.of(its).stream().anyMatch(flow -> flow.rates().size() > 1)) {
                out.append("A rate holds if p99 is at most a millisecond and at least 99 % of what was due was sent in"
                        + " time.\n\n");
                LatencyTables.held(out, its);
            } else {
                LatencyTables.percentiles(out, its, machine);
                out.append('\n');
                LatencyTables.cost(out, its);
            }
        }
    }

    private static void context(final StringBuilder out, final MachineContext context) {
        final Machine machine = context.machine();
        out.append("\n## Context\n\n");
        final MarkdownTable table = new MarkdownTable(out, List.of("what", "value"));
        table.row("measured", context.when().toString());
        table.row("commit", context.commit());
        table.row("virtualised", machine.virtualised());
        table.row("clock source", machine.clockSource());
        table.row("transparent huge pages", machine.transparentHugePages());
        table.row("isolated processors", machine.isolatedCpus());
        table.row("JVM", context.jvm().vm() + ", " + context.jvm().vendor());
        table.row("JVM flags", String.join(" ", context.jvm().flags()));
        final List<String> remarks = Stream.concat(context.notes().stream(), Caveats.of(context).stream())
                .toList();
        if (!remarks.isEmpty()) {
            out.append('\n');
        }
        remarks.forEach(
                remark -> out.append("* ").append(MarkdownTable.escape(remark)).append('\n'));
    }
}
