package io.millrace.operators;

import io.millrace.engine.item.ItemType;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** Encoding of counts: eight bytes, little-endian. */
final class CountType implements ItemType<Count, Count.Writer> {
    @Override
    public String name() {
        return "millrace.count";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Count.Writer create() {
        return new Count.Writer();
    }

    @Override
    public void clear(final Count.Writer item) {
        item.set(0);
    }

    @Override
    public void spoil(final Count.Writer item) {
        item.set(Long.MIN_VALUE);
    }

    @Override
    public int encode(final Count item, final MutableDirectBuffer target, final int offset) {
        target.putLong(offset, item.value(), ByteOrder.LITTLE_ENDIAN);
        return Long.BYTES;
    }

    @Override
    public Count decode(final DirectBuffer source, final int offset, final int length, final Count reuse) {
        return ((Count.Writer) reuse).set(source.getLong(offset, ByteOrder.LITTLE_ENDIAN));
    }
}
