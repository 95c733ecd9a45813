package io.millrace.connectors.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of a CSV file, by the names of its columns. Valid until the next row.
 *
 * <p>Thread: the ingress thread. Allocation: texts only. Deterministic: yes.
 */
public final class CsvRow {
    private final byte separator;
    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private byte[] bytes = {};
    private int[] starts = {};
    private int[] ends = {};
    private int fields;

    CsvRow(final char separator, final List<String> names) {
        this.separator = (byte) separator;
        name(names);
    }

    private void name(final List<String> names) {
        for (final String name : names) {
            if (columns.put(name, columns.size()) != null) {
                throw new IllegalArgumentException("two columns are named '" + name + "': name them differently");
            }
        }
        starts = new int[names.size()];
        ends = new int[names.size()];
    }

    boolean hasColumns() {
        return !columns.isEmpty();
    }

    /** Takes the names of the columns from a row. */
    void header(final byte[] row, final int from, final int to) {
        // Some programs begin a file of UTF-8 with a mark.
        final boolean marked = to - from >= 3 && row[from] == (byte) 0xEF && row[from + 1] == (byte) 0xBB;
        final List<String> names = new ArrayList<>();
        int at = marked ? from + 3 : from;
        while (at <= to) {
            final int end = fieldEnd(row, at, to);
            names.add(text(row, at, end));
            at = end + 1;
        }
        name(names);
    }

    /** Takes a row; false if it is an empty line. */
    boolean wrap(final byte[] row, final int from, final int to) {
        if (from == to && starts.length > 1) {
            return false;
        }
        bytes = row;
        fields = 0;
        int at = from;
        while (at <= to) {
            final int end = fieldEnd(row, at, to);
            if (fields < starts.length) {
                starts[fields] = at;
                ends[fields] = end;
            }
            fields++;
            at = end + 1;
        }
        if (fields != starts.length) {
            throw new IllegalArgumentException("the row has " + fields + " fields, and there are " + starts.length
                    + " columns: " + String.join(", ", columns.keySet()));
        }
        return true;
    }

    private int fieldEnd(final byte[] row, final int from, final int to) {
        boolean inside = false;
        for (int at = from; at < to; at++) {
            if (row[at] == separator && !inside) {
                return at;
            }
            inside ^= row[at] == '"';
        }
        if (inside) {
            throw new IllegalArgumentException("a quote has no second one");
        }
        return to;
    }

    private static String text(final byte[] row, final int from, final int to) {
        final String text = new String(row, from, to - from, StandardCharsets.UTF_8);
        final boolean quoted = to - from >= 2 && row[from] == '"' && row[to - 1] == '"';
        return quoted ? text.substring(1, text.length() - 1).replace("\"\"", "\"") : text;
    }

    private int column(final String name) {
        final Integer column = columns.get(name);
        if (column == null) {
            throw new IllegalArgumentException(
                    "there is no column '" + name + "', but " + String.join(", ", columns.keySet()));
        }
        return column;
    }

    /** Whether there is a column of this name. */
    public boolean has(final String name) {
        return columns.containsKey(name);
    }

    /** Whether a field is empty. */
    public boolean isEmpty(final String name) {
        final int column = column(name);
        return starts[column] == ends[column];
    }

    /** A field as text, without its quotes. */
    public String text(final String name) {
        final int column = column(name);
        return text(bytes, starts[column], ends[column]);
    }

    /** A field as a whole number. */
    public long whole(final String name) {
        return decimal(name, 0);
    }

    /**
     * A field as a number of so many digits behind the point: 1.25 with a scale of 4 is 12500.
     *
     * @throws IllegalArgumentException if it is no decimal number, does not fit, or has more digits than that
     */
    public long decimal(final String name, final int scale) {
        final int column = column(name);
        int from = starts[column];
        int to = ends[column];
        if (to - from >= 2 && bytes[from] == '"' && bytes[to - 1] == '"') {
            from++;
            to--;
        }
        try {
            return DecimalText.scaled(bytes, from, to, scale);
        } catch (final ArithmeticException e) {
            throw new IllegalArgumentException("column '" + name + "': '" + text(name) + "' " + e.getMessage(), e);
        }
    }

    /** A field as a floating-point number. */
    public double real(final String name) {
        try {
            return Double.parseDouble(text(name));
        } catch (final NumberFormatException e) {
            throw new IllegalArgumentException("column '" + name + "': '" + text(name) + "' is no number", e);
        }
    }

    @Override
    public String toString() {
        final List<String> texts = new ArrayList<>();
        columns.keySet().forEach(name -> texts.add(name + "=" + text(name)));
        return Arrays.toString(texts.toArray());
    }
}
