package io.millrace.operators.market;

import io.millrace.operators.market.sbe.FundingEncoder;

/**
 * Writes funding rates. {@link #at} comes first, then all fields.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class FundingWriter extends EventWriter {
    public FundingWriter() {
        super(FundingEncoder.BLOCK_LENGTH, FundingEncoder.TEMPLATE_ID);
    }

    /** Begins at an address outside the heap that has room for {@link #length()} bytes. */
    public FundingWriter at(final long address) {
        begin(address);
        int8(FundingEncoder.reservedEncodingOffset(), 0);
        int8(FundingEncoder.reserved2EncodingOffset(), 0);
        int8(FundingEncoder.reserved2EncodingOffset() + 1, 0);
        return this;
    }

    /** Number that the instrument's definition gives it. */
    public FundingWriter instrumentId(final int value) {
        int32(FundingEncoder.instrumentIdEncodingOffset(), value);
        return this;
    }

    /** Digits behind the point of the rate. */
    public FundingWriter rateScale(final int value) {
        int8(FundingEncoder.rateScaleEncodingOffset(), value);
        return this;
    }

    /** Share of a position's value, scaled; longs pay if it is positive. */
    public FundingWriter rate(final long value) {
        int64(FundingEncoder.rateEncodingOffset(), value);
        return this;
    }

    /** When it is paid next, epoch nanoseconds; 0 if the venue does not say. */
    public FundingWriter fundingTime(final long value) {
        int64(FundingEncoder.fundingTimeEncodingOffset(), value);
        return this;
    }

    /** When the exchange says it happened, epoch nanoseconds; 0 if the venue sends none. */
    public FundingWriter exchangeTime(final long value) {
        int64(FundingEncoder.exchangeTimeEncodingOffset(), value);
        return this;
    }

    /** When it was received, epoch nanoseconds. */
    public FundingWriter receiveTime(final long value) {
        int64(FundingEncoder.receiveTimeEncodingOffset(), value);
        return this;
    }
}
