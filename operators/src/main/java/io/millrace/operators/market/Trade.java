package io.millrace.operators.market;

import io.millrace.engine.item.OffHeapCodec;
import io.millrace.operators.market.sbe.Aggressor;
import io.millrace.operators.market.sbe.TradeDecoder;

/**
 * A trade, or several that the venue reports as one.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class Trade extends MarketEvent {
    /** How it is encoded; a decoded one is a view. */
    public static final OffHeapCodec<Trade> CODEC =
            new EventCodec<>("millrace.trade", TradeDecoder.BLOCK_LENGTH, Trade::new);

    private static final short BUYER = Aggressor.BUYER.value();
    private static final short SELLER = Aggressor.SELLER.value();

    /** Number that the instrument's definition gave it. */
    public int instrumentId() {
        return int32(TradeDecoder.instrumentIdEncodingOffset());
    }

    /** Digits behind the point of prices. */
    public int priceScale() {
        return int8(TradeDecoder.priceScaleEncodingOffset());
    }

    /** Digits behind the point of sizes. */
    public int sizeScale() {
        return int8(TradeDecoder.sizeScaleEncodingOffset());
    }

    /** Whether the buyer took liquidity. */
    public boolean isBuyerAggressor() {
        return int8(TradeDecoder.aggressorEncodingOffset()) == BUYER;
    }

    /** Whether the seller took liquidity. */
    public boolean isSellerAggressor() {
        return int8(TradeDecoder.aggressorEncodingOffset()) == SELLER;
    }

    /** The venue's number; the last one of several. */
    public long tradeId() {
        return int64(TradeDecoder.tradeIdEncodingOffset());
    }

    /** Price, scaled by {@link #priceScale()}. */
    public long price() {
        return int64(TradeDecoder.priceEncodingOffset());
    }

    /** Size, scaled by {@link #sizeScale()}. */
    public long size() {
        return int64(TradeDecoder.sizeEncodingOffset());
    }

    /** When the exchange says it happened, epoch nanoseconds; may be later than {@link #receiveTime()}. */
    public long exchangeTime() {
        return int64(TradeDecoder.exchangeTimeEncodingOffset());
    }

    /** When it was received, epoch nanoseconds. */
    public long receiveTime() {
        return int64(TradeDecoder.receiveTimeEncodingOffset());
    }

    /** How many trades this stands for. */
    public long tradeCount() {
        return int64(TradeDecoder.tradeCountEncodingOffset());
    }

    @Override
    public String toString() {
        return "trade " + tradeId() + " of instrument " + instrumentId() + ": " + decimal(size(), sizeScale()) + " @ "
                + decimal(price(), priceScale())
                + (isBuyerAggressor() ? ", bought" : isSellerAggressor() ? ", sold" : "") + ", exchange time "
                + exchangeTime();
    }
}
