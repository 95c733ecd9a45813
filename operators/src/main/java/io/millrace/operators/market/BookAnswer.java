package io.millrace.operators.market;

import io.millrace.engine.item.OffHeapCodec;
import io.millrace.operators.market.sbe.AnswerOutcome;
import io.millrace.operators.market.sbe.BookAnswerDecoder;

/**
 * What became of a request for a snapshot. The snapshot itself comes with the updates of books.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class BookAnswer extends MarketEvent {
    /** How it is encoded; a decoded one is a view. */
    public static final OffHeapCodec<BookAnswer> CODEC =
            new EventCodec<>("millrace.book-answer", BookAnswerDecoder.BLOCK_LENGTH, BookAnswer::new);

    /** Number that the instrument's definition gave it. */
    public int instrumentId() {
        return int32(BookAnswerDecoder.instrumentIdEncodingOffset());
    }

    /** Whether there was somebody to ask. */
    public AnswerOutcome outcome() {
        return AnswerOutcome.get(int8(BookAnswerDecoder.outcomeEncodingOffset()));
    }

    @Override
    public String toString() {
        return "snapshot of instrument " + instrumentId() + ": " + outcome();
    }
}
