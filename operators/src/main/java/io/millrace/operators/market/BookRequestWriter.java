package io.millrace.operators.market;

import io.millrace.operators.market.sbe.BookFault;
import io.millrace.operators.market.sbe.BookRequestEncoder;

/**
 * Writes requests for snapshots. {@link #at} comes first, then all fields.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class BookRequestWriter extends EventWriter {
    public BookRequestWriter() {
        super(BookRequestEncoder.BLOCK_LENGTH, BookRequestEncoder.TEMPLATE_ID);
    }

    /** Begins at an address outside the heap that has room for {@link #length()} bytes. */
    public BookRequestWriter at(final long address) {
        begin(address);
        int8(BookRequestEncoder.reservedEncodingOffset(), 0);
        int8(BookRequestEncoder.reserved2EncodingOffset(), 0);
        int8(BookRequestEncoder.reserved2EncodingOffset() + 1, 0);
        return this;
    }

    /** Number that the instrument's definition gives it. */
    public BookRequestWriter instrumentId(final int value) {
        int32(BookRequestEncoder.instrumentIdEncodingOffset(), value);
        return this;
    }

    /** Why the book needs one. */
    public BookRequestWriter reason(final BookFault value) {
        int8(BookRequestEncoder.reasonEncodingOffset(), value.value());
        return this;
    }
}
