package io.millrace.report.html;

import io.millrace.report.figure.FlowRuns;
import io.millrace.report.figure.Mark;
import io.millrace.report.figure.Percentile;
import io.millrace.report.figure.Quantity;
import io.millrace.report.machine.Machine;
import io.millrace.report.markup.Markup;
import io.millrace.report.plot.Swatch;
import io.millrace.report.results.MeasuredRun;
import io.millrace.report.results.RunSetup;
import java.util.ArrayList;
import java.util.List;

/** Percentiles of the runs of one flow. */
final class PercentileTable {
    private PercentileTable() {}

    static void write(final Markup markup, final FlowRuns flow, final Machine machine) {
        final Table table = new Table(markup, "Latency percentiles in microseconds", columns());
        for (final long rate : flow.rates()) {
            table.group(Quantity.rate(rate) + " offered, latency in µs");
            flow.at(rate).forEach(run -> row(table, flow, run, machine));
        }
        table.close();
    }

    private static List<Column> columns() {
        final List<Column> columns = new ArrayList<>();
        columns.add(Column.text("run"));
        for (final Percentile percentile : Percentile.values()) {
            columns.add(Column.number(percentile.label()));
        }
        columns.add(Column.number("max"));
        columns.add(Column.number("records"));
        columns.add(Column.text("layout"));
        columns.add(Column.text("journal"));
        columns.add(Column.text("wait"));
        columns.add(Column.number("threads"));
        return columns;
    }

    private static void row(final Table table, final FlowRuns flow, final MeasuredRun run, final Machine machine) {
        final RunSetup setup = run.run().setup();
        table.row().cell(markup -> {
            markup.open("div", "class", "run");
            Swatch.draw(markup, flow.seriesOf(run).index());
            markup.open("div").text(run.run().title());
            marks(markup, Mark.of(run, machine));
            markup.close().close();
        });
        for (final Percentile percentile : Percentile.values()) {
            table.cell(markup -> {
                markup.text(percentile.quote(run));
                if (percentile.isThin(run)) {
                    markup.leaf("span", Percentile.THIN, "class", "hang");
                }
            });
        }
        table.cell(run.count() == 0 ? Quantity.NONE : Quantity.micros(run.max()))
                .cell(run.count() == 0 ? "nothing recorded" : Quantity.count(run.count()))
                .cell(setup.layout())
                .cell(setup.journal())
                .cell(setup.waitStrategy())
                .cell(Quantity.count(setup.threads()))
                .endRow();
    }

    private static void marks(final Markup markup, final List<Mark> marks) {
        if (!marks.isEmpty()) {
            markup.open("div", "class", "badges");
            marks.forEach(mark ->
                    markup.leaf("span", mark.label(), "class", "badge mark").text(" "));
            markup.close();
        }
    }
}
