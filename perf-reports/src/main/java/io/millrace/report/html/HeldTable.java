package io.millrace.report.html;

import io.millrace.report.figure.FlowRuns;
import io.millrace.report.figure.HeldRate;
import io.millrace.report.figure.Percentile;
import io.millrace.report.figure.Quantity;
import io.millrace.report.figure.Series;
import io.millrace.report.markup.Markup;
import io.millrace.report.plot.Swatch;
import java.util.List;

/** Up to which rate each series of a study holds. */
final class HeldTable {
    private static final List<Column> COLUMNS = List.of(
            Column.text("series"),
            Column.number("holds up to"),
            Column.number("p50 there, µs"),
            Column.number("p99 there, µs"),
            Column.text("what breaks then"));

    private HeldTable() {}

    static void write(final Markup markup, final FlowRuns flow) {
        final Table table = new Table(markup, "Highest rates that hold", COLUMNS);
        for (final Series series : flow.series()) {
            final HeldRate held = HeldRate.of(series);
            table.row()
                    .cell(inner -> {
                        inner.open("div", "class", "run");
                        Swatch.draw(inner, series.index());
                        inner.leaf("div", series.label()).close();
                    })
                    .cell(held.rate())
                    .cell(held.highest().map(Percentile.P50::quote).orElse(Quantity.NONE))
                    .cell(held.highest().map(Percentile.P99::quote).orElse(Quantity.NONE))
                    .cell(held.breaking())
                    .endRow();
        }
        table.close();
    }
}
