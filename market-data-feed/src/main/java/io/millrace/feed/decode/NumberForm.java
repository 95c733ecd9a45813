package io.millrace.feed.decode;

import io.millrace.operators.market.PowersOfTen;

/**
 * How many digits a quoted number has before and behind its point. A venue spells the numbers of a list alike, so the form
 * of one tells where the next one's point and closing quote must be: they are looked at, and not looked for.
 *
 * <pre>
 *   6 1 8 0 0 . 2 0 "
 *   └─ whole ─┘ └─┴─ fraction
 * </pre>
 *
 * <p>Thread: one. Allocation: none. Deterministic: gives what {@link Decimal} gives.
 */
final class NumberForm {
    /** Instead of a number: it has another form. */
    static final long OTHER = -1;

    private int whole;
    private int fraction;
    private long power;

    /** The form of a number that {@link Decimal#readQuoted} has read, its closing quote included in {@code length}. */
    void learn(final int length, final int scale) {
        fraction = scale;
        whole = length - scale - 2;
        if (whole < 1 || whole > Long.BYTES || scale < 1 || scale > Long.BYTES) {
            whole = 0;
        } else {
            power = PowersOfTen.get(scale);
        }
    }

    /** Whether there is one to go by. */
    boolean isKnown() {
        return whole > 0;
    }

    /** Digits behind the point. */
    int scale() {
        return fraction;
    }

    /** Bytes of a number of this form, with its closing quote. */
    int length() {
        return whole + fraction + 2;
    }

    /**
     * Reads the digits of a number whose closing quote has been seen to be where this form has it.
     *
     * @return all digits as one number, or {@link #OTHER}
     */
    long read(final byte[] bytes, final int at) {
        if (bytes[at + whole] != '.') {
            return OTHER;
        }
        final long before = Words.at(bytes, at);
        final long behind = Words.at(bytes, at + whole + 1);
        final int digits = whole + fraction;
        if (digits <= Long.BYTES) {
            final long all = Words.first(before, whole) | behind << (whole << 3);
            return Words.areDigits(all, digits) ? Words.number(all, digits) : OTHER;
        }
        return Words.areDigits(before, whole) && Words.areDigits(behind, fraction)
                ? Words.number(before, whole) * power + Words.number(behind, fraction)
                : OTHER;
    }
}
