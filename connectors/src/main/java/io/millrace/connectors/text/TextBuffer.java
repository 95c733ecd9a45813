package io.millrace.connectors.text;

import io.millrace.operators.market.Sum128;
import java.nio.ByteBuffer;

/**
 * A growing buffer of ASCII text.
 *
 * <p>Thread: one. Allocation: only while it grows. Deterministic: yes, exact.
 */
public final class TextBuffer {
    private static final int MOST_DIGITS = 40;
    private static final int LIMBS = 4;
    private static final long LIMB_MASK = 0xFFFF_FFFFL;
    private static final long BILLION = 1_000_000_000L;
    private static final int BILLION_DIGITS = 9;

    private final byte[] digits = new byte[MOST_DIGITS];
    private final long[] limbs = new long[LIMBS];
    private ByteBuffer bytes;

    /** @param capacity bytes to begin with */
    public TextBuffer(final int capacity) {
        bytes = ByteBuffer.allocateDirect(capacity);
    }

    /** Bytes that stand in the buffer. */
    public int length() {
        return bytes.position();
    }

    /** The buffer itself, for writing out: between 0 and its position stands the text. */
    public ByteBuffer bytes() {
        return bytes;
    }

    /** Forgets the text. */
    public void clear() {
        bytes.clear();
    }

    /** Appends ASCII text. */
    public TextBuffer append(final CharSequence text) {
        final int length = text.length();
        reserve(length);
        for (int i = 0; i < length; i++) {
            bytes.put((byte) text.charAt(i));
        }
        return this;
    }

    public TextBuffer append(final char character) {
        reserve(1);
        bytes.put((byte) character);
        return this;
    }

    /** Appends a whole number. */
    public TextBuffer append(final long value) {
        return appendDecimal(value, 0);
    }

    /**
     * Appends {@code mantissa / 10^scale} with exactly {@code scale} digits behind the point.
     *
     * @param scale from 0 to 30
     */
    public TextBuffer appendDecimal(final long mantissa, final int scale) {
        // The magnitude as an unsigned number: right for the least long, too.
        long left = mantissa < 0 ? -mantissa : mantissa;
        int at = MOST_DIGITS;
        while (left != 0) {
            final long quotient = Long.divideUnsigned(left, 10);
            digits[--at] = (byte) ('0' + left - quotient * 10);
            left = quotient;
        }
        return appendDigits(mantissa < 0, at, scale);
    }

    /** Appends {@code sum / 10^scale} with exactly {@code scale} digits behind the point. */
    public TextBuffer appendDecimal(final Sum128 sum, final int scale) {
        final boolean negative = sum.high() < 0;
        long low = sum.low();
        long high = sum.high();
        if (negative) {
            low = -low;
            high = ~high + (low == 0 ? 1 : 0);
        }
        limbs[0] = high >>> 32;
        limbs[1] = high & LIMB_MASK;
        limbs[2] = low >>> 32;
        limbs[3] = low & LIMB_MASK;
        int at = MOST_DIGITS;
        while ((limbs[0] | limbs[1] | limbs[2] | limbs[3]) != 0) {
            long nine = divideByBillion();
            for (int i = 0; i < BILLION_DIGITS && at > 0; i++) {
                digits[--at] = (byte) ('0' + nine % 10);
                nine /= 10;
            }
        }
        while (at < MOST_DIGITS && digits[at] == '0') {
            at++;
        }
        return appendDigits(negative, at, scale);
    }

    private long divideByBillion() {
        long remainder = 0;
        for (int i = 0; i < LIMBS; i++) {
            final long part = remainder << 32 | limbs[i];
            limbs[i] = part / BILLION;
            remainder = part % BILLION;
        }
        return remainder;
    }

    /** The digits from {@code first} to the end of the scratch, with a point and what zeros it needs. */
    private TextBuffer appendDigits(final boolean negative, final int first, final int scale) {
        int at = first;
        while (MOST_DIGITS - at <= scale) {
            digits[--at] = '0';
        }
        reserve(MOST_DIGITS + 2);
        if (negative) {
            bytes.put((byte) '-');
        }
        final int point = MOST_DIGITS - scale;
        bytes.put(digits, at, point - at);
        if (scale > 0) {
            bytes.put((byte) '.');
            bytes.put(digits, point, scale);
        }
        return this;
    }

    private void reserve(final int length) {
        if (bytes.remaining() < length) {
            final ByteBuffer larger =
                    ByteBuffer.allocateDirect(Math.max(bytes.capacity() * 2, length + bytes.position()));
            bytes.flip();
            larger.put(bytes);
            bytes = larger;
        }
    }
}
