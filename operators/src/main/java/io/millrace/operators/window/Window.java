package io.millrace.operators.window;

/**
 * A window, as it is at the moment. Valid during the call only.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: yes.
 */
public interface Window {

    /**
     * Number of the window: of those cut by time, k if it begins k times the offset behind the alignment; of sessions and
     * counts, 0, 1, 2 … as they open, by key.
     */
    long id();

    /** First epoch nanosecond; of sessions and counts, the earliest time of an item so far. */
    long start();

    /** First epoch nanosecond behind it; of sessions and counts, the latest time of an item so far. */
    long end();

    /** Number of sessions that became part of this one. */
    int mergedCount();

    /**
     * Id of a session that became part of this one.
     *
     * @param index from 0
     */
    long mergedId(int index);
}
