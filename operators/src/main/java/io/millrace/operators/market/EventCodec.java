package io.millrace.operators.market;

import io.millrace.engine.item.Codec;
import io.millrace.operators.market.sbe.MessageHeaderDecoder;
import java.util.function.Supplier;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** Codec of an event: its bytes as they are. A decoded event is a view of the source. */
final class EventCodec<T extends MarketEvent> implements Codec<T> {
    private final String name;
    private final Supplier<T> create;

    EventCodec(final String name, final Supplier<T> create) {
        this.name = name;
        this.create = create;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int version() {
        return MessageHeaderDecoder.SCHEMA_VERSION;
    }

    @Override
    public T create() {
        return create.get();
    }

    @Override
    public int encode(final T item, final MutableDirectBuffer target, final int offset) {
        target.putBytes(offset, item.buffer(), item.offset(), item.length());
        return item.length();
    }

    @Override
    public T decode(final DirectBuffer source, final int offset, final int length, final T reuse) {
        reuse.wrap(source, offset, length);
        return reuse;
    }
}
