package io.millrace.operators.market;

import io.millrace.engine.item.Codec;
import io.millrace.operators.market.sbe.BookDeltaDecoder;
import io.millrace.operators.market.sbe.BookSide;
import org.agrona.DirectBuffer;

/**
 * The new size of one level of a book. The levels of one message come one after another.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class BookDelta extends MarketEvent {
    /** How it is encoded; a decoded one is a view. */
    public static final Codec<BookDelta> CODEC = new EventCodec<>("millrace.book-delta", BookDelta::new);

    private static final short BID = BookSide.BID.value();

    private final BookDeltaDecoder decoder = new BookDeltaDecoder();

    @Override
    void wrapBody(final DirectBuffer source, final int bodyOffset, final int blockLength, final int version) {
        decoder.wrap(source, bodyOffset, blockLength, version);
    }

    /** Number that the instrument's definition gave it. */
    public int instrumentId() {
        return decoder.instrumentId();
    }

    /** Digits behind the point of prices. */
    public int priceScale() {
        return decoder.priceScale();
    }

    /** Digits behind the point of sizes. */
    public int sizeScale() {
        return decoder.sizeScale();
    }

    /** Whether the level is on the bid side. */
    public boolean isBid() {
        return decoder.sideRaw() == BID;
    }

    /** Whether this is the last level of its message: only now is the book whole again. */
    public boolean isEndOfEvent() {
        return decoder.flags().endOfEvent();
    }

    /** Whether this is part of a snapshot, which replaces the book. */
    public boolean isSnapshot() {
        return decoder.flags().snapshot();
    }

    /** Price of the level, scaled by {@link #priceScale()}. */
    public long price() {
        return decoder.price();
    }

    /** New size of the level, scaled by {@link #sizeScale()}; 0 removes it. */
    public long size() {
        return decoder.size();
    }

    /** First update that the message covers. */
    public long firstUpdateId() {
        return decoder.firstUpdateId();
    }

    /** Last update that the message covers. */
    public long lastUpdateId() {
        return decoder.lastUpdateId();
    }

    /** Last update of the message before, or -1 if the venue does not send it. */
    public long previousUpdateId() {
        return decoder.previousUpdateId();
    }

    /** When the exchange says it happened, epoch nanoseconds; may be later than {@link #receiveTime()}. */
    public long exchangeTime() {
        return decoder.exchangeTime();
    }

    /** When it was received, epoch nanoseconds. */
    public long receiveTime() {
        return decoder.receiveTime();
    }

    @Override
    public String toString() {
        return decoder.toString();
    }
}
