package io.millrace.engine.stage;

/**
 * Sees what passes one place of a stage. It is told before the item goes on, and must leave it as it is.
 *
 * <p>Thread: the stage's. Allocation: its own affair, observers are for tools. Deterministic: changes nothing.
 */
@FunctionalInterface
public interface ItemObserver {

    /**
     * Something passes.
     *
     * @param key  as in {@link Receiver#onItem}
     * @param item valid during the call only; null where a timer or the end of input passes, and a view of the record's
     *     payload where the record of an answer does
     */
    void onItem(long key, Object item);
}
