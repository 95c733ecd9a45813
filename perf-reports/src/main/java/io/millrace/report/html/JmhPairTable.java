package io.millrace.report.html;

import io.millrace.report.figure.JmhGroup;
import io.millrace.report.figure.JmhPair;
import io.millrace.report.figure.Quantity;
import io.millrace.report.markup.Markup;
import io.millrace.report.results.JmhResult;
import io.millrace.report.results.Metric;
import java.util.List;

/** Benchmarks beside the same work by other means, as ratios. */
final class JmhPairTable {
    private JmhPairTable() {}

    /** Writes nothing if there is no pair. */
    static void write(final Markup markup, final List<JmhResult> results) {
        final List<JmhGroup> groups = JmhGroup.of(results).stream()
                .filter(group -> !JmhPair.of(group).isEmpty())
                .toList();
        if (groups.isEmpty()) {
            return;
        }
        markup.open("h3").text("Each piece beside its floor ");
        markup.leaf("span", "time of ours divided by that of the other, less is better", "class", "aside")
                .close();
        final Table table = new Table(
                markup,
                "Pieces and their floors",
                List.of(
                        Column.text("benchmark"),
                        Column.text("parameters"),
                        Column.text("compared with"),
                        Column.number("ratio"),
                        Column.number("ours"),
                        Column.number("other"),
                        Column.number("B/op, ours"),
                        Column.number("B/op, other")));
        for (final JmhGroup group : groups) {
            table.group(group.type() + ", " + group.unit());
            JmhPair.of(group).forEach(pair -> row(table, pair));
        }
        table.close();
    }

    private static void row(final Table table, final JmhPair pair) {
        table.row()
                .cell(pair.subject().method())
                .cell(pair.subject().paramText())
                .cell(pair.means())
                .cell(markup -> markup.leaf("strong", Quantity.significant(pair.cost()) + "×"))
                .cell(Quantity.significant(pair.subject().primary().score()))
                .cell(Quantity.significant(pair.baseline().primary().score()))
                .cell(allocation(pair.subject()))
                .cell(allocation(pair.baseline()))
                .endRow();
    }

    private static String allocation(final JmhResult result) {
        return result.allocation().map(Metric::score).map(Quantity::allocation).orElse(Quantity.NONE);
    }
}
