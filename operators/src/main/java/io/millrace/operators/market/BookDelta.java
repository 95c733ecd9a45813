package io.millrace.operators.market;

import io.millrace.engine.item.OffHeapCodec;
import io.millrace.operators.market.sbe.BookDeltaDecoder;
import io.millrace.operators.market.sbe.BookDeltaDecoder.DigitsDecoder;
import io.millrace.operators.market.sbe.BookDeltaDecoder.LevelsDecoder;
import io.millrace.operators.market.sbe.BookFault;
import io.millrace.operators.market.sbe.DeltaFlagsDecoder;
import java.util.Objects;

/**
 * The new sizes of levels of a book that a message of the venue tells, bids first. A message with very many levels is several
 * deltas, of which the last one is marked. A message without levels, and a mark that something went wrong, are deltas that
 * have no level.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class BookDelta extends MarketEvent {
    /** How it is encoded; a decoded one is a view. */
    public static final OffHeapCodec<BookDelta> CODEC = new BookDeltaCodec();

    private static final short NO_FAULT = BookFault.NONE.value();
    private static final int LEAST = BookDeltaLayout.digits(0);
    private static final int SHOWN = 3;

    private int levels;

    /** Where digits stand, or 0 if there are none. */
    private int digitsAt;

    BookDelta() {}

    /** Moves to another delta, whose length tells whether it can be one; checked here, once for all levels. */
    void view(final long address, final int length) {
        view(address, length, LEAST);
        levels = uint16(BookDeltaLayout.LEVELS_SIZE + BookDeltaLayout.COUNT);
        if (length < BookDeltaLayout.length(levels, false)) {
            throw otherLength(length);
        }
        final int digits = uint16(BookDeltaLayout.digitsSize(levels) + BookDeltaLayout.COUNT);
        digitsAt = digits == 0 ? 0 : BookDeltaLayout.digits(levels);
        if (length != length() || digits != 0 && digits != levels || bids() > levels) {
            throw otherLength(length);
        }
    }

    private IllegalArgumentException otherLength(final int length) {
        return new IllegalArgumentException("BookDelta of " + length + " bytes with " + levels + " levels, of which "
                + bids() + " are bids: this can't be one");
    }

    @Override
    int length() {
        return BookDeltaLayout.length(levels, hasDigits());
    }

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

    /** Number of levels, of both sides. */
    public int levels() {
        return levels;
    }

    /** So many levels are bids; those behind them are offers. */
    public int bids() {
        return uint16(BookDeltaDecoder.bidsEncodingOffset());
    }

    /** Price of a level, scaled by {@link #priceScale()}. */
    public long price(final int level) {
        return int64(at(level) + LevelsDecoder.priceEncodingOffset());
    }

    /** New size of a level, scaled by {@link #sizeScale()}; 0 removes it. */
    public long size(final int level) {
        return int64(at(level) + LevelsDecoder.sizeEncodingOffset());
    }

    private int at(final int level) {
        return BookDeltaLayout.LEVELS + Objects.checkIndex(level, levels) * BookDeltaLayout.LEVEL;
    }

    /** Whether it is known with how many digits its levels were sent: where a checksum is of them. */
    public boolean hasDigits() {
        return digitsAt != 0;
    }

    /**
     * Digits behind the point of a level's price as it was sent; those that {@link #priceScale()} has no room for are zeros.
     * Only if {@link #hasDigits()}.
     */
    public int priceDigits(final int level) {
        return int8(digitsAt(level) + DigitsDecoder.priceDigitsEncodingOffset());
    }

    /**
     * Digits behind the point of a level's size as it was sent; those that {@link #sizeScale()} has no room for are zeros.
     * Only if {@link #hasDigits()}.
     */
    public int sizeDigits(final int level) {
        return int8(digitsAt(level) + DigitsDecoder.sizeDigitsEncodingOffset());
    }

    private int digitsAt(final int level) {
        return digitsAt + Objects.checkIndex(level, digitsAt == 0 ? 0 : levels) * BookDeltaLayout.DIGITS;
    }

    /** Whether this is the last part of its message: only now is the book whole again. */
    public boolean isEndOfEvent() {
        return DeltaFlagsDecoder.endOfEvent(int8(BookDeltaDecoder.flagsEncodingOffset()));
    }

    /** Whether this is part of a snapshot, which replaces the book. */
    public boolean isSnapshot() {
        return DeltaFlagsDecoder.snapshot(int8(BookDeltaDecoder.flagsEncodingOffset()));
    }

    /** Whether {@link #checksum()} is the venue's, of the book behind this message. */
    public boolean isChecked() {
        return DeltaFlagsDecoder.hasChecksum(int8(BookDeltaDecoder.flagsEncodingOffset()));
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
        return levels + " levels of instrument " + instrumentId() + shown() + ", updates " + firstUpdateId() + " to "
                + lastUpdateId() + (isSnapshot() ? ", snapshot" : "") + (isEndOfEvent() ? ", end of event" : "")
                + ", exchange time " + exchangeTime();
    }

    private String shown() {
        final StringBuilder text = new StringBuilder();
        for (int level = 0; level < Math.min(SHOWN, levels); level++) {
            text.append(level == 0 ? ": " : ", ")
                    .append(level < bids() ? "bid " : "ask ")
                    .append(decimal(size(level), sizeScale()))
                    .append(" @ ")
                    .append(decimal(price(level), priceScale()));
        }
        return levels > SHOWN ? text.append(", ...").toString() : text.toString();
    }
}
