package io.millrace.operators.market;

import io.millrace.engine.item.OffHeapCodec;
import io.millrace.operators.market.sbe.BookFault;
import io.millrace.operators.market.sbe.BookRequestDecoder;

/**
 * A book asks for a new snapshot.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class BookRequest extends MarketEvent {
    /** How it is encoded; a decoded one is a view. */
    public static final OffHeapCodec<BookRequest> CODEC =
            new EventCodec<>("millrace.book-request", BookRequestDecoder.BLOCK_LENGTH, BookRequest::new);

    /** Number that the instrument's definition gave it. */
    public int instrumentId() {
        return int32(BookRequestDecoder.instrumentIdEncodingOffset());
    }

    /** Why it needs one. */
    public BookFault reason() {
        return BookFault.get(int8(BookRequestDecoder.reasonEncodingOffset()));
    }

    @Override
    public String toString() {
        return "request for a snapshot of instrument " + instrumentId() + ": " + reason();
    }
}
