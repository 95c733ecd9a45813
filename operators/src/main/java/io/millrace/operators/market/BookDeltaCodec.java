package io.millrace.operators.market;

import io.millrace.engine.item.OffHeapCodec;
import io.millrace.operators.market.sbe.MessageHeaderDecoder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** Codec of book deltas, which are as long as they have levels: their bytes as they are. A decoded one is a view of the source. */
final class BookDeltaCodec implements OffHeapCodec<BookDelta> {

    @Override
    public String name() {
        return "millrace.book-delta";
    }

    @Override
    public int version() {
        return MessageHeaderDecoder.SCHEMA_VERSION;
    }

    @Override
    public BookDelta create() {
        return new BookDelta();
    }

    @Override
    public int encode(final BookDelta item, final MutableDirectBuffer target, final int offset) {
        return item.copyTo(target, offset);
    }

    @Override
    public BookDelta decode(final DirectBuffer source, final int offset, final int length, final BookDelta reuse) {
        return view(reuse.address(source, offset, length), length, reuse);
    }

    @Override
    public BookDelta view(final long address, final int length, final BookDelta reuse) {
        reuse.view(address, length);
        return reuse;
    }
}
