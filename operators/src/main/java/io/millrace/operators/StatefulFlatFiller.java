package io.millrace.operators;

/** Makes any number of items of one and of what is known of its key, by filling a reused one. */
@FunctionalInterface
public interface StatefulFlatFiller<S, T, R, W> {

    /**
     * Maps an item.
     *
     * @param state  what is known of the key; may be changed
     * @param item   what has come
     * @param reused what is filled, each time all of its fields
     * @param out    takes {@code reused} whenever it is filled
     */
    void flatMap(S state, T item, W reused, Emitter<R> out);
}
