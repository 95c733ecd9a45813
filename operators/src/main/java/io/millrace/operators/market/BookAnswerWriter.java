package io.millrace.operators.market;

import io.millrace.operators.market.sbe.AnswerOutcome;
import io.millrace.operators.market.sbe.BookAnswerEncoder;

/**
 * Writes answers to requests for snapshots. {@link #at} comes first, then all fields.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class BookAnswerWriter extends EventWriter {
    public BookAnswerWriter() {
        super(BookAnswerEncoder.BLOCK_LENGTH, BookAnswerEncoder.TEMPLATE_ID);
    }

    /** Begins at an address outside the heap that has room for {@link #length()} bytes. */
    public BookAnswerWriter at(final long address) {
        begin(address);
        int8(BookAnswerEncoder.reservedEncodingOffset(), 0);
        int8(BookAnswerEncoder.reserved2EncodingOffset(), 0);
        int8(BookAnswerEncoder.reserved2EncodingOffset() + 1, 0);
        return this;
    }

    /** Number that the instrument's definition gives it. */
    public BookAnswerWriter instrumentId(final int value) {
        int32(BookAnswerEncoder.instrumentIdEncodingOffset(), value);
        return this;
    }

    /** Whether there was somebody to ask. */
    public BookAnswerWriter outcome(final AnswerOutcome value) {
        int8(BookAnswerEncoder.outcomeEncodingOffset(), value.value());
        return this;
    }
}
