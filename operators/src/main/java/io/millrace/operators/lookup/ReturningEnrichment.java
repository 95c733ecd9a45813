package io.millrace.operators.lookup;

import java.util.Objects;
import java.util.function.BiFunction;

/** Enriches by what a function returns. */
record ReturningEnrichment<T, A, R>(BiFunction<? super T, ? super A, ? extends R> function)
        implements Enrichment<T, A, R> {
    ReturningEnrichment {
        Objects.requireNonNull(function, "function");
    }

    @Override
    public R of(final T item, final A answer) {
        return Objects.requireNonNull(function.apply(item, answer), "the enriched item is null");
    }
}
