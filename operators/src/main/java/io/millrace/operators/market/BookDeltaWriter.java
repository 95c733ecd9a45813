package io.millrace.operators.market;

import io.millrace.engine.item.OffHeap;
import io.millrace.operators.market.sbe.BookDeltaEncoder;
import io.millrace.operators.market.sbe.BookDeltaEncoder.DigitsEncoder;
import io.millrace.operators.market.sbe.BookDeltaEncoder.LevelsEncoder;
import io.millrace.operators.market.sbe.BookFault;
import io.millrace.operators.market.sbe.DeltaFlagsEncoder;

/**
 * Writes book deltas. {@link #at} comes first, then all fields and levels; flags, fault and checksum only if there are any.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class BookDeltaWriter extends EventWriter {
    /** Most levels of one delta; a message with more is several. Such a delta fits in the smallest rings. */
    public static final int MOST_LEVELS = 256;

    private static final short NO_FAULT = BookFault.NONE.value();

    private int levels;
    private int digits;
    private byte flags;

    public BookDeltaWriter() {
        super(BookDeltaEncoder.BLOCK_LENGTH, BookDeltaEncoder.TEMPLATE_ID);
    }

    /** Bytes of a delta with so many levels, and with the digits as they were sent or not. */
    public static int length(final int levels, final boolean hasDigits) {
        return BookDeltaLayout.length(levels, hasDigits);
    }

    @Override
    public int length() {
        return length(levels, digits > 0);
    }

    /**
     * Begins at an address outside the heap that has room for {@link #length(int, boolean)} bytes.
     *
     * @param hasDigits whether {@link #digits} of each level follow
     * @throws IllegalArgumentException if there are more than {@value #MOST_LEVELS} levels
     */
    public BookDeltaWriter at(final long address, final int bids, final int asks, final boolean hasDigits) {
        levels = bids + asks;
        if (levels > MOST_LEVELS) {
            throw tooMany();
        }
        digits = hasDigits ? levels : 0;
        flags = 0;
        begin(address);
        int8(BookDeltaEncoder.flagsEncodingOffset(), 0);
        int8(BookDeltaEncoder.faultEncodingOffset(), NO_FAULT);
        int32(BookDeltaEncoder.checksumEncodingOffset(), 0);
        int16(BookDeltaEncoder.bidsEncodingOffset(), bids);
        int16(BookDeltaEncoder.reservedEncodingOffset(), 0);
        group(BookDeltaLayout.LEVELS_SIZE, BookDeltaLayout.LEVEL, levels);
        group(BookDeltaLayout.digitsSize(levels), BookDeltaLayout.DIGITS, digits);
        return this;
    }

    private IllegalArgumentException tooMany() {
        return new IllegalArgumentException("a book delta of " + levels + " levels: at most " + MOST_LEVELS
                + " are possible, write several and mark the last one as the end of the event");
    }

    private void group(final int at, final int entryLength, final int count) {
        int16(at + BookDeltaLayout.ENTRY, entryLength);
        int16(at + BookDeltaLayout.COUNT, count);
    }

    /** Number that the instrument's definition gives it. */
    public BookDeltaWriter instrumentId(final int value) {
        int32(BookDeltaEncoder.instrumentIdEncodingOffset(), value);
        return this;
    }

    /** Digits behind the point of prices. */
    public BookDeltaWriter priceScale(final int value) {
        int8(BookDeltaEncoder.priceScaleEncodingOffset(), value);
        return this;
    }

    /** Digits behind the point of sizes. */
    public BookDeltaWriter sizeScale(final int value) {
        int8(BookDeltaEncoder.sizeScaleEncodingOffset(), value);
        return this;
    }

    /** Whether it is part of a snapshot, which replaces the book. */
    public BookDeltaWriter snapshot(final boolean value) {
        return flags(DeltaFlagsEncoder.snapshot(flags, value));
    }

    /** Whether it is the last part of its message. */
    public BookDeltaWriter endOfEvent(final boolean value) {
        return flags(DeltaFlagsEncoder.endOfEvent(flags, value));
    }

    /** The venue's checksum of the book behind the message. */
    public BookDeltaWriter checksum(final int value) {
        int32(BookDeltaEncoder.checksumEncodingOffset(), value);
        return flags(DeltaFlagsEncoder.hasChecksum(flags, true));
    }

    private BookDeltaWriter flags(final byte value) {
        flags = value;
        int8(BookDeltaEncoder.flagsEncodingOffset(), value);
        return this;
    }

    /** Why the book is not to be trusted from here on. */
    public BookDeltaWriter fault(final BookFault value) {
        int8(BookDeltaEncoder.faultEncodingOffset(), value.value());
        return this;
    }

    /** First update that the message covers, the last one, and the last one of the message before; -1 for what is not sent. */
    public BookDeltaWriter ids(final long first, final long last, final long previous) {
        int64(BookDeltaEncoder.firstUpdateIdEncodingOffset(), first);
        int64(BookDeltaEncoder.lastUpdateIdEncodingOffset(), last);
        int64(BookDeltaEncoder.previousUpdateIdEncodingOffset(), previous);
        return this;
    }

    /** When the exchange says it happened, epoch nanoseconds. */
    public BookDeltaWriter exchangeTime(final long value) {
        int64(BookDeltaEncoder.exchangeTimeEncodingOffset(), value);
        return this;
    }

    /** When it was received, epoch nanoseconds. */
    public BookDeltaWriter receiveTime(final long value) {
        int64(BookDeltaEncoder.receiveTimeEncodingOffset(), value);
        return this;
    }

    /** A level: bids come first. Price and size are scaled. */
    public BookDeltaWriter level(final int level, final long price, final long size) {
        final int at = BookDeltaLayout.LEVELS + level * BookDeltaLayout.LEVEL;
        int64(at + LevelsEncoder.priceEncodingOffset(), price);
        int64(at + LevelsEncoder.sizeEncodingOffset(), size);
        return this;
    }

    /**
     * Levels, from one on.
     *
     * @param pricesAndSizes in turn, scaled
     * @param from           index of the first price
     * @param count          number of levels
     */
    public BookDeltaWriter levels(final int level, final long[] pricesAndSizes, final int from, final int count) {
        OffHeap.int64s(
                address(BookDeltaLayout.LEVELS + level * BookDeltaLayout.LEVEL), pricesAndSizes, from, 2 * count);
        return this;
    }

    /** Digits behind the point of price and size of a level as they were sent. */
    public BookDeltaWriter digits(final int level, final int priceDigits, final int sizeDigits) {
        final int at = BookDeltaLayout.digits(levels) + level * BookDeltaLayout.DIGITS;
        int8(at + DigitsEncoder.priceDigitsEncodingOffset(), priceDigits);
        int8(at + DigitsEncoder.sizeDigitsEncodingOffset(), sizeDigits);
        return this;
    }
}
