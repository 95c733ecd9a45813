package io.millrace.engine.stage;

/**
 * What an operator offers to the one before it.
 *
 * <p>Thread: the stage's. Allocation: none in steady state. Deterministic: must be.
 *
 * @param <T> type of the items
 */
@FunctionalInterface
public interface Receiver<T> {

    /**
     * Takes an item.
     *
     * @param key  key of the item: a number, or the stage's number for a text key; 0 on a stream without keys
     * @param item valid during the call only, and not to be changed
     */
    void onItem(long key, T item);
}
