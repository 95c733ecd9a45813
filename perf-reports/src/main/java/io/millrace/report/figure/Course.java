package io.millrace.report.figure;

import io.millrace.report.results.History;
import io.millrace.report.results.Ratio;
import io.millrace.report.results.Results;
import java.util.List;

/**
 * How a ratio went from commit to commit.
 *
 * @param ratio  as it is now
 * @param points at least two
 */
public record Course(Ratio ratio, List<History.Point> points) {
    /** Less than this share is no change. */
    private static final double NOTICEABLE = 0.05;

    private static final double PERCENT = 100;

    /** Copies the points. */
    public Course {
        points = List.copyOf(points);
    }

    /** Those of all ratios that were measured at two commits or more. */
    public static List<Course> of(final Results results) {
        return results.ratios().stream()
                .map(ratio -> new Course(ratio, results.history().of(ratio)))
                .filter(course -> course.points.size() > 1)
                .toList();
    }

    /** At the first commit of the history. */
    public History.Point first() {
        return points.get(0);
    }

    /** At the last one. */
    public History.Point last() {
        return points.get(points.size() - 1);
    }

    /** From the first to the last in words. */
    public String change() {
        final double growth = last().value() / first().value() - 1;
        if (Math.abs(growth) < NOTICEABLE) {
            return "as it was";
        }
        final boolean better = growth < 0 == (ratio.meaning() == Ratio.Meaning.COST);
        return Quantity.fixed(Math.abs(growth) * PERCENT, 0) + " % " + (better ? "better" : "worse");
    }

    /** Whether it has become better or worse, or neither: a style for both. */
    public boolean isWorse() {
        return change().endsWith("worse");
    }
}
