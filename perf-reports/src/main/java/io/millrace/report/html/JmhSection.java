package io.millrace.report.html;

import io.millrace.report.figure.JmhGroup;
import io.millrace.report.figure.Quantity;
import io.millrace.report.markup.Markup;
import io.millrace.report.plot.ScorePlot;
import io.millrace.report.results.JmhResult;
import io.millrace.report.results.Metric;
import java.util.ArrayList;
import java.util.List;

/** JMH's scores: a table with bars for each class of benchmarks. */
final class JmhSection {
    /** An error beyond this share of its score is pointed out. */
    private static final double WIDE_ERROR = 0.2;

    private static final List<Double> SAMPLED = List.of(50.0, 90.0, 99.0, 99.9, 99.99, 100.0);

    private JmhSection() {}

    static void write(final Markup markup, final List<JmhResult> results) {
        markup.open("section", "id", "jmh").leaf("h2", "Benchmarks");
        markup.leaf(
                "p",
                "Bars start at zero; the line at a bar's end is the 99.9 % confidence interval, the ticks under it are the"
                        + " iterations. B/op is what one operation allocates, as JMH's gc profiler counts it.",
                "class",
                "note");
        JmhPairTable.write(markup, results);
        JmhGroup.of(results).forEach(group -> group(markup, group));
        JmhConditions.write(markup, results);
        markup.close();
    }

    private static void group(final Markup markup, final JmhGroup group) {
        markup.open("h3").text(group.type() + " ");
        markup.leaf("span", group.meaning(), "class", "aside").close();
        final Table table = new Table(markup, group.type(), columns(group));
        final ScorePlot plot = new ScorePlot(group);
        group.results().forEach(result -> row(table, plot, group, result));
        table.close();
    }

    private static List<Column> columns(final JmhGroup group) {
        final List<Column> columns = new ArrayList<>();
        columns.add(Column.text("benchmark"));
        group.params().forEach(param -> columns.add(Column.text(param)));
        columns.add(Column.number(group.unit()));
        columns.add(Column.number("± error"));
        columns.add(Column.picture("score from zero"));
        columns.add(Column.number("B/op"));
        if (group.hasPercentiles()) {
            SAMPLED.forEach(percentile ->
                    columns.add(Column.number(percentile == 100 ? "max" : Quantity.percentile(percentile))));
        }
        columns.add(Column.number("threads"));
        columns.add(Column.text("forks × iterations"));
        columns.add(Column.text("JDK"));
        return columns;
    }

    private static void row(final Table table, final ScorePlot plot, final JmhGroup group, final JmhResult result) {
        table.row().cell(result.method());
        group.params().forEach(param -> table.cell(result.params().getOrDefault(param, Quantity.NONE)));
        table.cell(markup -> markup.leaf(
                        "strong", Quantity.significant(result.primary().score())))
                .cell(markup -> error(markup, result.primary()))
                .cell(markup -> plot.draw(markup, result))
                .cell(result.allocation()
                        .map(Metric::score)
                        .map(Quantity::allocation)
                        .orElse("not measured"));
        if (group.hasPercentiles()) {
            SAMPLED.forEach(percentile ->
                    table.cell(Quantity.significant(result.percentiles().getOrDefault(percentile, Double.NaN))));
        }
        table.cell(Quantity.count(result.conditions().threads()))
                .cell(result.conditions().forks() + " × " + result.conditions().measurement())
                .cell(result.conditions().jdk())
                .endRow();
    }

    private static void error(final Markup markup, final Metric metric) {
        if (!metric.hasError()) {
            markup.text("unknown");
            return;
        }
        if (metric.error() > WIDE_ERROR * Math.abs(metric.score())) {
            markup.leaf("span", "wide", "class", "badge mark").text(" ");
        }
        markup.text(Quantity.significant(metric.error()));
    }
}
