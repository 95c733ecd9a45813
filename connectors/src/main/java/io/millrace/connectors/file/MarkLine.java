package io.millrace.connectors.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.zip.CRC32C;

/** One line of fixed length that says how many rows and bytes there were; see {@link Sidecar}. */
final class MarkLine {
    private static final int DIGITS = 20;
    private static final int CRC_DIGITS = 8;
    private static final String MARK = "mark ";
    private static final String ROWS = " rows ";
    private static final String BYTES = " bytes ";
    private static final String CRC = " crc ";
    private static final int MARK_AT = MARK.length();
    private static final int ROWS_AT = MARK_AT + DIGITS + ROWS.length();
    private static final int BYTES_AT = ROWS_AT + DIGITS + BYTES.length();
    private static final int CHECKED = BYTES_AT + DIGITS;
    private static final int CRC_AT = CHECKED + CRC.length();

    /** Bytes of a line with its end. */
    static final int LENGTH = CRC_AT + CRC_DIGITS + 1;

    private static final byte[] FORM = form();

    private final byte[] line = new byte[LENGTH];
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LENGTH);
    private final CRC32C crc = new CRC32C();

    private static byte[] form() {
        final String zeros = "0".repeat(DIGITS);
        final String text = MARK + zeros + ROWS + zeros + BYTES + zeros + CRC + zeros.substring(0, CRC_DIGITS) + '\n';
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    void write(final FileChannel channel, final long at, final long mark, final long rows, final long bytes)
            throws IOException {
        fill(mark, rows, bytes);
        buffer.clear().put(line).flip();
        while (buffer.hasRemaining()) {
            channel.write(buffer, at + buffer.position());
        }
    }

    private void fill(final long mark, final long rows, final long bytes) {
        System.arraycopy(FORM, 0, line, 0, LENGTH);
        digits(MARK_AT, mark);
        digits(ROWS_AT, rows);
        digits(BYTES_AT, bytes);
        crc.reset();
        crc.update(line, 0, CHECKED);
        long left = crc.getValue();
        for (int i = CRC_AT + CRC_DIGITS - 1; i >= CRC_AT; i--) {
            line[i] = (byte) Character.forDigit((int) (left & 0xF), 16);
            left >>= 4;
        }
    }

    private void digits(final int from, final long value) {
        long left = value;
        for (int i = from + DIGITS - 1; i >= from; i--) {
            line[i] = (byte) ('0' + left % 10);
            left /= 10;
        }
    }

    /** Whether a whole line stands there. */
    boolean read(final FileChannel channel, final long at) throws IOException {
        buffer.clear();
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {
            // Until it is full or the file ends.
        }
        if (buffer.hasRemaining()) {
            return false;
        }
        final byte[] found = new byte[LENGTH];
        buffer.flip().get(found);
        System.arraycopy(found, 0, line, 0, LENGTH);
        final long mark = mark();
        final long rows = rows();
        final long bytes = bytes();
        fill(mark, rows, bytes);
        return java.util.Arrays.equals(found, line);
    }

    long mark() {
        return number(MARK_AT);
    }

    long rows() {
        return number(ROWS_AT);
    }

    long bytes() {
        return number(BYTES_AT);
    }

    /** Whatever is there as a number; the check tells whether it is one. */
    private long number(final int from) {
        long value = 0;
        for (int i = from; i < from + DIGITS; i++) {
            value = value * 10 + line[i] - '0';
        }
        return value;
    }
}
