package io.millrace.report.plot;

import io.millrace.report.figure.Course;
import io.millrace.report.figure.Quantity;
import io.millrace.report.markup.Markup;
import io.millrace.report.results.History;
import io.millrace.report.results.Target;
import java.util.stream.DoubleStream;

/**
 * A ratio over commits, small enough for a table; shaded where the target is reached:
 *
 * <pre>
 *   ──●
 *   ░░░╲░░░●───●░
 *   ░░░░●─╱░░░░░░
 * </pre>
 */
public final class CoursePlot {
    private static final double WIDTH = 260;
    private static final double HEIGHT = 44;
    private static final double INSET = 6;

    private CoursePlot() {}

    /** Draws one. */
    public static void draw(final Markup markup, final Course course) {
        final LogScale scale = scale(course);
        markup.open(
                "svg",
                "class",
                "course s0",
                "viewBox",
                "0 0 " + Coordinates.pair(WIDTH, HEIGHT),
                "role",
                "img",
                "aria-label",
                course.points().size() + " commits, from "
                        + Quantity.significant(course.first().value()) + " to "
                        + Quantity.significant(course.last().value()));
        target(markup, course.ratio().target(), scale);
        final StringBuilder path = new StringBuilder();
        for (int i = 0; i < course.points().size(); i++) {
            path.append(i == 0 ? "M" : "L")
                    .append(Coordinates.pair(
                            x(course, i), scale.at(course.points().get(i).value())));
        }
        markup.empty("path", "class", "line", "d", path.toString());
        for (int i = 0; i < course.points().size(); i++) {
            final History.Point point = course.points().get(i);
            Marker.CIRCLE.draw(markup, x(course, i), scale.at(point.value()), tooltip(point));
        }
        markup.close();
    }

    private static LogScale scale(final Course course) {
        final double[] shown = DoubleStream.concat(
                        course.points().stream().mapToDouble(History.Point::value),
                        DoubleStream.of(course.ratio().target().bound()).filter(bound -> bound > 0))
                .toArray();
        return new LogScale(
                DoubleStream.of(shown).min().orElse(1) / 1.1,
                DoubleStream.of(shown).max().orElse(1) * 1.1,
                HEIGHT - INSET,
                INSET);
    }

    private static double x(final Course course, final int index) {
        return INSET + (WIDTH - 2 * INSET) * index / (course.points().size() - 1);
    }

    private static String tooltip(final History.Point point) {
        final String note = point.entry().note();
        return Quantity.significant(point.value()) + "×, commit "
                + point.entry().commit() + (note.isEmpty() ? "" : ": " + note);
    }

    /** Small values are at the bottom, so that is where an upper bound is kept. */
    private static void target(final Markup markup, final Target target, final LogScale scale) {
        if (!target.isSet() || target.bound() <= 0) {
            return;
        }
        final double bound = scale.at(target.bound());
        final double top = target.isUpperBound() ? bound : 0;
        final double bottom = target.isUpperBound() ? HEIGHT : bound;
        markup.empty(
                "rect",
                "class",
                "zone",
                "x",
                "0",
                "y",
                Coordinates.text(top),
                "width",
                Coordinates.text(WIDTH),
                "height",
                Coordinates.text(bottom - top));
        markup.empty("path", "class", "bound", "d", "M" + Coordinates.pair(0, bound) + "H" + Coordinates.text(WIDTH));
    }
}
