package io.millrace.engine.stage;

/**
 * What an operator with several inputs offers to the ones before it.
 *
 * <p>Thread: the stage's. Allocation: none in steady state. Deterministic: must be.
 */
public interface MultiReceiver {

    /**
     * Takes an item.
     *
     * @param side which of the inputs it comes by, from 0
     * @param key  as in {@link Receiver#onItem}
     * @param item valid during the call only, and not to be changed
     */
    void onItem(int side, long key, Object item);
}
