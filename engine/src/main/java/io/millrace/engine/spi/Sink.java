package io.millrace.engine.spi;

/**
 * Where items leave the process.
 *
 * <p>Thread: the thread of the stage that it is in. Allocation: none in steady state. Deterministic: gets the same items
 * in the same order in every layout and in every replay.
 *
 * @param <T> type of the items
 */
public interface Sink<T> extends AutoCloseable {

    /**
     * Takes an item.
     *
     * @param item valid during the call only
     */
    void accept(T item);

    /** Called after a batch in which items came: the time to write what was collected. */
    void flush();

    /** Writes what is left and lets go of everything. Called once, also after a failure. */
    @Override
    void close();
}
