package io.millrace.report.html;

import io.millrace.report.figure.FlowRuns;
import io.millrace.report.figure.Mark;
import io.millrace.report.figure.Percentile;
import io.millrace.report.machine.Machine;
import io.millrace.report.markup.Markup;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/** What the marks in a table of percentiles mean; only those that are in it. */
final class MarkLegend {
    private MarkLegend() {}

    static void write(final Markup markup, final FlowRuns flow, final Machine machine) {
        final Set<Mark> used = EnumSet.noneOf(Mark.class);
        flow.runs().forEach(run -> used.addAll(Mark.of(run, machine)));
        final boolean thin = flow.runs().stream()
                .anyMatch(run -> Stream.of(Percentile.values()).anyMatch(percentile -> percentile.isThin(run)));
        if (used.isEmpty() && !thin) {
            return;
        }
        markup.open("dl", "class", "marks");
        used.forEach(mark -> entry(markup, mark.label(), "badge mark", mark.meaning()));
        if (thin) {
            entry(markup, Percentile.THIN, "badge none", Percentile.THIN_MEANING);
        }
        markup.close();
    }

    private static void entry(final Markup markup, final String label, final String style, final String meaning) {
        markup.open("div").open("dt").leaf("span", label, "class", style).close();
        markup.leaf("dd", meaning).close();
    }
}
