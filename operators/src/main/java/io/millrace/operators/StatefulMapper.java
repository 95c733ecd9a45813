package io.millrace.operators;

/** Makes one item of another and of what is known of its key. */
@FunctionalInterface
public interface StatefulMapper<S, T, W> {

    /**
     * Maps an item.
     *
     * @param state what is known of the key; may be changed
     * @param item  what has come
     * @param out   what is filled, all of its fields; is emitted after the call
     */
    void map(S state, T item, W out);
}
