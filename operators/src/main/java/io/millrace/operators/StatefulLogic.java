package io.millrace.operators;

/**
 * What a step with state does, key by key.
 *
 * @param <S> what is kept for each key
 * @param <T> type of the items
 * @param <R> type of what is emitted
 * @param <W> what fills it
 */
@FunctionalInterface
public interface StatefulLogic<S, T, R, W> {

    /**
     * An item has come.
     *
     * @param context of the item's key; valid during the call only
     * @param state   what is known of the key, blank at first; may be changed
     * @param item    what has come
     */
    void onItem(StatefulContext<R, W> context, S state, T item);

    /** The key's timer has fired; it is not set any more. */
    default void onTimer(final StatefulContext<R, W> context, final S state) {
        // Of interest to logic that sets timers.
    }

    /** Input has ended; called for each key that is known, in the order of the keys' values. No timer fires any more. */
    default void onEnd(final StatefulContext<R, W> context, final S state) {
        // Whoever has emitted all there is has nothing to do.
    }
}
