package io.millrace.report.html;

import io.millrace.report.figure.Quantity;
import io.millrace.report.markup.Markup;
import io.millrace.report.results.JmhResult;
import io.millrace.report.results.Metric;
import java.util.List;
import java.util.Map;

/** What JMH's forks ran with, and what profilers and counters added to the scores. */
final class JmhConditions {
    private JmhConditions() {}

    static void write(final Markup markup, final List<JmhResult> results) {
        markup.leaf("h3", "JVMs of the forks");
        for (final JvmOfForks jvm :
                results.stream().map(JvmOfForks::of).distinct().toList()) {
            markup.open("p", "class", "flags").text(jvm.vm + ", JDK " + jvm.jdk + ": ");
            if (jvm.flags.isEmpty()) {
                markup.text("no flags");
            }
            jvm.flags.forEach(flag -> markup.leaf("code", flag).text(" "));
            markup.close();
        }
        if (results.stream().anyMatch(result -> result.secondary().size() > 1)) {
            markup.open("details").leaf("summary", "All metrics of profilers and counters");
            metrics(markup, results);
            markup.close();
        }
    }

    private static void metrics(final Markup markup, final List<JmhResult> results) {
        final Table table = new Table(
                markup,
                "All metrics",
                List.of(Column.text("metric"), Column.number("score"), Column.number("± error"), Column.text("unit")));
        for (final JmhResult result : results) {
            if (!result.secondary().isEmpty()) {
                table.group(String.join(" ", result.type(), result.method(), result.paramText())
                        .strip());
            }
            for (final Map.Entry<String, Metric> metric : result.secondary().entrySet()) {
                table.row()
                        .cell(metric.getKey())
                        .cell(Quantity.significant(metric.getValue().score()))
                        .cell(Quantity.significant(metric.getValue().error()))
                        .cell(metric.getValue().unit())
                        .endRow();
            }
        }
        table.close();
    }

    /** What sets the JVMs of forks apart. */
    private record JvmOfForks(String vm, String jdk, List<String> flags) {
        static JvmOfForks of(final JmhResult result) {
            return new JvmOfForks(
                    result.conditions().vm(),
                    result.conditions().jdk(),
                    result.conditions().flags());
        }
    }
}
