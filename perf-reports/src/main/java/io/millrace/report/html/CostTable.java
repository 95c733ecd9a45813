package io.millrace.report.html;

import io.millrace.report.figure.Cost;
import io.millrace.report.figure.FlowRuns;
import io.millrace.report.figure.Quantity;
import io.millrace.report.markup.Markup;
import io.millrace.report.results.MeasuredRun;
import io.millrace.report.results.ThreadCost;
import java.util.ArrayList;
import java.util.List;

/** What runs cost beside their work; each measured thread has a line of its own where there are several. */
final class CostTable {
    private CostTable() {}

    static void write(final Markup markup, final FlowRuns flow) {
        final List<Column> columns = new ArrayList<>();
        columns.add(Column.text("run"));
        for (final Cost cost : Cost.values()) {
            columns.add(Column.number(cost.title()));
        }
        final Table table = new Table(markup, "Service cost of the latency runs", columns);
        for (final long rate : flow.rates()) {
            table.group(Quantity.rate(rate) + " offered");
            flow.at(rate).forEach(run -> rows(table, run));
        }
        table.close();
    }

    private static void rows(final Table table, final MeasuredRun run) {
        table.row().cell(run.run().title());
        for (final Cost cost : Cost.values()) {
            table.cell(cost.of(run));
        }
        table.endRow();
        for (final ThreadCost thread : Cost.threads(run)) {
            table.part().cell(markup -> markup.leaf("span", "thread " + thread.name(), "class", "sub"));
            for (final Cost cost : Cost.values()) {
                table.cell(markup -> markup.leaf("span", cost.of(thread), "class", "sub"));
            }
            table.endRow();
        }
    }
}
