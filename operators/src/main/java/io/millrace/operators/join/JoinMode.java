package io.millrace.operators.join;

import java.util.Objects;

/**
 * Which values of a key a join keeps, when it gives rows of them, and which rows count.
 *
 * <pre>{@code
 * JoinMode.last().complete()         the newest value of each side, as soon as all have one
 * JoinMode.product().running()       all values against all, at each item
 * JoinMode.last().atEnd().left()     once, at the end, where side 0 has a value
 * }</pre>
 *
 * <p>Thread: any, immutable. Allocation: while building. Deterministic: yes.
 *
 * @param insert which values are kept
 * @param emit   when rows are given
 * @param rows   which rows count
 */
public record JoinMode(Insert insert, Emit emit, Rows rows) {
    /** Which values of a side are kept. */
    public enum Insert {
        /** The first that comes. */
        FIRST,
        /** The one that came last. */
        LAST,
        /** All; each is joined with each of the other sides. */
        PRODUCT
    }

    /** When rows are given. */
    public enum Emit {
        /** As soon as the kept values make a row that counts; then they are forgotten. */
        COMPLETE,
        /** At the end of input, or when the window closes. */
        FINAL,
        /** At each item; values stay kept. */
        RUNNING
    }

    /** Which sides must have a value for a row to count. */
    public enum Rows {
        /** All with COMPLETE, else any. */
        USUAL,
        /** All. */
        INNER,
        /** The first side. */
        LEFT,
        /** The last side. */
        RIGHT,
        /** Any. */
        FULL
    }

    public JoinMode {
        Objects.requireNonNull(insert, "insert");
        Objects.requireNonNull(emit, "emit");
        Objects.requireNonNull(rows, "rows");
    }

    /** Keeps the first value of each side; gives a row as soon as all sides have one. */
    public static JoinMode first() {
        return new JoinMode(Insert.FIRST, Emit.COMPLETE, Rows.USUAL);
    }

    /** Keeps the newest value of each side; gives a row as soon as all sides have one. */
    public static JoinMode last() {
        return new JoinMode(Insert.LAST, Emit.COMPLETE, Rows.USUAL);
    }

    /** Keeps all values; gives their rows as soon as all sides have one. */
    public static JoinMode product() {
        return new JoinMode(Insert.PRODUCT, Emit.COMPLETE, Rows.USUAL);
    }

    /** The same values; rows as soon as they count, whereupon the values are forgotten. */
    public JoinMode complete() {
        return new JoinMode(insert, Emit.COMPLETE, rows);
    }

    /** The same values; rows at the end of input, or when the window closes. */
    public JoinMode atEnd() {
        return new JoinMode(insert, Emit.FINAL, rows);
    }

    /** The same values; rows at each item. Outside windows they are kept for ever. */
    public JoinMode running() {
        return new JoinMode(insert, Emit.RUNNING, rows);
    }

    /** Only rows in which all sides have a value. */
    public JoinMode inner() {
        return new JoinMode(insert, emit, Rows.INNER);
    }

    /** Only rows in which the first side has a value. */
    public JoinMode left() {
        return new JoinMode(insert, emit, Rows.LEFT);
    }

    /** Only rows in which the last side has a value. */
    public JoinMode right() {
        return new JoinMode(insert, emit, Rows.RIGHT);
    }

    /** All rows: any of the sides may lack a value. */
    public JoinMode full() {
        return new JoinMode(insert, emit, Rows.FULL);
    }

    /** Which rows count in the end. */
    Rows countedRows() {
        if (rows != Rows.USUAL) {
            return rows;
        }
        return emit == Emit.COMPLETE ? Rows.INNER : Rows.FULL;
    }
}
