package io.millrace.report.html;

import io.millrace.report.figure.Cost;
import io.millrace.report.figure.FlowRuns;
import io.millrace.report.figure.Quantity;
import io.millrace.report.markup.Markup;
import io.millrace.report.results.MeasuredRun;
import io.millrace.report.results.RunLoad;
import io.millrace.report.results.RunSetup;
import java.util.List;

/** How a run was set up and what it carried: the rest of its context. */
final class ConditionTable {
    private static final List<Column> COLUMNS = List.of(
            Column.text("run"),
            Column.number("sent"),
            Column.number("achieved"),
            Column.number("seconds"),
            Column.number("waits for room"),
            Column.number(Cost.START),
            Column.text("pinned"),
            Column.text("GC"),
            Column.text("JDK"),
            Column.text("histogram"));

    private ConditionTable() {}

    static void write(final Markup markup, final FlowRuns flow) {
        final Table table = new Table(markup, "Conditions of the latency runs", COLUMNS);
        for (final long rate : flow.rates()) {
            table.group(Quantity.rate(rate) + " offered");
            flow.at(rate).forEach(run -> row(table, run));
        }
        table.close();
    }

    private static void row(final Table table, final MeasuredRun run) {
        final RunSetup setup = run.run().setup();
        final RunLoad load = run.run().load();
        table.row()
                .cell(run.run().title())
                .cell(Quantity.count(load.sent()))
                .cell(Quantity.rate(load.achievedPerSecond()))
                .cell(Quantity.short3(load.seconds()))
                .cell(Quantity.count(load.backpressureWaits()))
                .cell(Cost.start(run))
                .cell(setup.pinned())
                .cell(setup.gc())
                .cell(setup.jdk())
                .cell(markup -> markup.leaf("code", run.name() + ".hlog"))
                .endRow();
    }
}
