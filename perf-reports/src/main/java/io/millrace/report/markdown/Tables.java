package io.millrace.report.markdown;

import io.millrace.report.figure.JmhGroup;
import io.millrace.report.figure.JmhPair;
import io.millrace.report.figure.Quantity;
import io.millrace.report.figure.RatioWords;
import io.millrace.report.machine.Machine;
import io.millrace.report.machine.MachineContext;
import io.millrace.report.results.JmhResult;
import io.millrace.report.results.Metric;
import io.millrace.report.results.Ratio;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The tables that the report and the key figures are made of. */
final class Tables {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final List<String> RATIO_HEADINGS =
            List.of("comparison", "ratio:", "target:", "outcome", "subject, ns/op", "baseline, ns/op");

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

    /** Without their context. */
    static void keyRatios(final StringBuilder out, final List<Ratio> ratios) {
        final MarkdownTable table = new MarkdownTable(out, RATIO_HEADINGS);
        ratios.forEach(ratio -> table.row(cells(ratio)));
    }

    static void ratios(final StringBuilder out, final List<Ratio> ratios) {
        final MarkdownTable table = new MarkdownTable(out, with(RATIO_HEADINGS, "context"));
        ratios.forEach(ratio -> table.row(with(cells(ratio), ratio.context())));
    }

    private static List<String> cells(final Ratio ratio) {
        return List.of(
                ratio.group() + ": " + ratio.name(),
                RatioWords.value(ratio) + " " + RatioWords.meaning(ratio),
                ratio.target().symbols(),
                RatioWords.outcome(ratio),
                side(ratio.subject()),
                side(ratio.baseline()));
    }

    private static List<String> with(final List<String> cells, final String last) {
        return Stream.concat(cells.stream(), Stream.of(last)).toList();
    }

    private static String side(final Ratio.Side side) {
        return side.label() + ", " + Quantity.significant(side.nanosPerOp());
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
