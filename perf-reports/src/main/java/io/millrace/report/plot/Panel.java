package io.millrace.report.plot;

import io.millrace.report.markup.Markup;
import java.util.List;

/** The frame that plots are drawn in: size, gridlines, labels. Small enough that its text is legible on a phone. */
final class Panel {
    static final double WIDTH = 420;
    static final double HEIGHT = 290;
    static final double LEFT = 58;
    static final double RIGHT = WIDTH - 24;
    static final double TOP = 12;
    static final double BOTTOM = HEIGHT - 46;

    private Panel() {}

    /** Opens the picture and draws the grid; the caller draws the lines and closes it. */
    static void open(
            final Markup markup,
            final String description,
            final String xTitle,
            final List<Tick> xTicks,
            final List<Tick> yTicks) {
        markup.open(
                "svg",
                "class",
                "panel",
                "viewBox",
                "0 0 " + Coordinates.pair(WIDTH, HEIGHT),
                "role",
                "img",
                "aria-label",
                description);
        final StringBuilder strong = new StringBuilder();
        final StringBuilder faint = new StringBuilder();
        for (final Tick tick : yTicks) {
            (tick.label().isEmpty() ? faint : strong)
                    .append("M")
                    .append(Coordinates.pair(LEFT, tick.at()))
                    .append("H")
                    .append(Coordinates.text(RIGHT));
        }
        for (final Tick tick : xTicks) {
            strong.append("M")
                    .append(Coordinates.pair(tick.at(), TOP))
                    .append("V")
                    .append(Coordinates.text(BOTTOM));
        }
        path(markup, "grid faint", faint);
        path(markup, "grid", strong);
        yTicks.stream()
                .filter(tick -> !tick.label().isEmpty())
                .forEach(tick -> text(markup, "end", LEFT - 8, tick.at() + 4, tick.label()));
        xTicks.forEach(tick -> text(markup, "middle", tick.at(), BOTTOM + 18, tick.label()));
        text(markup, "middle axis", (LEFT + RIGHT) / 2, HEIGHT - 8, xTitle);
    }

    private static void path(final Markup markup, final String style, final StringBuilder path) {
        if (path.length() > 0) {
            markup.empty("path", "class", style, "d", path.toString());
        }
    }

    private static void text(
            final Markup markup, final String style, final double x, final double y, final String text) {
        markup.leaf("text", text, "class", style, "x", Coordinates.text(x), "y", Coordinates.text(y));
    }
}
