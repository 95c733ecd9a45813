package io.millrace.connectors.text;

import io.millrace.operators.market.Sum128;
import java.nio.ByteBuffer;

/**
 * A growing buffer of text in UTF-8.
 *
 * <p>Thread: one. Allocation: only while it grows. Deterministic: yes, exact.
 */
public final class TextBuffer {
    private static final int MOST_DIGITS = 40;
    private static final int LIMBS = 4;
    private static final long LIMB_MASK = 0xFFFF_FFFFL;
    private static final long BILLION = 1_000_000_000L;
    private static final int BILLION_DIGITS = 9;
    private static final int MOST_BYTES_OF_CHAR = 3;
    private static final int ASCII = 0x80;
    private static final int TWO_BYTES = 0x800;
    private static final char REPLACEMENT = '\uFFFD';

    private final byte[] digits = new byte[MOST_DIGITS];
    private final long[] limbs = new long[LIMBS];
    private ByteBuffer bytes;
    private ByteBuffer view;

    /** @param capacity bytes to begin with */
    public TextBuffer(final int capacity) {
        bytes = ByteBuffer.allocateDirect(capacity);
        view = bytes.duplicate();
    }

    /** Bytes that stand in the buffer. */
    public int length() {
        return bytes.position();
    }

    /** The bytes from an offset to another one, for writing out; valid until the next call of any method here. */
    public ByteBuffer part(final int from, final int to) {
        return view.limit(to).position(from);
    }

    /** The buffer itself, to look at. */
    public ByteBuffer bytes() {
        return bytes;
    }

    /** Forgets the text. */
    public void clear() {
        bytes.clear();
    }

    /** Takes bytes away from the front; what is behind them moves there. */
    public void drop(final int count) {
        bytes.flip().position(count);
        bytes.compact();
    }

    /** Takes away what stands behind this length. */
    public void cut(final int length) {
        bytes.position(length);
    }

    /** Appends text as it is. An unpaired surrogate becomes a question mark. */
    public TextBuffer append(final CharSequence text) {
        return append(text, 0, text.length());
    }

    /** Appends a part of a text as it is. */
    public TextBuffer append(final CharSequence text, final int from, final int to) {
        reserve(MOST_BYTES_OF_CHAR * (to - from));
        for (int i = from; i < to; i++) {
            final char c = text.charAt(i);
            if (c < ASCII) {
                bytes.put((byte) c);
            } else {
                i += putWide(c, i + 1 < to ? text.charAt(i + 1) : 0);
            }
        }
        return this;
    }

    /** Appends one character, which is no half of a pair. */
    public TextBuffer append(final char character) {
        reserve(MOST_BYTES_OF_CHAR);
        if (character < ASCII) {
            bytes.put((byte) character);
        } else {
            putWide(character, '\0');
        }
        return this;
    }

    /**
     * Appends text between double quotes, as fields of CSV want it that may hold a separator, a quote or the end of a line:
     * each quote in it is doubled. A zero character becomes U+FFFD, since zero bytes are what a loss of power leaves.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180, section 2</a>
     */
    public TextBuffer appendQuoted(final CharSequence text) {
        append('"');
        for (int i = 0, length = text.length(); i < length; i++) {
            final char c = text.charAt(i);
            reserve(2 * MOST_BYTES_OF_CHAR);
            if (c == '"') {
                bytes.put((byte) '"').put((byte) '"');
            } else if (c == 0) {
                putWide(REPLACEMENT, '\0');
            } else if (c < ASCII) {
                bytes.put((byte) c);
            } else {
                i += putWide(c, i + 1 < length ? text.charAt(i + 1) : 0);
            }
        }
        return append('"');
    }

    /** Puts a character that is not ASCII; gives 1 if it took the next one with it. */
    private int putWide(final char c, final char next) {
        if (c < TWO_BYTES) {
            bytes.put((byte) (0xC0 | c >> 6));
        } else if (!Character.isSurrogate(c)) {
            bytes.put((byte) (0xE0 | c >> 12)).put((byte) (0x80 | c >> 6 & 0x3F));
        } else if (Character.isHighSurrogate(c) && Character.isLowSurrogate(next)) {
            final int point = Character.toCodePoint(c, next);
            bytes.put((byte) (0xF0 | point >> 18)).put((byte) (0x80 | point >> 12 & 0x3F));
            bytes.put((byte) (0x80 | point >> 6 & 0x3F)).put((byte) (0x80 | point & 0x3F));
            return 1;
        } else {
            bytes.put((byte) '?');
            return 0;
        }
        bytes.put((byte) (0x80 | c & 0x3F));
        return 0;
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
            view = bytes.duplicate();
        }
    }
}
