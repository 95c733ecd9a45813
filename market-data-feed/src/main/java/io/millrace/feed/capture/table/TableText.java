package io.millrace.feed.capture.table;

import io.millrace.feed.decode.FrameDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Text that is put together from pieces, with the bytes behind it that decoders want.
 *
 * <p>Thread: one. Allocation: only for more text than ever before. Deterministic: yes.
 */
final class TableText {
    private static final int USUAL = 1 << 10;

    private byte[] bytes = new byte[USUAL + FrameDecoder.SLACK];
    private int length;

    /** A piece that is known beforehand. */
    static byte[] piece(final String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    TableText clear() {
        length = 0;
        return this;
    }

    TableText add(final byte[] piece) {
        return add(piece, 0, piece.length);
    }

    TableText add(final TableText other) {
        return add(other.bytes, 0, other.length);
    }

    TableText add(final byte[] from, final int at, final int count) {
        makeRoom(count);
        System.arraycopy(from, at, bytes, length, count);
        length += count;
        return this;
    }

    TableText add(final char character) {
        makeRoom(1);
        bytes[length++] = (byte) character;
        return this;
    }

    private void makeRoom(final int more) {
        final int needed = length + more + FrameDecoder.SLACK;
        if (needed > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(needed, 2 * bytes.length));
        }
    }

    boolean isEmpty() {
        return length == 0;
    }

    boolean isSameAs(final TableText other) {
        return Arrays.equals(bytes, 0, length, other.bytes, 0, other.length);
    }

    /** Holds the text, and at least {@link FrameDecoder#SLACK} bytes behind it. */
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
