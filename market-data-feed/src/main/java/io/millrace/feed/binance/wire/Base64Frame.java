package io.millrace.feed.binance.wire;

import io.millrace.feed.decode.FrameDecoder;
import java.util.Arrays;

/**
 * A binary frame that a recording holds as text: in quotes, by RFC 4648.
 *
 * <p>Thread: one. Allocation: only for a longer frame than ever before. Deterministic: yes.
 */
final class Base64Frame {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final byte[] VALUES = values();
    private static final byte NONE = -1;
    private static final int USUAL = 1 << 12;
    private static final int BITS = 6;

    private byte[] bytes = new byte[USUAL];
    private int length;

    private static byte[] values() {
        final byte[] values = new byte[1 << Byte.SIZE];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < LETTERS.length(); i++) {
            values[LETTERS.charAt(i)] = (byte) i;
        }
        return values;
    }

    /** Reads a text with its quotes; gives whether it is one. */
    boolean read(final byte[] text, final int offset, final int textLength) {
        final int last = offset + textLength - 1;
        if (textLength < 2 || text[offset] != '"' || text[last] != '"') {
            return false;
        }
        int end = last;
        while (end > offset + 1 && text[end - 1] == '=' && last - end < 2) {
            end--;
        }
        if (bytes.length < textLength + FrameDecoder.SLACK) {
            bytes = new byte[2 * textLength + FrameDecoder.SLACK];
        }
        length = 0;
        int bits = 0;
        int held = 0;
        for (int at = offset + 1; at < end; at++) {
            final byte value = VALUES[text[at] & 0xFF];
            if (value == NONE) {
                return false;
            }
            held = held << BITS | value;
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[length++] = (byte) (held >>> bits);
            }
        }
        return true;
    }

    /** The frame, and {@link FrameDecoder#SLACK} bytes behind it. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
