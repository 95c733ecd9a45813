package io.millrace.engine.item;

import org.agrona.MutableDirectBuffer;

/**
 * Text to UTF-8 without an array in between.
 *
 * <p>Thread: any. Allocation: none. Deterministic: yes.
 */
public final class Utf8 {
    private static final int REPLACEMENT = '?';

    private Utf8() {}

    /**
     * Encodes text; an unpaired surrogate becomes a question mark, as in {@link String#getBytes}.
     *
     * @return bytes written, at most three per character
     */
    public static int encode(final CharSequence text, final MutableDirectBuffer target, final int offset) {
        int at = offset;
        for (int i = 0, n = text.length(); i < n; i++) {
            final char c = text.charAt(i);
            if (c < 0x80) {
                target.putByte(at++, (byte) c);
            } else if (c < 0x800) {
                target.putByte(at++, (byte) (0xC0 | c >> 6));
                target.putByte(at++, (byte) (0x80 | c & 0x3F));
            } else if (!Character.isSurrogate(c)) {
                target.putByte(at++, (byte) (0xE0 | c >> 12));
                target.putByte(at++, (byte) (0x80 | c >> 6 & 0x3F));
                target.putByte(at++, (byte) (0x80 | c & 0x3F));
            } else if (Character.isHighSurrogate(c) && i + 1 < n && Character.isLowSurrogate(text.charAt(i + 1))) {
                final int point = Character.toCodePoint(c, text.charAt(++i));
                target.putByte(at++, (byte) (0xF0 | point >> 18));
                target.putByte(at++, (byte) (0x80 | point >> 12 & 0x3F));
                target.putByte(at++, (byte) (0x80 | point >> 6 & 0x3F));
                target.putByte(at++, (byte) (0x80 | point & 0x3F));
            } else {
                target.putByte(at++, (byte) REPLACEMENT);
            }
        }
        return at - offset;
    }
}
