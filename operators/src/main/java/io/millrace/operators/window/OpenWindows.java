package io.millrace.operators.window;

import io.millrace.engine.stage.Timers;
import java.util.Arrays;

/**
 * The open windows of one key, by their beginnings, and the key's lead.
 *
 * <p>Thread: the stage's. Allocation: only for more open windows than ever before. Deterministic: yes.
 */
final class OpenWindows<W> {
    /** Lead of a key that has seen nothing. */
    static final long NO_LEAD = Long.MIN_VALUE;

    private static final int FEW = 2;

    long lead = NO_LEAD;
    int timer = Timers.NONE;
    long timerDeadline;
    private int size;
    private long[] starts = new long[FEW];
    private Object[] items = new Object[FEW];

    int size() {
        return size;
    }

    long start(final int index) {
        return starts[index];
    }

    @SuppressWarnings("unchecked") // only insert() writes to it
    W item(final int index) {
        return (W) items[index];
    }

    /** Index of the window with this beginning, or -1 less the index at which it would stand. */
    int find(final long start) {
        int index = size - 1;
        while (index >= 0 && starts[index] > start) {
            index--;
        }
        return index >= 0 && starts[index] == start ? index : -2 - index;
    }

    void insert(final int index, final long start, final W item) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            items = Arrays.copyOf(items, size * 2);
        }
        System.arraycopy(starts, index, starts, index + 1, size - index);
        System.arraycopy(items, index, items, index + 1, size - index);
        starts[index] = start;
        items[index] = item;
        size++;
    }

    /** Takes out the earliest window. */
    W removeFirst() {
        final W first = item(0);
        size--;
        System.arraycopy(starts, 1, starts, 0, size);
        System.arraycopy(items, 1, items, 0, size);
        items[size] = null;
        return first;
    }
}
