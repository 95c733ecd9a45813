package io.millrace.report.html;

import io.millrace.report.figure.FlowRuns;
import io.millrace.report.figure.Quantity;
import io.millrace.report.markup.Markup;
import io.millrace.report.results.Disturbance;
import io.millrace.report.results.MeasuredRun;
import io.millrace.report.results.RunLoad;
import io.millrace.report.results.RunSetup;
import java.util.List;
import java.util.OptionalLong;

/** What a run was like beyond its latency: the rest of its context. */
final class ConditionTable {
    private static final List<Column> COLUMNS = List.of(
            Column.text("run"),
            Column.number("sent"),
            Column.number("achieved"),
            Column.number("seconds"),
            Column.number("waits for room"),
            Column.number("steal %"),
            Column.number("switches vol. / invol."),
            Column.number("faults minor / major"),
            Column.number("bytes per record"),
            Column.number("collections"),
            Column.number("safepoints"),
            Column.text("foreign load"),
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
        final Disturbance disturbance = run.run().disturbance();
        table.row()
                .cell(run.run().title())
                .cell(Quantity.count(load.sent()))
                .cell(Quantity.rate(load.achievedPerSecond()))
                .cell(Quantity.short3(load.seconds()))
                .cell(Quantity.count(load.backpressureWaits()))
                .cell(
                        disturbance.stealPercent().isPresent()
                                ? Quantity.fixed(disturbance.stealPercent().getAsDouble(), 2)
                                : "unknown")
                .cell(pair(disturbance.voluntarySwitches(), disturbance.involuntarySwitches()))
                .cell(pair(disturbance.minorFaults(), disturbance.majorFaults()))
                .cell(perRecord(disturbance.allocatedBytes(), load.sent()))
                .cell(Quantity.count(disturbance.collections()))
                .cell(Quantity.count(disturbance.safepoints()))
                .cell(disturbance.foreignLoad() ? "yes" : "no")
                .cell(setup.pinned())
                .cell(setup.gc())
                .cell(setup.jdk())
                .cell(markup -> markup.leaf("code", run.name() + ".hlog"))
                .endRow();
    }

    private static String pair(final OptionalLong first, final OptionalLong second) {
        return Quantity.count(first) + " / " + Quantity.count(second);
    }

    private static String perRecord(final OptionalLong bytes, final long records) {
        if (bytes.isEmpty()) {
            return "unknown";
        }
        return records == 0 ? Quantity.NONE : Quantity.significant((double) bytes.getAsLong() / records);
    }
}
