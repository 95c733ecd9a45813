package io.millrace.operators.join;

import java.util.Arrays;

/**
 * One item of each side of a join, or none. Used again for the next row, and valid during the call only, as its items
 * are.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: yes.
 */
public final class JoinRow {
    /** {@link #window()} of a row that belongs to no window. */
    public static final long NO_WINDOW = -1;

    private static final Object[] NOTHING = {};

    private final Object[] items;

    /** Items that the row is read into, by side. */
    private final Object[] reused;

    private long window = NO_WINDOW;
    private long windowStart;
    private long windowEnd;

    /** A row that shows items of others. */
    JoinRow(final int sides) {
        this(sides, NOTHING);
    }

    /** A row that is read into items of its own. */
    JoinRow(final int sides, final Object[] reused) {
        this.items = new Object[sides];
        this.reused = reused;
    }

    /** Number of sides. */
    public int sides() {
        return items.length;
    }

    /**
     * Whether a side has an item.
     *
     * @param side from 0, in the order in which the streams were given
     */
    public boolean has(final int side) {
        return items[side] != null;
    }

    /**
     * The item of a side, or null if it has none.
     *
     * @param side from 0, in the order in which the streams were given
     * @param <V>  type of the side's items, which the caller knows
     */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the caller knows the streams that it joined
    public <V> V get(final int side) {
        return (V) items[side];
    }

    /** Id of the window that the row belongs to; of a join without windows, {@link #NO_WINDOW}. */
    public long window() {
        return window;
    }

    /** Beginning of the window, as {@link io.millrace.operators.window.Window#start}; 0 without windows. */
    public long windowStart() {
        return windowStart;
    }

    /** End of the window, as {@link io.millrace.operators.window.Window#end}; 0 without windows. */
    public long windowEnd() {
        return windowEnd;
    }

    /** The first side that has an item; of a late row, the only one. */
    public int firstSide() {
        int side = 0;
        while (items[side] == null) {
            side++;
        }
        return side;
    }

    /** Says which window the row belongs to. */
    void setWindow(final long id, final long start, final long end) {
        window = id;
        windowStart = start;
        windowEnd = end;
    }

    /** Makes an item that of a side; null if it has none. */
    void set(final int side, final Object item) {
        items[side] = item;
    }

    /** The item that one of a side is read into; null if such items are immutable. */
    Object reused(final int side) {
        return reused[side];
    }

    /** Makes this a row of two sides. */
    JoinRow of(final Object left, final Object right) {
        items[0] = left;
        items[1] = right;
        return this;
    }

    /** Lets go of all items. */
    void clear() {
        Arrays.fill(items, null);
    }

    @Override
    public String toString() {
        final StringBuilder text = new StringBuilder("(");
        for (int side = 0; side < items.length; side++) {
            text.append(side == 0 ? "" : ", ").append(items[side] == null ? "–" : items[side]);
        }
        return text.append(')').toString();
    }
}
