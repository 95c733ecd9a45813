package io.millrace.operators.market;

import io.millrace.engine.item.OffHeapCodec;
import io.millrace.operators.market.sbe.QuoteDecoder;

/**
 * Best bid and offer.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class Quote extends MarketEvent {
    /** How it is encoded; a decoded one is a view. */
    public static final OffHeapCodec<Quote> CODEC =
            new EventCodec<>("millrace.quote", QuoteDecoder.BLOCK_LENGTH, Quote::new);

    /** Number that the instrument's definition gave it. */
    public int instrumentId() {
        return int32(QuoteDecoder.instrumentIdEncodingOffset());
    }

    /** Digits behind the point of prices. */
    public int priceScale() {
        return int8(QuoteDecoder.priceScaleEncodingOffset());
    }

    /** Digits behind the point of sizes. */
    public int sizeScale() {
        return int8(QuoteDecoder.sizeScaleEncodingOffset());
    }

    /** The venue's number of the update. */
    public long updateId() {
        return int64(QuoteDecoder.updateIdEncodingOffset());
    }

    /** Best bid, scaled by {@link #priceScale()}. */
    public long bidPrice() {
        return int64(QuoteDecoder.bidPriceEncodingOffset());
    }

    /** Size at the best bid, scaled by {@link #sizeScale()}. */
    public long bidSize() {
        return int64(QuoteDecoder.bidSizeEncodingOffset());
    }

    /** Best offer, scaled by {@link #priceScale()}. */
    public long askPrice() {
        return int64(QuoteDecoder.askPriceEncodingOffset());
    }

    /** Size at the best offer, scaled by {@link #sizeScale()}. */
    public long askSize() {
        return int64(QuoteDecoder.askSizeEncodingOffset());
    }

    /** When the exchange says it happened, epoch nanoseconds; 0 if the venue sends none. */
    public long exchangeTime() {
        return int64(QuoteDecoder.exchangeTimeEncodingOffset());
    }

    /** When it was received, epoch nanoseconds. */
    public long receiveTime() {
        return int64(QuoteDecoder.receiveTimeEncodingOffset());
    }

    @Override
    public String toString() {
        return "quote " + updateId() + " of instrument " + instrumentId() + ": " + decimal(bidSize(), sizeScale())
                + " @ "
                + decimal(bidPrice(), priceScale()) + " / " + decimal(askSize(), sizeScale()) + " @ "
                + decimal(askPrice(), priceScale()) + ", exchange time " + exchangeTime();
    }
}
