package io.millrace.feed.capture.table;

import io.millrace.feed.decode.EpochTime;

/**
 * The fields of one line of a table. Those of tardis are never in quotes, and have none in them.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
final class TableRow {
    private static final int MOST_DIGITS = 19;

    private final int[] begins;
    private final int count;
    private byte[] bytes;

    TableRow(final int columns) {
        count = columns;
        begins = new int[columns + 1];
    }

    /** Takes a line apart; gives whether it has as many fields as there are columns, of plain characters. */
    boolean split(final byte[] line, final int start, final int end) {
        bytes = line;
        begins[0] = start;
        int fields = 1;
        for (int at = start; at < end; at++) {
            final byte character = line[at];
            if (character == ',') {
                if (fields == count) {
                    return false;
                }
                begins[fields++] = at + 1;
            } else if (character == '"' || character == '\\' || character >= 0 && character < ' ') {
                return false;
            }
        }
        begins[count] = end + 1;
        return fields == count;
    }

    /** Whether there is nothing in a field; nothing is in that of a column that the table has not. */
    boolean isEmpty(final int column) {
        return column == TableColumns.ABSENT || length(column) == 0;
    }

    int length(final int column) {
        return begins[column + 1] - 1 - begins[column];
    }

    boolean is(final int column, final byte[] text) {
        final int length = length(column);
        if (length != text.length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (bytes[begins[column] + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    /** A time in microseconds as epoch nanoseconds, or {@link EpochTime#NONE}. */
    long time(final int column) {
        final int digits = length(column);
        if (digits == 0 || digits > MOST_DIGITS) {
            return EpochTime.NONE;
        }
        long time = 0;
        for (int i = 0; i < digits; i++) {
            final int digit = bytes[begins[column] + i] - '0';
            if (digit < 0 || digit > 9) {
                return EpochTime.NONE;
            }
            time = time * 10 + digit;
        }
        return EpochTime.ofMicrosOrNanos(time);
    }

    void addTo(final TableText text, final int column) {
        text.add(bytes, begins[column], length(column));
    }

    void addTo(final TableText text, final int column, final int most) {
        text.add(bytes, begins[column], Math.min(most, length(column)));
    }
}
