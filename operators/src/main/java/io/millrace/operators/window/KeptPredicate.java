package io.millrace.operators.window;

import io.millrace.operators.store.KeptItem;
import java.util.function.Predicate;

/** Asks a predicate about the item that is kept. */
record KeptPredicate<T>(Predicate<? super T> predicate) implements Predicate<KeptItem<T>> {
    @Override
    public boolean test(final KeptItem<T> kept) {
        return predicate.test(kept.item());
    }
}
