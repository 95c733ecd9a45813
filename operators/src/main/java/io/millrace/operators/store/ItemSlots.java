package io.millrace.operators.store;

import io.millrace.engine.item.Codec;
import io.millrace.engine.item.ItemType;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableDirectByteBuffer;

/**
 * Copies items of one type and uses the copies again. What an immutable item is, is kept as it is; fields of an
 * {@link ItemType} are copied into another one; any other item may be a view, and gets bytes of its own.
 *
 * <p>Thread: the stage's. Allocation: only for more copies than ever before, or longer ones. Deterministic: yes.
 */
public final class ItemSlots<T> implements StatePool<ItemSlot<T>> {
    private static final int USUAL_ITEM = 128;

    private final Codec<T> codec;
    private final boolean copiesFields;
    private final ExpandableDirectByteBuffer scratch = new ExpandableDirectByteBuffer(USUAL_ITEM);
    private final Spares<ItemSlot<T>> spares = new Spares<>();

    public ItemSlots(final Codec<T> codec) {
        this.codec = codec;
        this.copiesFields = codec instanceof ItemType<?, ?>;
    }

    /** Type of the items. */
    public Codec<T> codec() {
        return codec;
    }

    /** A copy of an item. */
    public ItemSlot<T> keep(final T item) {
        final ItemSlot<T> slot = take();
        replace(slot, item);
        return slot;
    }

    /** Makes a slot hold a copy of another item; it may be the one that the slot holds. */
    public void replace(final ItemSlot<T> slot, final T item) {
        if (slot.item == item || slot.bytes == null && !copiesFields) {
            // Immutable, or the same: nothing to copy.
            slot.item = item;
        } else if (copiesFields) {
            slot.item = codec.decode(scratch, 0, codec.encode(item, scratch, 0), slot.item);
        } else {
            // By way of the scratch: the item may be a view of the slot's own bytes.
            final int length = codec.encode(item, scratch, 0);
            slot.bytes.putBytes(0, scratch, 0, length);
            slot.item = codec.decode(slot.bytes, 0, length, slot.item);
        }
    }

    @Override
    public void release(final ItemSlot<T> slot) {
        if (slot.bytes == null && !copiesFields) {
            slot.item = null;
        }
        spares.giveBack(slot);
    }

    /** A slot for {@link #replace}: what it holds means nothing. */
    @Override
    public ItemSlot<T> take() {
        final ItemSlot<T> spare = spares.take();
        return spare == null ? create() : spare;
    }

    private ItemSlot<T> create() {
        final ItemSlot<T> slot = new ItemSlot<>();
        slot.item = codec.create();
        slot.bytes = slot.item == null || copiesFields ? null : new ExpandableDirectByteBuffer(USUAL_ITEM);
        return slot;
    }

    @Override
    public void write(final ItemSlot<T> slot, final StateWriter out) {
        out.putItem(codec, slot.item);
    }

    @Override
    public ItemSlot<T> read(final StateReader in) {
        final int length = in.takeLength();
        return decode(in.buffer(), in.takeBytes(length), length);
    }

    /** A copy of an item that stands as bytes. */
    public ItemSlot<T> decode(final DirectBuffer source, final int offset, final int length) {
        final ItemSlot<T> slot = take();
        if (slot.bytes == null) {
            slot.item = codec.decode(source, offset, length, slot.item);
        } else {
            slot.bytes.putBytes(0, source, offset, length);
            slot.item = codec.decode(slot.bytes, 0, length, slot.item);
        }
        return slot;
    }
}
