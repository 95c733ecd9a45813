package io.millrace.operators.market;

import io.millrace.engine.item.OffHeapCodec;
import io.millrace.operators.market.sbe.FundingDecoder;

/**
 * Funding rate of a perpetual future.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class Funding extends MarketEvent {
    /** How it is encoded; a decoded one is a view. */
    public static final OffHeapCodec<Funding> CODEC =
            new EventCodec<>("millrace.funding", FundingDecoder.BLOCK_LENGTH, Funding::new);

    /** Number that the instrument's definition gave it. */
    public int instrumentId() {
        return int32(FundingDecoder.instrumentIdEncodingOffset());
    }

    /** Digits behind the point of the rate. */
    public int rateScale() {
        return int8(FundingDecoder.rateScaleEncodingOffset());
    }

    /** Share of a position's value, scaled by {@link #rateScale()}; longs pay if it is positive. */
    public long rate() {
        return int64(FundingDecoder.rateEncodingOffset());
    }

    /** When it is paid next, epoch nanoseconds; 0 if the venue does not say. */
    public long fundingTime() {
        return int64(FundingDecoder.fundingTimeEncodingOffset());
    }

    /** When the exchange says it happened, epoch nanoseconds; 0 if the venue sends none. */
    public long exchangeTime() {
        return int64(FundingDecoder.exchangeTimeEncodingOffset());
    }

    /** When it was received, epoch nanoseconds. */
    public long receiveTime() {
        return int64(FundingDecoder.receiveTimeEncodingOffset());
    }

    @Override
    public String toString() {
        return "funding of instrument " + instrumentId() + ": " + decimal(rate(), rateScale()) + " at " + fundingTime()
                + ", exchange time " + exchangeTime();
    }
}
