package io.millrace.operators.market;

import io.millrace.engine.item.OffHeapCodec;
import io.millrace.operators.market.sbe.Aggressor;
import io.millrace.operators.market.sbe.LiquidationDecoder;

/**
 * A position was closed by the venue.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class Liquidation extends MarketEvent {
    /** How it is encoded; a decoded one is a view. */
    public static final OffHeapCodec<Liquidation> CODEC =
            new EventCodec<>("millrace.liquidation", LiquidationDecoder.BLOCK_LENGTH, Liquidation::new);

    private static final short BUYER = Aggressor.BUYER.value();
    private static final short SELLER = Aggressor.SELLER.value();

    /** Number that the instrument's definition gave it. */
    public int instrumentId() {
        return int32(LiquidationDecoder.instrumentIdEncodingOffset());
    }

    /** Digits behind the point of prices. */
    public int priceScale() {
        return int8(LiquidationDecoder.priceScaleEncodingOffset());
    }

    /** Digits behind the point of sizes. */
    public int sizeScale() {
        return int8(LiquidationDecoder.sizeScaleEncodingOffset());
    }

    /** Whether the closing order bought: a short position was closed. */
    public boolean isBuy() {
        return int8(LiquidationDecoder.aggressorEncodingOffset()) == BUYER;
    }

    /** Whether the closing order sold: a long position was closed. Neither is so if the venue does not say. */
    public boolean isSell() {
        return int8(LiquidationDecoder.aggressorEncodingOffset()) == SELLER;
    }

    /** Price, scaled by {@link #priceScale()}. */
    public long price() {
        return int64(LiquidationDecoder.priceEncodingOffset());
    }

    /** Size, scaled by {@link #sizeScale()}. */
    public long size() {
        return int64(LiquidationDecoder.sizeEncodingOffset());
    }

    /** When the exchange says it happened, epoch nanoseconds; 0 if the venue sends none. */
    public long exchangeTime() {
        return int64(LiquidationDecoder.exchangeTimeEncodingOffset());
    }

    /** When it was received, epoch nanoseconds. */
    public long receiveTime() {
        return int64(LiquidationDecoder.receiveTimeEncodingOffset());
    }

    @Override
    public String toString() {
        return "liquidation of instrument " + instrumentId() + ": " + decimal(size(), sizeScale()) + " @ "
                + decimal(price(), priceScale()) + (isBuy() ? ", bought" : isSell() ? ", sold" : "")
                + ", exchange time "
                + exchangeTime();
    }
}
