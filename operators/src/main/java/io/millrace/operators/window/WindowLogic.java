package io.millrace.operators.window;

/**
 * What happens in a window. Everything that windows can do is built on this; users write their own where that is not
 * enough. An implementation has no state but what it is given, and is best a record, whose fields HotSpot trusts.
 *
 * <p>Thread: the stage's. Allocation: must be none for windows to make no garbage. Deterministic: must be.
 *
 * @param <S> state of one window; blank when it opens
 * @param <T> items
 * @param <R> what is emitted
 */
@FunctionalInterface
public interface WindowLogic<S, T, R> {

    /** An item falls into a window. */
    void onItem(WindowContext<R> context, Window window, S state, T item);

    /**
     * Whether {@link #onItem} or {@link #onMerge} look at the context, or emit by it. An item costs a little less if they
     * do not.
     */
    default boolean looksAround() {
        return true;
    }

    /**
     * Whether {@link #onMerge} is there. Sessions that can grow together need it: those whose items do not come in order.
     */
    default boolean merges() {
        return false;
    }

    /**
     * Whether windows that overlap may share parts: items are then added to parts, which are merged into a window when it
     * closes, in order of time. Needs {@link #merges()}, and an {@link #onItem} and {@link #onMerge} that emit nothing and
     * do not look at the window.
     */
    default boolean sharesParts() {
        return false;
    }

    /**
     * Two windows become one.
     *
     * @param window what they become, with the id of the one that begins earlier
     * @param state  state of that one; takes in the other
     * @param other  state of the one that begins later; not to be changed
     */
    default void onMerge(final WindowContext<R> context, final Window window, final S state, final S other) {
        throw new UnsupportedOperationException("this logic says that it does not merge");
    }

    /** An early result is due; what is emitted here goes to the stream of early results. */
    default void onEarly(final WindowContext<R> context, final Window window, final S state) {
        // Gives none.
    }

    /** A window closes; its state is blank for the next one afterwards. */
    default void onClose(final WindowContext<R> context, final Window window, final S state) {
        // Has said everything before.
    }
}
