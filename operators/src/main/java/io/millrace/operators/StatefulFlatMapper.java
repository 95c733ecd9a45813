package io.millrace.operators;

/** Makes any number of items of one and of what is known of its key, by a function that returns them. */
@FunctionalInterface
public interface StatefulFlatMapper<S, T, R> {

    /**
     * Maps an item.
     *
     * @param state what is known of the key; may be changed
     * @param item  what has come
     * @param out   takes what is made
     */
    void flatMap(S state, T item, Emitter<R> out);
}
