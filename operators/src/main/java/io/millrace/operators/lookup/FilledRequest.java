package io.millrace.operators.lookup;

import io.millrace.engine.item.ItemType;
import java.util.function.BiConsumer;
import org.agrona.MutableDirectBuffer;

/**
 * Asks by filling a reused request.
 *
 * @param spoils whether what the request held before is spoiled first
 */
record FilledRequest<T, Q, W extends Q>(
        ItemType<Q, W> type, BiConsumer<? super T, ? super W> fill, W reused, boolean spoils) implements Request<T> {
    @Override
    public int write(final T item, final MutableDirectBuffer target) {
        if (spoils) {
            type.spoil(reused);
        }
        fill.accept(item, reused);
        return type.encode(reused, target, 0);
    }

    @Override
    public Request<T> checked() {
        return new FilledRequest<>(type, fill, type.create(), true);
    }
}
