package io.millrace.report.plot;

import io.millrace.report.markup.Markup;

/** A piece of a series' line with its marker, for legends and tables. */
public final class Swatch {
    private static final double WIDTH = 26;
    private static final double HEIGHT = 12;

    private Swatch() {}

    /** Draws that of a series. */
    public static void draw(final Markup markup, final int series) {
        markup.open(
                "svg",
                "class",
                "swatch " + Marker.colour(series),
                "viewBox",
                "0 0 " + Coordinates.pair(WIDTH, HEIGHT),
                "aria-hidden",
                "true");
        markup.empty(
                "path",
                "class",
                "line",
                "d",
                "M" + Coordinates.pair(1, HEIGHT / 2) + "H" + Coordinates.text(WIDTH - 1));
        Marker.of(series).draw(markup, WIDTH / 2, HEIGHT / 2);
        markup.close();
    }
}
