package io.millrace.report.plot;

/** Numbers in SVG: tenths of a pixel are sharp enough, and the same on every JDK. */
final class Coordinates {
    private static final double LARGEST = 1e6;

    private Coordinates() {}

    /**
     * A coordinate as SVG writes it.
     *
     * @throws IllegalArgumentException if no browser could draw it
     */
    static String text(final double value) {
        // Also true for what is not a number.
        if (!(Math.abs(value) < LARGEST)) {
            throw new IllegalArgumentException("not a coordinate: " + value);
        }
        final long tenths = Math.round(value * 10);
        final long whole = Math.abs(tenths) / 10;
        final long rest = Math.abs(tenths) % 10;
        return (tenths < 0 ? "-" : "") + whole + (rest == 0 ? "" : "." + rest);
    }

    /** Two of them, as paths have them. */
    static String pair(final double x, final double y) {
        return text(x) + " " + text(y);
    }
}
