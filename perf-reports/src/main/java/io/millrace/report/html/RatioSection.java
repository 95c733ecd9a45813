package io.millrace.report.html;

import io.millrace.report.figure.Quantity;
import io.millrace.report.figure.RatioWords;
import io.millrace.report.markup.Markup;
import io.millrace.report.plot.RatioPlot;
import io.millrace.report.results.Ratio;
import java.util.List;

/** Ratios, each beside its target. */
final class RatioSection {
    private static final List<Column> COLUMNS = List.of(
            Column.text("comparison"),
            Column.number("ratio"),
            Column.text("outcome"),
            Column.number("target"),
            Column.picture("on a logarithmic scale"),
            Column.prose("subject"),
            Column.prose("baseline"),
            Column.number("pairs"),
            Column.prose("how"));

    private RatioSection() {}

    static void write(final Markup markup, final List<Ratio> ratios) {
        markup.open("section", "id", "ratios").leaf("h2", "Ratios");
        markup.leaf(
                "p",
                "Both sides of a ratio were measured in the same run, by turns, so that it holds on other machines better"
                        + " than any figure does. In the pictures the shaded part is where the target is reached, the"
                        + " short line is 1×.",
                "class",
                "note");
        final Table table = new Table(markup, "Ratios and their targets", COLUMNS);
        for (final String group : ratios.stream().map(Ratio::group).distinct().toList()) {
            table.group(group);
            final List<Ratio> its =
                    ratios.stream().filter(ratio -> ratio.group().equals(group)).toList();
            final RatioPlot plot = new RatioPlot(its);
            its.forEach(ratio -> row(table, plot, ratio));
        }
        table.close();
        markup.close();
    }

    private static void row(final Table table, final RatioPlot plot, final Ratio ratio) {
        table.row()
                .cell(ratio.name())
                .cell(markup -> markup.leaf("strong", RatioWords.value(ratio))
                        .leaf("span", RatioWords.meaning(ratio), "class", "sub"))
                .cell(markup -> outcome(markup, ratio))
                .cell(ratio.target().symbols())
                .cell(markup -> plot.draw(markup, ratio))
                .cell(markup -> side(markup, ratio.subject()))
                .cell(markup -> side(markup, ratio.baseline()))
                .cell(Quantity.count(ratio.pairs()))
                .cell(markup -> markup.open("details")
                        .leaf("summary", "context")
                        .leaf("p", ratio.context())
                        .close())
                .endRow();
    }

    private static void side(final Markup markup, final Ratio.Side side) {
        markup.text(side.label()).leaf("span", Quantity.significant(side.nanosPerOp()) + " ns/op", "class", "sub");
    }

    private static void outcome(final Markup markup, final Ratio ratio) {
        final String kind;
        if (!ratio.target().isSet()) {
            kind = "none";
        } else {
            kind = ratio.isReached() ? "reached" : "missed";
        }
        markup.leaf("span", RatioWords.outcome(ratio), "class", "badge " + kind);
    }
}
