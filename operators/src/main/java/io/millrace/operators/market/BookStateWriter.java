package io.millrace.operators.market;

import io.millrace.operators.market.sbe.BookCondition;
import io.millrace.operators.market.sbe.BookFault;
import io.millrace.operators.market.sbe.BookStateEncoder;

/**
 * Writes what has become of books. {@link #at} comes first, then all fields.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class BookStateWriter extends EventWriter {
    public BookStateWriter() {
        super(BookStateEncoder.BLOCK_LENGTH, BookStateEncoder.TEMPLATE_ID);
    }

    /** Begins at an address outside the heap that has room for {@link #length()} bytes. */
    public BookStateWriter at(final long address) {
        begin(address);
        int8(BookStateEncoder.reservedEncodingOffset(), 0);
        int8(BookStateEncoder.reservedEncodingOffset() + 1, 0);
        return this;
    }

    /** Number that the instrument's definition gives it. */
    public BookStateWriter instrumentId(final int value) {
        int32(BookStateEncoder.instrumentIdEncodingOffset(), value);
        return this;
    }

    /** What the book is now. */
    public BookStateWriter condition(final BookCondition value) {
        int8(BookStateEncoder.conditionEncodingOffset(), value.value());
        return this;
    }

    /** Why it is not valid; {@link BookFault#NONE} if it is. */
    public BookStateWriter reason(final BookFault value) {
        int8(BookStateEncoder.reasonEncodingOffset(), value.value());
        return this;
    }

    /** Last update that the book knew of, or -1. */
    public BookStateWriter updateId(final long value) {
        int64(BookStateEncoder.updateIdEncodingOffset(), value);
        return this;
    }

    /** When the exchange says it happened, epoch nanoseconds; 0 if the venue sends none. */
    public BookStateWriter exchangeTime(final long value) {
        int64(BookStateEncoder.exchangeTimeEncodingOffset(), value);
        return this;
    }

    /** When it was received, epoch nanoseconds. */
    public BookStateWriter receiveTime(final long value) {
        int64(BookStateEncoder.receiveTimeEncodingOffset(), value);
        return this;
    }
}
