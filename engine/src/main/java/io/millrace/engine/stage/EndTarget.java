package io.millrace.engine.stage;

/** An operator that has something to do when all inputs have ended. */
public interface EndTarget {

    /** Names the keys for which {@link #onEnd} is wanted; an operator without keys names 0. Any order; not hot. */
    void collectEndKeys(KeyList keys);

    /** The end of input, once for each key, in the order of the keys' values. */
    void onEnd(long key);
}
