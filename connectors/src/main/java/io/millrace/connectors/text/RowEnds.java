package io.millrace.connectors.text;

import java.nio.ByteBuffer;

/**
 * Where rows of text end: at line feeds, and in CSV only at those that don't stand between quotes. A zero byte stands in
 * no row: it is what a loss of power leaves where data should be.
 *
 * <p>Thread: any. Allocation: none. Deterministic: yes.
 */
public enum RowEnds {
    /** Each line is a row. */
    AT_LINES(false),

    /** A line feed between double quotes belongs to the row. */
    OUTSIDE_QUOTES(true);

    /** What {@link #behind} gives if there are not that many rows. */
    public static final int MISSING = -1;

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGHS = 0x8080_8080_8080_8080L;
    private static final long LINE_FEEDS = '\n' * ONES;
    private static final long QUOTES = '"' * ONES;

    private final boolean quotes;

    RowEnds(final boolean quotes) {
        this.quotes = quotes;
    }

    /**
     * Goes behind the first row that begins at an offset.
     *
     * @return offset behind its line feed, or {@link #MISSING} if the row has no end before {@code to} or holds a zero byte
     */
    public int behind(final ByteBuffer bytes, final int from, final int to) {
        boolean inside = false;
        for (int at = from; at < to; at++) {
            final byte b = bytes.get(at);
            if (b == '\n' && !inside) {
                return at + 1;
            }
            if (b == 0) {
                return MISSING;
            }
            inside ^= quotes && b == '"';
        }
        return MISSING;
    }

    /** Whether a row, whose end is not written yet, will be counted as exactly one. */
    public boolean isOneRow(final ByteBuffer bytes, final int from, final int to) {
        int at = from;
        // Usual rows hold nothing to look at: eight bytes at a time.
        while (at + Long.BYTES <= to && isPlain(bytes.getLong(at))) {
            at += Long.BYTES;
        }
        boolean inside = false;
        for (; at < to; at++) {
            final byte b = bytes.get(at);
            if (b == 0 || b == '\n' && !inside) {
                return false;
            }
            inside ^= quotes && b == '"';
        }
        return !inside;
    }

    private boolean isPlain(final long word) {
        return (zeros(word) | zeros(word ^ LINE_FEEDS) | (quotes ? zeros(word ^ QUOTES) : 0)) == 0;
    }

    private static long zeros(final long word) {
        return word - ONES & ~word & HIGHS;
    }
}
