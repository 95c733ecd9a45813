package io.millrace.operators.store;

import io.millrace.engine.item.Codec;
import io.millrace.engine.item.ItemType;
import io.millrace.operators.Items;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Type of state that is a list of items, encoded as {@link ItemListType} does. All lists share one pool of copies, so it
 * belongs to one step of one copy of a flow.
 */
public record PooledListType<T>(ItemListType<T> type, ItemSlots<T> slots) implements ItemType<Items<T>, ItemList<T>> {
    public PooledListType(final Codec<T> codec) {
        this(new ItemListType<>(codec), new ItemSlots<>(codec));
    }

    @Override
    public String name() {
        return type.name();
    }

    @Override
    public int version() {
        return type.version();
    }

    @Override
    public ItemList<T> create() {
        return new ItemList<>(slots);
    }

    @Override
    public void clear(final ItemList<T> item) {
        type.clear(item);
    }

    @Override
    public int encode(final Items<T> items, final MutableDirectBuffer target, final int offset) {
        return type.encode(items, target, offset);
    }

    @Override
    public Items<T> decode(final DirectBuffer source, final int offset, final int length, final Items<T> reuse) {
        return type.decode(source, offset, length, reuse);
    }
}
