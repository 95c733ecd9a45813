package io.millrace.connectors;

import io.millrace.connectors.text.RowEnds;
import io.millrace.connectors.text.TextBuffer;
import io.millrace.engine.spi.ConnectorException;
import java.nio.ByteBuffer;

/** Rows that wait to be written, each with its end. */
final class RowBuffer<T> {
    private static final int USUAL_BATCH = 1 << 16;

    private final RowFormat<T> format;
    private final RowEnds ends;
    private final TextBuffer text = new TextBuffer(USUAL_BATCH * 2);
    private int written;
    private long count;

    RowBuffer(final RowFormat<T> format, final RowEnds ends) {
        this.format = format;
        this.ends = ends;
    }

    /** Adds an item's row; nothing of it stays if it would not be counted as one. */
    void add(final T item) {
        final int before = text.length();
        format.write(item, text);
        if (!ends.isOneRow(text.bytes(), before, text.length())) {
            text.cut(before);
            throw notOneRow();
        }
        text.append('\n');
        count++;
    }

    private ConnectorException notOneRow() {
        return new ConnectorException(
                "the row of an item holds the end of a line, a quote without its second, or a zero"
                        + " character, so that rows could not be counted after a restart: have "
                        + format.getClass().getName()
                        + " write texts with TextBuffer.appendQuoted, or JsonRow for lines of JSON");
    }

    /** Adds a line that is the row of no item. */
    void addHeader(final String header) {
        text.append(header).append('\n');
    }

    /** Whether there is so much that it should be written now. */
    boolean isMany() {
        return text.length() - written >= USUAL_BATCH;
    }

    /** Number of rows. */
    long count() {
        return count;
    }

    /** All that waits. */
    ByteBuffer all() {
        return text.part(written, text.length());
    }

    /** The first rows of what waits; there are at least as many. */
    ByteBuffer first(final long rows) {
        int end = written;
        for (long i = 0; i < rows; i++) {
            end = ends.behind(text.bytes(), end, text.length());
        }
        return text.part(written, end);
    }

    /** The first rows, up to an offset, are written. */
    void written(final int end, final long rows) {
        written = end;
        count -= rows;
        // Not each time: many rows may wait while few leave.
        if (written >= text.length() - written) {
            text.drop(written);
            written = 0;
        }
    }

    /** Bytes behind the last whole row among those that a failed write took. */
    int broken(final int from, final int to) {
        int end = from;
        int next = ends.behind(text.bytes(), end, to);
        while (next != RowEnds.MISSING) {
            end = next;
            next = ends.behind(text.bytes(), end, to);
        }
        return to - end;
    }
}
