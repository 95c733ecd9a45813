package io.millrace.connectors.source;

/** Decimal numbers in ASCII, exact. */
final class DecimalText {
    private static final int TEN = 10;

    private DecimalText() {}

    /**
     * The number times {@code 10^scale}.
     *
     * @throws ArithmeticException if that is no whole number of 64 bits, or the text is no number
     */
    static long scaled(final byte[] text, final int from, final int to, final int scale) {
        final boolean negative = from < to && text[from] == '-';
        long value = 0;
        int behindPoint = -1;
        int digits = 0;
        for (int at = negative || from < to && text[from] == '+' ? from + 1 : from; at < to; at++) {
            final byte b = text[at];
            if (b == '.' && behindPoint < 0) {
                behindPoint = 0;
            } else if (b >= '0' && b <= '9') {
                digits++;
                if (behindPoint < 0 || behindPoint < scale) {
                    value = next(value, b - '0');
                    behindPoint += behindPoint < 0 ? 0 : 1;
                } else if (b != '0') {
                    throw new ArithmeticException("has more than " + scale + " digits behind the point");
                }
            } else {
                throw new ArithmeticException("is no number");
            }
        }
        if (digits == 0) {
            throw new ArithmeticException("is no number");
        }
        for (int i = Math.max(0, behindPoint); i < scale; i++) {
            value = next(value, 0);
        }
        return negative ? value : Math.negateExact(value);
    }

    /** Goes down from 0: the least number has no counterpart. */
    private static long next(final long value, final int digit) {
        try {
            return Math.subtractExact(Math.multiplyExact(value, TEN), digit);
        } catch (final ArithmeticException e) {
            throw new ArithmeticException("is too large for its scale");
        }
    }
}
