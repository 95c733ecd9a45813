package io.millrace.operators.op;

import io.millrace.engine.item.Codec;
import io.millrace.engine.stage.KeySpace;
import io.millrace.operators.store.ItemSlot;
import io.millrace.operators.store.ItemSlots;
import java.util.Objects;
import java.util.function.BinaryOperator;

/**
 * For each key, a copy of what its items were made into so far.
 *
 * <p>Thread: the stage's. Allocation: only for more keys at a time than ever before. Deterministic: yes.
 *
 * @param reducer gets the copy and an item
 * @param slots   type of the items
 * @param states  the copies
 */
record Reduction<T>(BinaryOperator<T> reducer, ItemSlots<T> slots, KeyedStates<ItemSlot<T>> states) {

    static <T> Reduction<T> of(final Codec<T> codec, final BinaryOperator<T> reducer, final KeySpace keys) {
        final ItemSlots<T> slots = new ItemSlots<>(codec);
        return new Reduction<>(reducer, slots, KeyedStates.of(slots, keys));
    }

    /** Adds an item; the first of a key is what it is. */
    ItemSlot<T> add(final long key, final T item) {
        final ItemSlot<T> known = states.find(key);
        if (known == null) {
            final ItemSlot<T> first = states.add(key);
            slots.replace(first, item);
            return first;
        }
        slots.replace(known, Objects.requireNonNull(reducer.apply(known.item(), item), "the function gave null"));
        return known;
    }
}
