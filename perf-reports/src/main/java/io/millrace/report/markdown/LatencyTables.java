package io.millrace.report.markdown;

import io.millrace.report.figure.Cost;
import io.millrace.report.figure.Feature;
import io.millrace.report.figure.FlowRuns;
import io.millrace.report.figure.HeldRate;
import io.millrace.report.figure.Mark;
import io.millrace.report.figure.Percentile;
import io.millrace.report.figure.Quantity;
import io.millrace.report.figure.Series;
import io.millrace.report.machine.Machine;
import io.millrace.report.results.MeasuredRun;
import io.millrace.report.results.ThreadCost;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of latency runs. */
final class LatencyTables {
    private LatencyTables() {}

    /** Of one run at least. */
    static void percentiles(final StringBuilder out, final List<MeasuredRun> all, final Machine machine) {
        final List<MeasuredRun> runs = ordered(all);
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

    /** What each run cost beside its work, and each thread of those that have several. */
    static void cost(final StringBuilder out, final List<MeasuredRun> runs) {
        final List<String> headings = new ArrayList<>(List.of("run", "rate:"));
        for (final Cost cost : Cost.values()) {
            headings.add(cost.title() + ":");
        }
        headings.add(Cost.START + ":");
        final MarkdownTable table = new MarkdownTable(out, headings);
        for (final MeasuredRun run : ordered(runs)) {
            final List<String> cells = new ArrayList<>(
                    List.of(run.run().title(), Quantity.rate(run.run().load().ratePerSecond())));
            for (final Cost cost : Cost.values()) {
                cells.add(cost.of(run));
            }
            cells.add(Cost.start(run));
            table.row(cells);
            Cost.threads(run).forEach(thread -> table.row(cells(thread)));
        }
    }

    private static List<String> cells(final ThreadCost thread) {
        final List<String> cells = new ArrayList<>(List.of("thread " + thread.name(), ""));
        for (final Cost cost : Cost.values()) {
            cells.add(cost.of(thread));
        }
        cells.add("");
        return cells;
    }

    /** Up to which rate each series holds. */
    static void held(final StringBuilder out, final List<MeasuredRun> runs) {
        final MarkdownTable table = new MarkdownTable(
                out, List.of("series", "holds up to:", "p50 there, µs:", "p99 there, µs:", "what breaks then"));
        for (final FlowRuns flow : FlowRuns.of(runs)) {
            for (final Series series : flow.series()) {
                final HeldRate held = HeldRate.of(series);
                table.row(
                        series.label(),
                        held.rate(),
                        held.highest().map(Percentile.P50::quote).orElse(Quantity.NONE),
                        held.highest().map(Percentile.P99::quote).orElse(Quantity.NONE),
                        held.breaking());
            }
        }
    }

    private static List<MeasuredRun> ordered(final List<MeasuredRun> runs) {
        return FlowRuns.of(runs).stream().flatMap(flow -> flow.runs().stream()).toList();
    }
}
