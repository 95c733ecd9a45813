package io.millrace.operators;

/** Makes any number of items of one, by filling a reused one. */
@FunctionalInterface
public interface FlatMapper<T, R, W extends R> {

    /**
     * Takes an item apart.
     *
     * @param item   what is taken apart
     * @param reused what is filled, each time all of its fields
     * @param out    takes {@code reused} whenever it is filled
     */
    void flatMap(T item, W reused, Emitter<R> out);
}
