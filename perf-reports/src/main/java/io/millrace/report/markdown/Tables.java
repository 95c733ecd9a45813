package io.millrace.report.markdown;

import io.millrace.report.figure.Feature;
import io.millrace.report.figure.FlowRuns;
import io.millrace.report.figure.JmhGroup;
import io.millrace.report.figure.JmhPair;
import io.millrace.report.figure.Mark;
import io.millrace.report.figure.Percentile;
import io.millrace.report.figure.Quantity;
import io.millrace.report.figure.RatioWords;
import io.millrace.report.machine.Machine;
import io.millrace.report.machine.MachineContext;
import io.millrace.report.results.JmhResult;
import io.millrace.report.results.MeasuredRun;
import io.millrace.report.results.Metric;
import io.millrace.report.results.Ratio;
import io.millrace.report.results.Results;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables that the report and the key figures are made of. */
final class Tables {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Tables() {}

    /** One sentence: when, where, which commit. */
    static String origin(final MachineContext context) {
        final Machine machine = context.machine();
        return MarkdownTable.escape("Measured " + DAY.format(context.when()) + " at commit " + context.commit() + " on "
                + machine.cpu() + ", " + Quantity.count(machine.processors())
                + (machine.processors() == 1 ? " processor" : " processors")
                + (machine.isVirtual() ? " (virtual)" : "") + ", " + Quantity.memory(machine.memoryBytes()) + ", "
                + machine.kernel() + ", JDK " + context.jvm().version() + ", "
                + context.jvm().gc() + " GC.");
    }

    static void ratios(final StringBuilder out, final List<Ratio> ratios) {
        final MarkdownTable table = new MarkdownTable(
                out,
                List.of("comparison", "ratio:", "target:", "outcome", "subject, ns/op", "baseline, ns/op", "context"));
        for (final Ratio ratio : ratios) {
            table.row(
                    ratio.group() + ": " + ratio.name(),
                    RatioWords.value(ratio) + " " + RatioWords.meaning(ratio),
                    ratio.target().symbols(),
                    RatioWords.outcome(ratio),
                    side(ratio.subject()),
                    side(ratio.baseline()),
                    ratio.context());
        }
    }

    private static String side(final Ratio.Side side) {
        return side.label() + ", " + Quantity.significant(side.nanosPerOp());
    }

    /** Of one run at least. */
    static void latency(final StringBuilder out, final Results results) {
        final Machine machine = results.context().machine();
        final List<MeasuredRun> runs = FlowRuns.of(results.latency()).stream()
                .flatMap(flow -> flow.runs().stream())
                .toList();
        final Set<Feature> telling = Feature.telling(runs);
        final List<String> headings = new ArrayList<>(List.of("run", "rate:"));
        for (final Percentile percentile : Percentile.values()) {
            headings.add(percentile.label() + ":");
        }
        headings.addAll(List.of("max:", "records:", "what ran", "marks"));
        final MarkdownTable table = new MarkdownTable(out, headings);
        for (final MeasuredRun run : runs) {
            final List<String> cells = new ArrayList<>();
            cells.add(run.run().title());
            cells.add(Quantity.rate(run.run().load().ratePerSecond()));
            for (final Percentile percentile : Percentile.values()) {
                cells.add(percentile.quote(run) + (percentile.isThin(run) ? Percentile.THIN : ""));
            }
            cells.add(run.count() == 0 ? Quantity.NONE : Quantity.micros(run.max()));
            cells.add(Quantity.count(run.count()));
            cells.add(Feature.describe(run.run().setup(), telling));
            cells.add(Mark.of(run, machine).stream().map(Mark::label).collect(Collectors.joining(", ")));
            table.row(cells);
        }
        final Set<Feature> shared = EnumSet.complementOf(EnumSet.copyOf(telling));
        if (!shared.isEmpty()) {
            out.append("\nAll runs: ")
                    .append(MarkdownTable.escape(
                            Feature.describe(runs.get(0).run().setup(), shared)))
                    .append(".\n");
        }
        marks(out, runs, machine);
    }

    private static void marks(final StringBuilder out, final List<MeasuredRun> runs, final Machine machine) {
        final Set<Mark> used = EnumSet.noneOf(Mark.class);
        runs.forEach(run -> used.addAll(Mark.of(run, machine)));
        final boolean thin = runs.stream()
                .anyMatch(run -> Stream.of(Percentile.values()).anyMatch(percentile -> percentile.isThin(run)));
        if (thin || !used.isEmpty()) {
            out.append('\n');
        }
        used.forEach(mark -> entry(out, mark.label(), mark.meaning()));
        if (thin) {
            entry(out, Percentile.THIN, Percentile.THIN_MEANING);
        }
    }

    private static void entry(final StringBuilder out, final String label, final String meaning) {
        out.append("* ")
                .append(MarkdownTable.escape(label))
                .append(": ")
                .append(MarkdownTable.escape(meaning))
                .append(".\n");
    }

    static void jmh(final StringBuilder out, final JmhGroup group) {
        final MarkdownTable table = new MarkdownTable(
                out, List.of("benchmark", "parameters", group.unit() + ":", "± error:", "B/op:", "JDK"));
        for (final JmhResult result : group.results()) {
            table.row(
                    result.method(),
                    result.paramText(),
                    Quantity.significant(result.primary().score()),
                    result.primary().hasError()
                            ? Quantity.significant(result.primary().error())
                            : "unknown",
                    result.allocation()
                            .map(Metric::score)
                            .map(Quantity::allocation)
                            .orElse("not measured"),
                    result.conditions().jdk());
        }
    }

    /** Benchmarks beside the same work by other means; nothing if there are none. */
    static void jmhPairs(final StringBuilder out, final List<JmhPair> pairs) {
        if (pairs.isEmpty()) {
            return;
        }
        out.append('\n');
        final MarkdownTable table =
                new MarkdownTable(out, List.of("benchmark", "parameters", "compared with", "times the time:"));
        for (final JmhPair pair : pairs) {
            table.row(
                    pair.subject().method(),
                    pair.subject().paramText(),
                    pair.means(),
                    Quantity.significant(pair.cost()) + "×");
        }
    }
}
