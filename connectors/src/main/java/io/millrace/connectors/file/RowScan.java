package io.millrace.connectors.file;

import io.millrace.connectors.text.RowEnds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Counts whole rows of a file. */
final class RowScan {
    private static final int USUAL = 1 << 18;

    private final FileChannel channel;
    private final RowEnds ends;
    private ByteBuffer buffer = ByteBuffer.allocate(USUAL);
    private long rows;
    private long end;

    RowScan(final FileChannel channel, final RowEnds ends) {
        this.channel = channel;
        this.ends = ends;
    }

    /** Counts from the start of a row on, until there are enough or no further one is whole. */
    RowScan from(final long start, final long most) throws IOException {
        end = start;
        rows = 0;
        long readTo = start;
        buffer.clear();
        while (rows < most) {
            if (!buffer.hasRemaining()) {
                // One row is longer than the buffer.
                buffer = ByteBuffer.allocate(buffer.capacity() * 2).put(buffer.flip());
            }
            final int read = channel.read(buffer, readTo);
            if (read <= 0) {
                break;
            }
            readTo += read;
            final int used = count(most);
            buffer.flip().position(used);
            buffer.compact();
        }
        return this;
    }

    /** Counts what is whole in the buffer; gives the bytes of that. */
    private int count(final long most) {
        int at = 0;
        while (rows < most) {
            final int next = ends.behind(buffer, at, buffer.position());
            if (next == RowEnds.MISSING) {
                break;
            }
            rows++;
            end += next - at;
            at = next;
        }
        return at;
    }

    /** Rows that were found. */
    long rows() {
        return rows;
    }

    /** Where they end. */
    long end() {
        return end;
    }
}
