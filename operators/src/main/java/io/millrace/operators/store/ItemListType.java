package io.millrace.operators.store;

import io.millrace.engine.item.Codec;
import io.millrace.engine.item.ItemType;
import io.millrace.operators.Items;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Type of several items: their number, then each behind its length.
 *
 * @param codec type of one
 */
public record ItemListType<T>(Codec<T> codec) implements ItemType<Items<T>, ItemList<T>> {

    @Override
    public String name() {
        return "list-" + codec.name();
    }

    @Override
    public int version() {
        return codec.version();
    }

    @Override
    public ItemList<T> create() {
        return new ItemList<>(new ItemSlots<>(codec));
    }

    @Override
    public void clear(final ItemList<T> item) {
        item.clear();
    }

    @Override
    public int encode(final Items<T> items, final MutableDirectBuffer target, final int offset) {
        target.putInt(offset, items.size(), ByteOrder.LITTLE_ENDIAN);
        int at = offset + Integer.BYTES;
        for (int i = 0; i < items.size(); i++) {
            final int length = codec.encode(items.get(i), target, at + Integer.BYTES);
            target.putInt(at, length, ByteOrder.LITTLE_ENDIAN);
            at += Integer.BYTES + length;
        }
        return at - offset;
    }

    @Override
    public Items<T> decode(final DirectBuffer source, final int offset, final int length, final Items<T> reuse) {
        final ItemList<T> list = (ItemList<T>) reuse;
        list.clear();
        int at = offset + Integer.BYTES;
        for (int left = source.getInt(offset, ByteOrder.LITTLE_ENDIAN); left > 0; left--) {
            final int itemLength = source.getInt(at, ByteOrder.LITTLE_ENDIAN);
            list.decode(source, at + Integer.BYTES, itemLength);
            at += Integer.BYTES + itemLength;
        }
        return list;
    }
}
