package io.millrace.operators.window;

import io.millrace.engine.stage.Timers;
import io.millrace.operators.store.TimedQueue;

/**
 * What is kept of one key: its lead, its timer, and its open windows in order of their beginnings. The newest window
 * stands apart, because most items fall into it. What is large is there only while it is needed.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: yes.
 */
final class KeyWindows<S, T> {
    /** {@link #wakeAt} without a timer. */
    static final long NEVER = Long.MAX_VALUE;

    long lead = KeyTime.NO_LEAD;
    int timer = Timers.NONE;

    /** When the timer fires: not later than anything is to be done. In running time if the timer leaves downtime out. */
    long wakeAt = NEVER;

    /** Id of the next session or count to open; where windows share parts, of the next one to close. */
    long nextId;

    /** Stage time of the last item or close, where keys are forgotten. */
    long touched;

    /** The newest window, or null if none is open. */
    OpenWindow<S> newest;

    /**
     * Of windows whose bounds do not change: those of the newest, and what it holds. They stand here too, so that an item
     * that falls into it needs not be looked up there; no time is within them if no window is open.
     */
    long newestStart = Long.MAX_VALUE;

    long newestEnd = Long.MIN_VALUE;
    S newestState;

    /** The other windows, or null if there are none. */
    private WindowList<S> older;

    /** Items that the watermark has not reached, or null if there are none. */
    TimedQueue<T> waiting;

    /** As new. */
    void clear() {
        lead = KeyTime.NO_LEAD;
        timer = Timers.NONE;
        wakeAt = NEVER;
        nextId = 0;
        touched = 0;
    }

    boolean isEmpty() {
        return newest == null;
    }

    /** Whether there is nothing to wait for. */
    boolean isIdle() {
        return newest == null && waiting == null;
    }

    int size() {
        return newest == null ? 0 : olderSize() + 1;
    }

    private int olderSize() {
        return older == null ? 0 : older.size();
    }

    /** A window, by age: 0 begins first. */
    OpenWindow<S> at(final int index) {
        return index == olderSize() ? newest : older.at(index);
    }

    /** The first window. */
    OpenWindow<S> first() {
        return older == null ? newest : older.at(0);
    }

    /** Number of windows that begin before a time. */
    int countBefore(final long start) {
        int index = size();
        while (index > 0 && at(index - 1).start >= start) {
            index--;
        }
        return index;
    }

    private void setNewest(final OpenWindow<S> window) {
        newest = window;
        newestStart = window == null ? Long.MAX_VALUE : window.start;
        newestEnd = window == null ? Long.MIN_VALUE : window.end;
        newestState = window == null ? null : window.state;
    }

    /** Adds a window at its place. */
    void insert(final int index, final OpenWindow<S> window, final WindowPool<S> pool) {
        if (newest == null) {
            setNewest(window);
            return;
        }
        if (older == null) {
            older = pool.list();
        }
        if (index > older.size()) {
            older.insert(older.size(), newest);
            setNewest(window);
        } else {
            older.insert(index, window);
        }
    }

    /** Takes out a window. */
    OpenWindow<S> remove(final int index, final WindowPool<S> pool) {
        final OpenWindow<S> removed = at(index);
        if (older == null) {
            setNewest(null);
            return removed;
        }
        final int last = older.size() - 1;
        if (index > last) {
            setNewest(older.remove(last));
        } else {
            older.remove(index);
        }
        if (last == 0) {
            pool.giveBack(older);
            older = null;
        }
        return removed;
    }
}
