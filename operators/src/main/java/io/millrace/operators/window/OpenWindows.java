package io.millrace.operators.window;

import io.millrace.engine.stage.Timers;
import java.util.Arrays;

/**
 * The open windows of one key, and the key's lead. The newest window stands apart, because most items fall into it; the
 * others, which late items keep open, stand in arrays by their beginnings.
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

    /** Beginning of the newest window, if there is one. */
    long newestStart;

    /** What the newest window holds, or null if no window is open. */
    W newest;

    private int olderSize;
    private long[] olderStarts = new long[FEW];
    private Object[] older = new Object[FEW];

    boolean isEmpty() {
        return newest == null;
    }

    int size() {
        return newest == null ? 0 : olderSize + 1;
    }

    /** Beginning of a window, by age: 0 is the one that closes first. */
    long start(final int index) {
        return index == olderSize ? newestStart : olderStarts[index];
    }

    /** What a window holds, by age. */
    @SuppressWarnings("unchecked") // only insert() writes to it
    W item(final int index) {
        return index == olderSize ? newest : (W) older[index];
    }

    /** What the window with this beginning holds, or null. */
    W find(final long start) {
        for (int index = size() - 1; index >= 0; index--) {
            if (start(index) == start) {
                return item(index);
            }
        }
        return null;
    }

    /** Adds a window; there is none with this beginning. */
    void insert(final long start, final W item) {
        if (newest == null) {
            newestStart = start;
            newest = item;
        } else if (start > newestStart) {
            insertOlder(olderSize, newestStart, newest);
            newestStart = start;
            newest = item;
        } else {
            int index = olderSize;
            while (index > 0 && olderStarts[index - 1] > start) {
                index--;
            }
            insertOlder(index, start, item);
        }
    }

    private void insertOlder(final int index, final long start, final W item) {
        if (olderSize == olderStarts.length) {
            olderStarts = Arrays.copyOf(olderStarts, olderSize * 2);
            older = Arrays.copyOf(older, olderSize * 2);
        }
        System.arraycopy(olderStarts, index, olderStarts, index + 1, olderSize - index);
        System.arraycopy(older, index, older, index + 1, olderSize - index);
        olderStarts[index] = start;
        older[index] = item;
        olderSize++;
    }

    /** Takes out the window that closes first; there is one. */
    W removeFirst() {
        final W first = item(0);
        if (olderSize == 0) {
            newest = null;
        } else {
            olderSize--;
            System.arraycopy(olderStarts, 1, olderStarts, 0, olderSize);
            System.arraycopy(older, 1, older, 0, olderSize);
            older[olderSize] = null;
        }
        return first;
    }
}
