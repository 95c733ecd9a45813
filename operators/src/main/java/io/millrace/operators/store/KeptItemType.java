package io.millrace.operators.store;

import io.millrace.engine.item.ItemType;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Type of state that is a copy of one item: whether there is one, and its bytes. All copies come from one pool, so it
 * belongs to one step of one copy of a flow.
 */
public record KeptItemType<T>(ItemSlots<T> slots) implements ItemType<KeptItem<T>, KeptItem<T>> {

    @Override
    public String name() {
        return "kept-" + slots.codec().name();
    }

    @Override
    public int version() {
        return slots.codec().version();
    }

    @Override
    public KeptItem<T> create() {
        return new KeptItem<>(slots);
    }

    @Override
    public void clear(final KeptItem<T> item) {
        item.clear();
    }

    @Override
    public int encode(final KeptItem<T> kept, final MutableDirectBuffer target, final int offset) {
        target.putByte(offset, (byte) (kept.isEmpty() ? 0 : 1));
        return kept.isEmpty() ? 1 : 1 + slots.codec().encode(kept.item(), target, offset + 1);
    }

    @Override
    public KeptItem<T> decode(final DirectBuffer source, final int offset, final int length, final KeptItem<T> reuse) {
        reuse.clear();
        if (source.getByte(offset) != 0) {
            reuse.decode(source, offset + 1, length - 1);
        }
        return reuse;
    }
}
