package io.millrace.operators.lookup;

import io.millrace.engine.item.ItemType;
import io.millrace.operators.Enricher;
import java.util.Objects;

/**
 * Enriches by filling a reused item.
 *
 * @param spoils whether what the item held before is spoiled first
 */
record FillingEnrichment<T, A, R, W extends R>(
        ItemType<R, W> type, Enricher<? super T, ? super A, ? super W> enricher, W reused, boolean spoils)
        implements Enrichment<T, A, R> {
    FillingEnrichment {
        Objects.requireNonNull(enricher, "enricher");
    }

    @Override
    public R of(final T item, final A answer) {
        if (spoils) {
            type.spoil(reused);
        }
        enricher.enrich(item, answer, reused);
        return reused;
    }

    @Override
    public Enrichment<T, A, R> checked() {
        return new FillingEnrichment<>(type, enricher, type.create(), true);
    }
}
