package io.millrace.operators;

/** Makes one item of another and its key. */
@FunctionalInterface
public interface KeyedMapper<T, W> {

    /**
     * Maps an item.
     *
     * @param key  of the item
     * @param item what has come
     * @param out  what is filled, all of its fields; is emitted after the call
     */
    void map(Key key, T item, W out);
}
