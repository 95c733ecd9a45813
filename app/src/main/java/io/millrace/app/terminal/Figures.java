package io.millrace.app.terminal;

import java.util.Locale;

/** Figures as people read them. */
public final class Figures {
    private static final double THOUSAND = 1e3;
    private static final String[] BYTE_UNITS = {"B", "KiB", "MiB", "GiB", "TiB"};
    private static final String[] TIME_UNITS = {"ns", "µs", "ms", "s"};
    private static final double BYTE_STEP = 1024;

    private Figures() {}

    /** A count with its thousands apart. */
    public static String count(final long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A rate per second. */
    public static String rate(final double perSecond) {
        if (perSecond >= THOUSAND * THOUSAND) {
            return String.format(Locale.ROOT, "%.2f M/s", perSecond / THOUSAND / THOUSAND);
        }
        return String.format(Locale.ROOT, "%,.0f/s", perSecond);
    }

    /** A size. */
    public static String bytes(final long value) {
        return scaled((double) value, BYTE_STEP, BYTE_UNITS);
    }

    /** A short time in nanoseconds. */
    public static String nanos(final long value) {
        return scaled((double) value, THOUSAND, TIME_UNITS);
    }

    private static String scaled(final double value, final double step, final String[] units) {
        double left = value;
        int unit = 0;
        while (left >= step && unit < units.length - 1) {
            left /= step;
            unit++;
        }
        return String.format(Locale.ROOT, unit == 0 || left >= 100 ? "%.0f %s" : "%.1f %s", left, units[unit]);
    }
}
