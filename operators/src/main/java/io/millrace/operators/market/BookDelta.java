package io.millrace.operators.market;

import io.millrace.engine.item.OffHeapCodec;
import io.millrace.operators.market.sbe.BookDeltaDecoder;
import io.millrace.operators.market.sbe.BookSide;
import io.millrace.operators.market.sbe.DeltaFlagsDecoder;

/**
 * The new size of one level of a book. The levels of one message come one after another.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class BookDelta extends MarketEvent {
    /** How it is encoded; a decoded one is a view. */
    public static final OffHeapCodec<BookDelta> CODEC =
            new EventCodec<>("millrace.book-delta", BookDeltaDecoder.BLOCK_LENGTH, BookDelta::new);

    private static final short BID = BookSide.BID.value();

    /** Number that the instrument's definition gave it. */
    public int instrumentId() {
        return int32(BookDeltaDecoder.instrumentIdEncodingOffset());
    }

    /** Digits behind the point of prices. */
    public int priceScale() {
        return int8(BookDeltaDecoder.priceScaleEncodingOffset());
    }

    /** Digits behind the point of sizes. */
    public int sizeScale() {
        return int8(BookDeltaDecoder.sizeScaleEncodingOffset());
    }

    /** Whether the level is on the bid side. */
    public boolean isBid() {
        return int8(BookDeltaDecoder.sideEncodingOffset()) == BID;
    }

    /** Whether this is the last level of its message: only now is the book whole again. */
    public boolean isEndOfEvent() {
        return DeltaFlagsDecoder.endOfEvent(int8(BookDeltaDecoder.flagsEncodingOffset()));
    }

    /** Whether this is part of a snapshot, which replaces the book. */
    public boolean isSnapshot() {
        return DeltaFlagsDecoder.snapshot(int8(BookDeltaDecoder.flagsEncodingOffset()));
    }

    /** Price of the level, scaled by {@link #priceScale()}. */
    public long price() {
        return int64(BookDeltaDecoder.priceEncodingOffset());
    }

    /** New size of the level, scaled by {@link #sizeScale()}; 0 removes it. */
    public long size() {
        return int64(BookDeltaDecoder.sizeEncodingOffset());
    }

    /** First update that the message covers. */
    public long firstUpdateId() {
        return int64(BookDeltaDecoder.firstUpdateIdEncodingOffset());
    }

    /** Last update that the message covers. */
    public long lastUpdateId() {
        return int64(BookDeltaDecoder.lastUpdateIdEncodingOffset());
    }

    /** Last update of the message before, or -1 if the venue does not send it. */
    public long previousUpdateId() {
        return int64(BookDeltaDecoder.previousUpdateIdEncodingOffset());
    }

    /** When the exchange says it happened, epoch nanoseconds; may be later than {@link #receiveTime()}. */
    public long exchangeTime() {
        return int64(BookDeltaDecoder.exchangeTimeEncodingOffset());
    }

    /** When it was received, epoch nanoseconds. */
    public long receiveTime() {
        return int64(BookDeltaDecoder.receiveTimeEncodingOffset());
    }

    @Override
    public String toString() {
        return (isBid() ? "bid" : "ask") + " of instrument " + instrumentId() + ": " + decimal(size(), sizeScale())
                + " @ "
                + decimal(price(), priceScale()) + ", updates " + firstUpdateId() + " to " + lastUpdateId()
                + (isSnapshot() ? ", snapshot" : "") + (isEndOfEvent() ? ", end of event" : "") + ", exchange time "
                + exchangeTime();
    }
}
