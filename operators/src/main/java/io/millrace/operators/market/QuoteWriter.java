package io.millrace.operators.market;

import io.millrace.operators.market.sbe.QuoteEncoder;

/**
 * Writes best bids and offers. {@link #at} comes first, then all fields.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class QuoteWriter extends EventWriter {
    public QuoteWriter() {
        super(QuoteEncoder.BLOCK_LENGTH, QuoteEncoder.TEMPLATE_ID);
    }

    /** Begins at an address outside the heap that has room for {@link #length()} bytes. */
    public QuoteWriter at(final long address) {
        begin(address);
        int8(QuoteEncoder.reservedEncodingOffset(), 0);
        int8(QuoteEncoder.reservedEncodingOffset() + 1, 0);
        return this;
    }

    /** Number that the instrument's definition gives it. */
    public QuoteWriter instrumentId(final int value) {
        int32(QuoteEncoder.instrumentIdEncodingOffset(), value);
        return this;
    }

    /** Digits behind the point of prices. */
    public QuoteWriter priceScale(final int value) {
        int8(QuoteEncoder.priceScaleEncodingOffset(), value);
        return this;
    }

    /** Digits behind the point of sizes. */
    public QuoteWriter sizeScale(final int value) {
        int8(QuoteEncoder.sizeScaleEncodingOffset(), value);
        return this;
    }

    /** The venue's number of the update. */
    public QuoteWriter updateId(final long value) {
        int64(QuoteEncoder.updateIdEncodingOffset(), value);
        return this;
    }

    /** Best bid, scaled. */
    public QuoteWriter bidPrice(final long value) {
        int64(QuoteEncoder.bidPriceEncodingOffset(), value);
        return this;
    }

    /** Size at the best bid, scaled. */
    public QuoteWriter bidSize(final long value) {
        int64(QuoteEncoder.bidSizeEncodingOffset(), value);
        return this;
    }

    /** Best offer, scaled. */
    public QuoteWriter askPrice(final long value) {
        int64(QuoteEncoder.askPriceEncodingOffset(), value);
        return this;
    }

    /** Size at the best offer, scaled. */
    public QuoteWriter askSize(final long value) {
        int64(QuoteEncoder.askSizeEncodingOffset(), value);
        return this;
    }

    /** When the exchange says it happened, epoch nanoseconds; 0 if the venue sends none. */
    public QuoteWriter exchangeTime(final long value) {
        int64(QuoteEncoder.exchangeTimeEncodingOffset(), value);
        return this;
    }

    /** When it was received, epoch nanoseconds. */
    public QuoteWriter receiveTime(final long value) {
        int64(QuoteEncoder.receiveTimeEncodingOffset(), value);
        return this;
    }
}
