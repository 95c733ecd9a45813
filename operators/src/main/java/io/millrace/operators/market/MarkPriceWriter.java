package io.millrace.operators.market;

import io.millrace.operators.market.sbe.MarkPriceEncoder;

/**
 * Writes mark prices. {@link #at} comes first, then all fields.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class MarkPriceWriter extends EventWriter {
    public MarkPriceWriter() {
        super(MarkPriceEncoder.BLOCK_LENGTH, MarkPriceEncoder.TEMPLATE_ID);
    }

    /** Begins at an address outside the heap that has room for {@link #length()} bytes. */
    public MarkPriceWriter at(final long address) {
        begin(address);
        int8(MarkPriceEncoder.reservedEncodingOffset(), 0);
        int8(MarkPriceEncoder.reserved2EncodingOffset(), 0);
        int8(MarkPriceEncoder.reserved2EncodingOffset() + 1, 0);
        return this;
    }

    /** Number that the instrument's definition gives it. */
    public MarkPriceWriter instrumentId(final int value) {
        int32(MarkPriceEncoder.instrumentIdEncodingOffset(), value);
        return this;
    }

    /** Digits behind the point of both prices. */
    public MarkPriceWriter priceScale(final int value) {
        int8(MarkPriceEncoder.priceScaleEncodingOffset(), value);
        return this;
    }

    /** Mark price, scaled. */
    public MarkPriceWriter markPrice(final long value) {
        int64(MarkPriceEncoder.markPriceEncodingOffset(), value);
        return this;
    }

    /** Index price, scaled; 0 if the venue sends none. */
    public MarkPriceWriter indexPrice(final long value) {
        int64(MarkPriceEncoder.indexPriceEncodingOffset(), value);
        return this;
    }

    /** When the exchange says it happened, epoch nanoseconds; 0 if the venue sends none. */
    public MarkPriceWriter exchangeTime(final long value) {
        int64(MarkPriceEncoder.exchangeTimeEncodingOffset(), value);
        return this;
    }

    /** When it was received, epoch nanoseconds. */
    public MarkPriceWriter receiveTime(final long value) {
        int64(MarkPriceEncoder.receiveTimeEncodingOffset(), value);
        return this;
    }
}
