package io.millrace.report.html;

import io.millrace.report.figure.Course;
import io.millrace.report.figure.Quantity;
import io.millrace.report.markup.Markup;
import io.millrace.report.plot.CoursePlot;
import io.millrace.report.results.History;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Ratios over commits, and what the commits were. */
final class HistorySection {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

    private HistorySection() {}

    static void write(final Markup markup, final History history, final List<Course> courses) {
        markup.open("section", "id", "history").leaf("h2", "History");
        markup.leaf(
                "p",
                "Ratios of the commits that were measured for the record, the oldest on the left, on a logarithmic scale of"
                        + " their own. The shaded part is where the target is reached. A point tells its commit.",
                "class",
                "note");
        final Table table = new Table(
                markup,
                "Ratios over commits",
                List.of(
                        Column.text("comparison"),
                        Column.number("first"),
                        Column.number("last"),
                        Column.text("change"),
                        Column.picture("over commits"),
                        Column.number("commits")));
        for (final String group : courses.stream()
                .map(course -> course.ratio().group())
                .distinct()
                .toList()) {
            table.group(group);
            courses.stream()
                    .filter(course -> course.ratio().group().equals(group))
                    .forEach(course -> row(table, course));
        }
        table.close();
        commits(markup, history);
        markup.close();
    }

    private static void row(final Table table, final Course course) {
        table.row()
                .cell(course.ratio().name())
                .cell(Quantity.significant(course.first().value()) + "×")
                .cell(markup ->
                        markup.leaf("strong", Quantity.significant(course.last().value()) + "×"))
                .cell(markup -> markup.leaf("span", course.change(), "class", course.isWorse() ? "worse" : "change"))
                .cell(markup -> CoursePlot.draw(markup, course))
                .cell(Quantity.count(course.points().size()))
                .endRow();
    }

    private static void commits(final Markup markup, final History history) {
        markup.open("details").leaf("summary", "The commits");
        final Table table = new Table(
                markup,
                "Commits",
                List.of(
                        Column.text("commit"),
                        Column.text("measured"),
                        Column.text("JDK"),
                        Column.number("ratios"),
                        Column.longProse("note")));
        for (final History.Entry entry : history.entries()) {
            table.row()
                    .cell(cell -> cell.leaf("code", entry.commit()))
                    .cell(DAY.format(entry.when()))
                    .cell(entry.jdk())
                    .cell(Quantity.count(entry.ratios().size()))
                    .cell(entry.note().isEmpty() ? Quantity.NONE : entry.note())
                    .endRow();
        }
        table.close();
        markup.close();
    }
}
