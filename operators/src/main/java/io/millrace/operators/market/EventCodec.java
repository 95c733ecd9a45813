package io.millrace.operators.market;

import io.millrace.engine.item.OffHeapCodec;
import io.millrace.operators.market.sbe.MessageHeaderDecoder;
import java.util.function.Supplier;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Codec of an event: its bytes as they are. A decoded event is a view of the source.
 *
 * @param name        of the encoding
 * @param blockLength bytes of the fields that this version knows
 * @param maker       makes views
 */
record EventCodec<T extends MarketEvent>(String name, int blockLength, Supplier<T> maker) implements OffHeapCodec<T> {

    @Override
    public int version() {
        return MessageHeaderDecoder.SCHEMA_VERSION;
    }

    @Override
    public T create() {
        return maker.get();
    }

    @Override
    public int encode(final T item, final MutableDirectBuffer target, final int offset) {
        return item.copyTo(target, offset);
    }

    @Override
    public T decode(final DirectBuffer source, final int offset, final int length, final T reuse) {
        return view(reuse.address(source, offset, length), length, reuse);
    }

    @Override
    public T view(final long address, final int length, final T reuse) {
        reuse.view(address, length, blockLength);
        return reuse;
    }
}
