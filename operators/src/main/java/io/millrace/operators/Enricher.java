package io.millrace.operators;

/** Makes one item of another and of what a service has answered. */
@FunctionalInterface
public interface Enricher<T, A, W> {

    /**
     * Enriches an item.
     *
     * @param item   what has come
     * @param answer what the service says; kept for other items, and not to be changed
     * @param out    what is filled, all of its fields; is emitted after the call
     */
    void enrich(T item, A answer, W out);
}
