package io.millrace.report.plot;

import io.millrace.report.markup.Markup;

/** The shape that tells a series from others where colours can't. */
enum Marker {
    /** A disc. */
    CIRCLE(0, 0),
    /** A square. */
    SQUARE(4, 45),
    /** A triangle that stands. */
    TRIANGLE(3, 0),
    /** A square on its tip. */
    DIAMOND(4, 0),
    /** A triangle on its tip. */
    DOWN(3, 180),
    /** A pentagon. */
    PENTAGON(5, 0);

    private static final int COLOURS = 8;
    private static final double RADIUS = 3.6;

    private final int corners;
    private final double turned;

    Marker(final int corners, final double turned) {
        this.corners = corners;
        this.turned = turned;
    }

    /** That of a series. */
    static Marker of(final int series) {
        return values()[series % values().length];
    }

    /** Class of a series' colour; where colours come round again, lines are dashed. */
    static String colour(final int series) {
        return "s" + series % COLOURS + (series < COLOURS ? "" : " again");
    }

    /** Draws it. */
    void draw(final Markup markup, final double x, final double y) {
        open(markup, x, y);
        markup.close();
    }

    /** Draws it, with a text that shows when the pointer rests on it. */
    void draw(final Markup markup, final double x, final double y, final String tooltip) {
        open(markup, x, y);
        markup.leaf("title", tooltip).close();
    }

    private void open(final Markup markup, final double x, final double y) {
        if (corners == 0) {
            final String radius = Coordinates.text(RADIUS);
            markup.open("circle", "class", "dot", "cx", Coordinates.text(x), "cy", Coordinates.text(y), "r", radius);
        } else {
            markup.open("path", "class", "dot", "d", outline(x, y));
        }
    }

    private String outline(final double x, final double y) {
        // Few corners look smaller at the same radius.
        final double radius = RADIUS * (corners == 3 ? 1.35 : 1.2);
        final StringBuilder path = new StringBuilder();
        for (int i = 0; i < corners; i++) {
            final double angle = StrictMath.toRadians(turned + 360.0 * i / corners);
            path.append(i == 0 ? "M" : "L")
                    .append(Coordinates.pair(x + radius * StrictMath.sin(angle), y - radius * StrictMath.cos(angle)));
        }
        return path.append("Z").toString();
    }
}
