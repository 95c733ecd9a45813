package io.millrace.feed.binance.wire;

import io.millrace.operators.market.PowersOfTen;

/**
 * A number of which the exponent is told once for a message: {@code mantissa * 10^exponent}. Becomes a number and the digits
 * behind its point.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
final class SbeNumber {
    private int scale;
    private long factor;
    private long value;

    /** From here on mantissas go with this exponent. */
    void exponent(final int exponent) {
        if (exponent > PowersOfTen.MAX || exponent < -PowersOfTen.MAX) {
            scale = 0;
            factor = 0;
        } else {
            scale = Math.max(0, -exponent);
            factor = PowersOfTen.get(Math.max(0, exponent));
        }
    }

    /** Takes in a mantissa; gives whether 63 bits hold the number. */
    boolean mantissa(final long mantissa) {
        if (factor == 0 || mantissa == Long.MIN_VALUE || Math.abs(mantissa) > Long.MAX_VALUE / factor) {
            return false;
        }
        value = mantissa * factor;
        return true;
    }

    /** The number without its point. */
    long value() {
        return value;
    }

    /** Digits behind the point. */
    int scale() {
        return scale;
    }
}
