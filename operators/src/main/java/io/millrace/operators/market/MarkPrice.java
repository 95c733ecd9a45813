package io.millrace.operators.market;

import io.millrace.engine.item.OffHeapCodec;
import io.millrace.operators.market.sbe.MarkPriceDecoder;

/**
 * The price that margins go by.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class MarkPrice extends MarketEvent {
    /** How it is encoded; a decoded one is a view. */
    public static final OffHeapCodec<MarkPrice> CODEC =
            new EventCodec<>("millrace.mark-price", MarkPriceDecoder.BLOCK_LENGTH, MarkPrice::new);

    /** Number that the instrument's definition gave it. */
    public int instrumentId() {
        return int32(MarkPriceDecoder.instrumentIdEncodingOffset());
    }

    /** Digits behind the point of both prices, which may be more than orders have. */
    public int priceScale() {
        return int8(MarkPriceDecoder.priceScaleEncodingOffset());
    }

    /** Mark price, scaled by {@link #priceScale()}. */
    public long markPrice() {
        return int64(MarkPriceDecoder.markPriceEncodingOffset());
    }

    /** Index price, scaled by {@link #priceScale()}; 0 if the venue sends none. */
    public long indexPrice() {
        return int64(MarkPriceDecoder.indexPriceEncodingOffset());
    }

    /** When the exchange says it happened, epoch nanoseconds; 0 if the venue sends none. */
    public long exchangeTime() {
        return int64(MarkPriceDecoder.exchangeTimeEncodingOffset());
    }

    /** When it was received, epoch nanoseconds. */
    public long receiveTime() {
        return int64(MarkPriceDecoder.receiveTimeEncodingOffset());
    }

    @Override
    public String toString() {
        return "mark of instrument " + instrumentId() + ": " + decimal(markPrice(), priceScale()) + ", index "
                + decimal(indexPrice(), priceScale()) + ", exchange time " + exchangeTime();
    }
}
