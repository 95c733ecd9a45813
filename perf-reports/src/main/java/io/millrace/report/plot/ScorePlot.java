package io.millrace.report.plot;

import io.millrace.report.figure.JmhGroup;
import io.millrace.report.markup.Markup;
import io.millrace.report.results.JmhResult;

/**
 * Scores of a group as bars from zero, one small picture each, all on one scale:
 *
 * <pre>
 *   ████████████├──┤      the score, and its 99.9 % confidence interval
 *            ╵╵ ╵ ╵       the iterations that it is the mean of
 * </pre>
 *
 * It holds no text and is stretched to the room there is.
 */
public final class ScorePlot {
    private static final double WIDTH = 1000;
    private static final double HEIGHT = 24;
    private static final double BAR_TOP = 5;
    private static final double BAR_BOTTOM = 15;
    private static final int MOST_ITERATIONS = 100;

    private final double perUnit;

    /** For one group. */
    public ScorePlot(final JmhGroup group) {
        final double greatest = group.greatest();
        perUnit = greatest > 0 ? WIDTH * 0.985 / greatest : 0;
    }

    /** Draws one. */
    public void draw(final Markup markup, final JmhResult result) {
        markup.open(
                "svg",
                "class",
                "score",
                "viewBox",
                "0 0 " + Coordinates.pair(WIDTH, HEIGHT),
                "preserveAspectRatio",
                "none",
                "aria-hidden",
                "true");
        final double score = x(result.primary().score());
        markup.empty(
                "rect",
                "class",
                "bar",
                "x",
                "0",
                "y",
                Coordinates.text(BAR_TOP),
                "width",
                Coordinates.text(score),
                "height",
                Coordinates.text(BAR_BOTTOM - BAR_TOP));
        if (result.primary().hasError()) {
            interval(
                    markup,
                    x(result.primary().score() - result.primary().error()),
                    x(result.primary().score() + result.primary().error()));
        }
        final StringBuilder ticks = new StringBuilder();
        result.iterations().stream()
                .limit(MOST_ITERATIONS)
                .forEach(iteration -> ticks.append("M")
                        .append(Coordinates.pair(x(iteration), BAR_BOTTOM + 3))
                        .append("V")
                        .append(Coordinates.text(HEIGHT - 1)));
        if (ticks.length() > 0) {
            markup.empty("path", "class", "iterations", "d", ticks.toString());
        }
        markup.close();
    }

    private void interval(final Markup markup, final double from, final double to) {
        final double middle = (BAR_TOP + BAR_BOTTOM) / 2;
        markup.empty(
                "path",
                "class",
                "interval",
                "d",
                "M" + Coordinates.pair(from, middle) + "H" + Coordinates.text(to) + whiskerEnd(from, middle)
                        + whiskerEnd(to, middle));
    }

    private static String whiskerEnd(final double x, final double middle) {
        return "M" + Coordinates.pair(x, middle - 4) + "V" + Coordinates.text(middle + 4);
    }

    /** What is no number, or below zero, stands at zero: the figure beside it tells. */
    private double x(final double value) {
        return Double.isFinite(value) ? Math.max(0, value * perUnit) : 0;
    }
}
