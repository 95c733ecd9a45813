package io.millrace.operators.lookup;

import io.millrace.engine.item.ItemType;
import io.millrace.operators.Enricher;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * Makes one item of another and an answer.
 *
 * <p>Thread: the stage's. Allocation: none, unless the user's function makes an object. Deterministic: must be.
 */
public interface Enrichment<T, A, R> {

    /** What the two make; valid until the next call. */
    R of(T item, A answer);

    /** The same, which makes sure that the user's function fills all that it should. For the check mode. */
    default Enrichment<T, A, R> checked() {
        return this;
    }

    /** By filling a reused item. */
    static <T, A, R, W extends R> Enrichment<T, A, R> filling(
            final ItemType<R, W> type, final Enricher<? super T, ? super A, ? super W> enricher) {
        return new FillingEnrichment<>(Objects.requireNonNull(type, "type"), enricher, type.create(), false);
    }

    /** By what a function returns. */
    static <T, A, R> Enrichment<T, A, R> returning(final BiFunction<? super T, ? super A, ? extends R> function) {
        return new ReturningEnrichment<>(function);
    }
}
