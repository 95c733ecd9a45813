package io.millrace.feed.decode;

import io.millrace.operators.market.PowersOfTen;

/**
 * A number that is expected to have as many digits as the last one in its place, and the text behind it. So where it ends
 * is not looked for: the text behind it is looked at, and all before it must be digits, but for the point.
 *
 * <pre>
 *   6 1 8 0 0 . 2 0 " , " B " :        up to 8 digits before the point and 8 behind it, or 16 without one
 *   └─ number ────┘ └─ text ──┘
 * </pre>
 *
 * <p>Thread: one. Allocation: none. Deterministic: gives what {@link Decimal} gives.
 */
public class ExpectedNumber extends ExpectedText {
    /** Instead of an index: this is not spelled as expected. */
    public static final int OTHER = -1;

    private static final int WORD = Long.BYTES;
    private static final long ZEROS = Words.fill('0');
    private static final long SIXES = Words.fill((char) 6);
    private static final long HIGH_HALVES = Words.fill((char) 0xF0);

    /** Bytes of the number; 0 if it is not known, or has another form. */
    private int digits;

    /** Where the point is, or {@link #OTHER}. */
    private int point;

    /** Which bytes of the first word stand before the point, if it is to be taken out of the word. */
    private long beforePoint;

    private int firstShift;
    private long firstZeros;

    /** Where the second word of digits begins, or 0 if there is none. */
    private int second;

    private int secondShift;
    private long secondZeros;
    private long secondPower;
    private int scale;
    private long mantissa;

    protected ExpectedNumber() {}

    /** Nothing is known of the next one. */
    public final void forget() {
        digits = 0;
    }

    /** The next one is expected to be spelled like this one, which was read from so many bytes. */
    public final void expect(final Decimal number, final int bytes) {
        mantissa = number.mantissa();
        scale = number.scale();
        final int whole = scale == 0 ? bytes : bytes - scale - 1;
        if (whole < 1 || whole > (scale == 0 ? 2 * WORD : WORD) || scale > WORD) {
            digits = 0;
            return;
        }
        digits = bytes;
        point = scale == 0 ? OTHER : whole;
        final boolean isOneWord = whole + scale <= WORD;
        final int inFirst = isOneWord ? whole + scale : Math.min(whole, WORD);
        final int inSecond = whole + scale - inFirst;
        beforePoint = isOneWord ? Words.first(-1, whole) : -1;
        firstShift = WORD - inFirst << 3;
        firstZeros = ZEROS << firstShift;
        second = isOneWord ? 0 : bytes - inSecond;
        secondShift = WORD - inSecond << 3;
        secondZeros = ZEROS << secondShift;
        secondPower = PowersOfTen.get(inSecond);
    }

    /** Reads it; gives the index of the text behind it, or {@link #OTHER}. */
    public final int read(final byte[] bytes, final int at) {
        final int behind = at + digits;
        if (digits == 0 || !isAt(bytes, behind)) {
            return OTHER;
        }
        long first = Words.at(bytes, at);
        if (point > 0) {
            if (bytes[at + point] != '.') {
                return OTHER;
            }
            final long next = Words.at(bytes, at + 1);
            first = (first ^ next) & beforePoint ^ next;
        }
        first = first << firstShift ^ firstZeros;
        if (second == 0) {
            mantissa = Words.number(first);
            return areDigits(first) ? behind : OTHER;
        }
        final long rest = Words.at(bytes, at + second) << secondShift ^ secondZeros;
        mantissa = Words.number(first) * secondPower + Words.number(rest);
        return areDigits(first) && areDigits(rest) ? behind : OTHER;
    }

    /** Whether all bytes are from 0 to 9; a carry can only come from one that is not. */
    private static boolean areDigits(final long values) {
        return ((values | values + SIXES) & HIGH_HALVES) == 0;
    }

    /** The number without its point. */
    public final long mantissa() {
        return mantissa;
    }

    /** Digits behind its point. */
    public final int scale() {
        return scale;
    }
}
