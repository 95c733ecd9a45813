package io.millrace.feed.simulator;

import io.millrace.operators.market.PowersOfTen;
import java.util.Arrays;

/**
 * Spells JSON into bytes.
 *
 * <p>Thread: one. Allocation: only for a longer frame than ever before. Deterministic: yes.
 */
final class FrameText {
    private static final int USUAL = 4_096;
    private static final int LONGEST_NUMBER = 32;

    private final byte[] digits = new byte[LONGEST_NUMBER];
    private byte[] bytes = new byte[USUAL];
    private int length;

    FrameText clear() {
        length = 0;
        return this;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    FrameText text(final String ascii) {
        reserve(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    /** A number that is not negative. */
    FrameText number(final long value) {
        reserve(LONGEST_NUMBER);
        int count = 0;
        long left = value;
        do {
            digits[count++] = (byte) ('0' + left % 10);
            left /= 10;
        } while (left != 0);
        while (count > 0) {
            bytes[length++] = digits[--count];
        }
        return this;
    }

    /** A decimal in quotes, with as many zeros at its end as it takes to show {@code decimals} digits. */
    FrameText decimal(final long mantissa, final int scale, final int decimals) {
        final long one = PowersOfTen.get(scale);
        text("\"").number(mantissa / one);
        if (decimals > 0) {
            text(".");
            final long fraction = mantissa % one;
            for (int i = scale - 1; i >= 0; i--) {
                bytes[length++] = (byte) ('0' + fraction / PowersOfTen.get(i) % 10);
            }
            for (int i = scale; i < decimals; i++) {
                bytes[length++] = '0';
            }
        }
        return text("\"");
    }

    private void reserve(final int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (length + more));
        }
    }
}
