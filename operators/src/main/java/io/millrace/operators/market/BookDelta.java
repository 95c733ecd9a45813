package io.millrace.operators.market;

import io.millrace.engine.item.OffHeapCodec;
import io.millrace.operators.market.sbe.BookDeltaDecoder;
import io.millrace.operators.market.sbe.BookFault;
import io.millrace.operators.market.sbe.BookSide;
import io.millrace.operators.market.sbe.DeltaFlagsDecoder;

/**
 * The new size of one level of a book. The levels of one message come one after another. A message without levels, and a
 * mark that something went wrong, are deltas that have no level.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class BookDelta extends MarketEvent {
    /** How it is encoded; a decoded one is a view. */
    public static final OffHeapCodec<BookDelta> CODEC =
            new EventCodec<>("millrace.book-delta", BookDeltaDecoder.BLOCK_LENGTH, BookDelta::new);

    private static final short BID = BookSide.BID.value();
    private static final short NO_FAULT = BookFault.NONE.value();

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

    /** Whether price and size mean something: otherwise the message had no level, or this is a mark of a fault. */
    public boolean hasLevel() {
        return !DeltaFlagsDecoder.noLevel(int8(BookDeltaDecoder.flagsEncodingOffset()));
    }

    /** Whether {@link #checksum()} is the venue's, of the book behind this message. */
    public boolean isChecked() {
        return DeltaFlagsDecoder.hasChecksum(int8(BookDeltaDecoder.flagsEncodingOffset()));
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

    /** 32 bits, if {@link #isChecked()}. */
    public int checksum() {
        return int32(BookDeltaDecoder.checksumEncodingOffset());
    }

    /** Digits behind the point of the price as it was sent; those that {@link #priceScale()} has no room for are zeros. */
    public int priceDigits() {
        return int8(BookDeltaDecoder.priceDigitsEncodingOffset());
    }

    /** Digits behind the point of the size as it was sent; those that {@link #sizeScale()} has no room for are zeros. */
    public int sizeDigits() {
        return int8(BookDeltaDecoder.sizeDigitsEncodingOffset());
    }

    /** Whether this is a mark: from here on the book is not to be trusted. */
    public boolean isFault() {
        return int8(BookDeltaDecoder.faultEncodingOffset()) != NO_FAULT;
    }

    /** Why the book is not to be trusted, if this is a mark. */
    public BookFault fault() {
        return BookFault.get(int8(BookDeltaDecoder.faultEncodingOffset()));
    }

    @Override
    public String toString() {
        if (isFault()) {
            return "fault of the book of instrument " + instrumentId() + ": " + fault() + ", receive time "
                    + receiveTime();
        }
        return level() + ", updates " + firstUpdateId() + " to " + lastUpdateId()
                + (isSnapshot() ? ", snapshot" : "") + (isEndOfEvent() ? ", end of event" : "") + ", exchange time "
                + exchangeTime();
    }

    private String level() {
        if (!hasLevel()) {
            return "no level of instrument " + instrumentId();
        }
        return (isBid() ? "bid" : "ask") + " of instrument " + instrumentId() + ": " + decimal(size(), sizeScale())
                + " @ " + decimal(price(), priceScale());
    }
}
