package io.millrace.report.plot;

import io.millrace.report.figure.RatioWords;
import io.millrace.report.markup.Markup;
import io.millrace.report.results.Ratio;
import io.millrace.report.results.Target;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Ratios beside their targets, one small picture each, all on one scale:
 *
 * <pre>
 *   ──────┃░░░░░░░░░░░░●░░░      ░ where the target is reached   ┃ the target   ● the ratio
 * </pre>
 */
public final class RatioPlot {
    private static final double WIDTH = 150;
    private static final double HEIGHT = 20;
    private static final double INSET = 8;

    private final LogScale scale;

    /** For the ratios of one group, of which there must be one at least. */
    public RatioPlot(final List<Ratio> ratios) {
        final double[] shown = ratios.stream()
                .flatMapToDouble(ratio -> DoubleStream.of(1, ratio.value(), boundOf(ratio)))
                .toArray();
        scale = new LogScale(
                DoubleStream.of(shown).min().orElse(1) / 1.3,
                DoubleStream.of(shown).max().orElse(1) * 1.3,
                INSET,
                WIDTH - INSET);
    }

    /** A bound of zero can't be shown, and none need be. */
    private static double boundOf(final Ratio ratio) {
        return ratio.target().isSet() && ratio.target().bound() > 0
                ? ratio.target().bound()
                : 1;
    }

    /** Draws one. */
    public void draw(final Markup markup, final Ratio ratio) {
        markup.open(
                "svg",
                "class",
                "ratio",
                "viewBox",
                "0 0 " + Coordinates.pair(WIDTH, HEIGHT),
                "role",
                "img",
                "aria-label",
                RatioWords.value(ratio) + ", target " + ratio.target());
        final double middle = HEIGHT / 2;
        markup.empty("path", "class", "rail", "d", "M" + Coordinates.pair(0, middle) + "H" + Coordinates.text(WIDTH));
        target(markup, ratio.target());
        markup.empty(
                "path",
                "class",
                "one",
                "d",
                "M" + Coordinates.pair(scale.at(1), middle - 4) + "V" + Coordinates.text(middle + 4));
        final double x = scale.at(ratio.value());
        if (ratio.target().isSet() && !ratio.isReached()) {
            markup.empty(
                    "path",
                    "class",
                    "miss",
                    "d",
                    "M" + Coordinates.pair(x - 4, middle - 4) + "L" + Coordinates.pair(x + 4, middle + 4) + "M"
                            + Coordinates.pair(x - 4, middle + 4) + "L" + Coordinates.pair(x + 4, middle - 4));
        } else {
            markup.empty(
                    "circle", "class", "hit", "cx", Coordinates.text(x), "cy", Coordinates.text(middle), "r", "4.5");
        }
        markup.close();
    }

    private void target(final Markup markup, final Target target) {
        if (!target.isSet() || target.bound() <= 0) {
            return;
        }
        final double bound = scale.at(target.bound());
        final double from = target.isUpperBound() ? 0 : bound;
        final double to = target.isUpperBound() ? bound : WIDTH;
        markup.empty(
                "rect",
                "class",
                "zone",
                "x",
                Coordinates.text(from),
                "y",
                "3",
                "width",
                Coordinates.text(to - from),
                "height",
                Coordinates.text(HEIGHT - 6));
        markup.empty(
                "path", "class", "bound", "d", "M" + Coordinates.pair(bound, 1) + "V" + Coordinates.text(HEIGHT - 1));
    }
}
