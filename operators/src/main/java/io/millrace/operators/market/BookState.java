package io.millrace.operators.market;

import io.millrace.engine.item.OffHeapCodec;
import io.millrace.operators.market.sbe.BookCondition;
import io.millrace.operators.market.sbe.BookFault;
import io.millrace.operators.market.sbe.BookStateDecoder;

/**
 * Whether a book is to be trusted has changed.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class BookState extends MarketEvent {
    /** How it is encoded; a decoded one is a view. */
    public static final OffHeapCodec<BookState> CODEC =
            new EventCodec<>("millrace.book-state", BookStateDecoder.BLOCK_LENGTH, BookState::new);

    private static final short VALID = BookCondition.VALID.value();

    /** Number that the instrument's definition gave it. */
    public int instrumentId() {
        return int32(BookStateDecoder.instrumentIdEncodingOffset());
    }

    /** What the book is now. */
    public BookCondition condition() {
        return BookCondition.get(int8(BookStateDecoder.conditionEncodingOffset()));
    }

    /** Why it is not valid; {@link BookFault#NONE} if it is. */
    public BookFault reason() {
        return BookFault.get(int8(BookStateDecoder.reasonEncodingOffset()));
    }

    /** Whether the book may be trusted. */
    public boolean isValid() {
        return int8(BookStateDecoder.conditionEncodingOffset()) == VALID;
    }

    /** Last update that the book knew of, or -1. */
    public long updateId() {
        return int64(BookStateDecoder.updateIdEncodingOffset());
    }

    /** When the exchange says it happened, epoch nanoseconds; 0 if the venue sends none. */
    public long exchangeTime() {
        return int64(BookStateDecoder.exchangeTimeEncodingOffset());
    }

    /** When it was received, epoch nanoseconds. */
    public long receiveTime() {
        return int64(BookStateDecoder.receiveTimeEncodingOffset());
    }

    @Override
    public String toString() {
        return "book of instrument " + instrumentId() + ": " + condition() + (isValid() ? "" : " (" + reason() + ")")
                + ", update " + updateId() + ", exchange time " + exchangeTime();
    }
}
