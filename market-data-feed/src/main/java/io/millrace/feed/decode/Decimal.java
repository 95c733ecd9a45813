package io.millrace.feed.decode;

import io.millrace.operators.market.PowersOfTen;

/**
 * Reads a number from its digits into an integer and the count of digits behind its point, never through a double. Keeps
 * the last one that was read.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 *
 * <p>A number has digits before its point, and behind it if it has one: {@code .5} and {@code 5.} are none. It may have a
 * sign and an exponent. At most {@value PowersOfTen#MAX} digits may stand behind the point; zeros at the end that would be
 * too many are dropped.
 */
public final class Decimal {
    /** Instead of an index: there is no number here. */
    public static final int NONE = -1;

    /** Instead of an index: there is a number, but 63 bits don't hold it. */
    public static final int TOO_LARGE = -2;

    private static final int DIGITS_OF_WORD = 8;
    private static final int MOST_EXPONENT = 100;
    private static final long BEFORE_OVERFLOW = Long.MAX_VALUE / 10;

    private long mantissa;
    private int scale;

    /** The number without its point. */
    public long mantissa() {
        return mantissa;
    }

    /** Digits behind the point: value = mantissa / 10^scale. */
    public int scale() {
        return scale;
    }

    /**
     * Reads a number in quotes.
     *
     * @param at  behind the opening quote; {@link FrameDecoder#SLACK} bytes may be read behind {@code end}
     * @param end behind the last byte
     * @return index behind the closing quote, or {@link #NONE} or {@link #TOO_LARGE}
     */
    public int readQuoted(final byte[] bytes, final int at, final int end) {
        final long before = Words.at(bytes, at);
        final int whole = Words.lowest(Words.notDigits(before));
        int next = at + whole;
        if (whole > 0 && bytes[next] == '.') {
            final long behind = Words.at(bytes, next + 1);
            final int fraction = Words.lowest(Words.notDigits(behind));
            next += 1 + fraction;
            if (fraction > 0 && bytes[next] == '"') {
                mantissa = Words.number(before, whole) * PowersOfTen.get(fraction) + Words.number(behind, fraction);
                scale = fraction;
                return next + 1;
            }
        }
        final int closing = read(bytes, at, end);
        if (closing < 0) {
            return closing;
        }
        return closing < end && bytes[closing] == '"' ? closing + 1 : NONE;
    }

    /**
     * Reads an integer without a sign: an id, a time.
     *
     * @return index behind its last digit, or {@link #NONE} or {@link #TOO_LARGE}; what follows may be a point
     */
    public int readWhole(final byte[] bytes, final int at, final int end) {
        final long first = Words.at(bytes, at);
        int digits = Words.lowest(Words.notDigits(first));
        if (digits == 0) {
            return NONE;
        }
        scale = 0;
        long value = Words.number(first, digits);
        int next = at + digits;
        if (digits == DIGITS_OF_WORD) {
            final long second = Words.at(bytes, next);
            digits = Words.lowest(Words.notDigits(second));
            if (digits > 0) {
                value = value * PowersOfTen.get(digits) + Words.number(second, digits);
                next += digits;
            }
            if (digits == DIGITS_OF_WORD) {
                return readRest(bytes, next, end, value);
            }
        }
        mantissa = value;
        return next;
    }

    private int readRest(final byte[] bytes, final int from, final int end, final long begun) {
        long value = begun;
        int next = from;
        while (next < end && isDigit(bytes[next])) {
            final int digit = bytes[next++] - '0';
            if (value > BEFORE_OVERFLOW || value * 10 > Long.MAX_VALUE - digit) {
                return TOO_LARGE;
            }
            value = value * 10 + digit;
        }
        mantissa = value;
        return next;
    }

    /**
     * Reads a number of any form.
     *
     * @return index behind its last character, or {@link #NONE} or {@link #TOO_LARGE}
     */
    public int read(final byte[] bytes, final int at, final int end) {
        final boolean negative = at < end && bytes[at] == '-';
        int next = readWhole(bytes, negative ? at + 1 : at, end);
        if (next < 0 || next > end) {
            return next == TOO_LARGE ? TOO_LARGE : NONE;
        }
        if (next < end && bytes[next] == '.') {
            next = readFraction(bytes, next + 1, end);
            if (next < 0) {
                return next;
            }
        }
        if (next < end && (bytes[next] | 0x20) == 'e') {
            next = readExponent(bytes, next + 1, end);
        }
        if (negative) {
            mantissa = -mantissa;
        }
        return next;
    }

    /** Zeros count only once a digit follows them, so that no number of them is too much. */
    private int readFraction(final byte[] bytes, final int at, final int end) {
        int next = at;
        int zeros = 0;
        while (next < end && isDigit(bytes[next])) {
            final int digit = bytes[next++] - '0';
            if (digit == 0) {
                zeros++;
            } else {
                if (!append(zeros + 1, digit)) {
                    return TOO_LARGE;
                }
                zeros = 0;
            }
        }
        if (next == at) {
            return NONE;
        }
        while (zeros > 0 && scale < PowersOfTen.MAX && mantissa <= BEFORE_OVERFLOW) {
            mantissa *= 10;
            scale++;
            zeros--;
        }
        return next;
    }

    private boolean append(final int digits, final int lastDigit) {
        if (scale + digits > PowersOfTen.MAX) {
            return false;
        }
        final long power = PowersOfTen.get(digits);
        if (mantissa > (Long.MAX_VALUE - lastDigit) / power) {
            return false;
        }
        mantissa = mantissa * power + lastDigit;
        scale += digits;
        return true;
    }

    private int readExponent(final byte[] bytes, final int at, final int end) {
        final boolean signed = at < end && (bytes[at] == '-' || bytes[at] == '+');
        final int sign = signed && bytes[at] == '-' ? -1 : 1;
        int next = signed ? at + 1 : at;
        final int firstDigit = next;
        int exponent = 0;
        while (next < end && isDigit(bytes[next])) {
            exponent = Math.min(MOST_EXPONENT, exponent * 10 + bytes[next++] - '0');
        }
        if (next == firstDigit) {
            return NONE;
        }
        return shift(sign * exponent) ? next : TOO_LARGE;
    }

    private boolean shift(final int exponent) {
        if (mantissa == 0) {
            scale = Math.min(Math.max(scale - exponent, 0), PowersOfTen.MAX);
            return true;
        }
        scale -= exponent;
        while (scale > PowersOfTen.MAX && mantissa % 10 == 0) {
            mantissa /= 10;
            scale--;
        }
        if (scale < 0 && -scale <= PowersOfTen.MAX && mantissa <= Long.MAX_VALUE / PowersOfTen.get(-scale)) {
            mantissa *= PowersOfTen.get(-scale);
            scale = 0;
        }
        return scale >= 0 && scale <= PowersOfTen.MAX;
    }

    private static boolean isDigit(final byte character) {
        return character >= '0' && character <= '9';
    }
}
