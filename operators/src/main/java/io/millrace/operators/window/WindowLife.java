package io.millrace.operators.window;

import io.millrace.engine.stage.StepContext;

/**
 * What happens to a window from its opening to its close, with the user's logic inside.
 *
 * <p>A record, as {@link WindowOutlet} is. Thread: the stage's. Allocation: none. Deterministic: yes.
 *
 * @param early early results, or null if there are none
 * @param meta  where closed windows are reported, or null if nobody asks
 */
record WindowLife<S, T, R>(
        WindowLogic<S, T, R> logic,
        WindowOutlet<R> closed,
        WindowPool<S> pool,
        EarlyResults<S, T, R> early,
        WindowReports meta,
        StepContext context) {

    OpenWindow<S> open(final long id, final long start, final long end) {
        return pool.open(id, start, end);
    }

    /**
     * An item falls into a window.
     *
     * @return whether the key must be looked at earlier than its timer was set for
     */
    boolean add(final OpenWindow<S> window, final T item) {
        return add(window, window.state, item);
    }

    /** The same for a window whose state is at hand. */
    boolean add(final OpenWindow<S> window, final S state, final T item) {
        take(window, state, item);
        return added(window, item);
    }

    /** Shows an item to the logic. If that fails and need not stop the flow, it counts as shown: windows stay whole. */
    void take(final OpenWindow<S> window, final S state, final T item) {
        try {
            logic.onItem(closed, window, state, item);
        } catch (final Throwable e) {
            context.failedAside(closed.cursor().key, item, e);
        }
    }

    /**
     * An item has been taken by a window, or by one that has become part of it: gives early results.
     *
     * @return whether one is due that was not due before
     */
    boolean added(final OpenWindow<S> window, final T item) {
        return early != null && early.added(window, item);
    }

    /** A session becomes part of another one, which begins earlier. */
    void merge(final OpenWindow<S> window, final OpenWindow<S> other) {
        window.takeIn(other);
        mergeStates(window, other);
        pool.giveBack(other);
    }

    /** A part is added to the window that is made of it. */
    void mergeStates(final OpenWindow<S> window, final OpenWindow<S> other) {
        try {
            logic.onMerge(closed, window, window.state, other.state);
        } catch (final Throwable e) {
            context.failedAside(closed.cursor().key, window, e);
        }
    }

    void close(final OpenWindow<S> window) {
        try {
            logic.onClose(closed, window, window.state);
        } catch (final Throwable e) {
            context.failedAside(closed.cursor().key, window, e);
        }
        if (meta != null) {
            meta.closed(window);
        }
        pool.giveBack(window);
    }
}
