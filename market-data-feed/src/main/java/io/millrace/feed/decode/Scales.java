package io.millrace.feed.decode;

import io.millrace.operators.market.PowersOfTen;

/**
 * Brings decimals to the scale of their instrument.
 *
 * <p>Thread: any. Allocation: none. Deterministic: yes.
 */
public final class Scales {
    private Scales() {}

    /** The smallest scale, not below {@code known}, that holds a number; zeros at its end need none. */
    public static int needed(final long mantissa, final int scale, final int known) {
        long left = mantissa;
        int needed = scale;
        while (needed > known && left % 10 == 0) {
            left /= 10;
            needed--;
        }
        return Math.max(needed, known);
    }

    /** Whether {@link #shift} has an exact result. {@code to} is a scale that {@link #needed} gave. */
    public static boolean fits(final long mantissa, final int from, final int to) {
        return to <= from || Math.abs(mantissa) <= Long.MAX_VALUE / PowersOfTen.get(to - from);
    }

    /** The same number with another scale. */
    public static long shift(final long mantissa, final int from, final int to) {
        if (from == to) {
            return mantissa;
        }
        return from < to ? mantissa * PowersOfTen.get(to - from) : mantissa / PowersOfTen.get(from - to);
    }
}
