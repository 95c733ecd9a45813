package io.millrace.operators.market;

import io.millrace.engine.item.Codec;
import io.millrace.operators.market.sbe.Aggressor;
import io.millrace.operators.market.sbe.TradeDecoder;
import org.agrona.DirectBuffer;

/**
 * A trade, or several that the venue reports as one.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class Trade extends MarketEvent {
    /** How it is encoded; a decoded one is a view. */
    public static final Codec<Trade> CODEC = new EventCodec<>("millrace.trade", Trade::new);

    private static final short BUYER = Aggressor.BUYER.value();
    private static final short SELLER = Aggressor.SELLER.value();

    private final TradeDecoder decoder = new TradeDecoder();

    @Override
    void wrapBody(final DirectBuffer source, final int bodyOffset, final int blockLength, final int version) {
        decoder.wrap(source, bodyOffset, blockLength, version);
    }

    /** Number that the instrument's definition gave it. */
    public int instrumentId() {
        return decoder.instrumentId();
    }

    /** Digits behind the point of prices. */
    public int priceScale() {
        return decoder.priceScale();
    }

    /** Digits behind the point of sizes. */
    public int sizeScale() {
        return decoder.sizeScale();
    }

    /** Whether the buyer took liquidity. */
    public boolean isBuyerAggressor() {
        return decoder.aggressorRaw() == BUYER;
    }

    /** Whether the seller took liquidity. */
    public boolean isSellerAggressor() {
        return decoder.aggressorRaw() == SELLER;
    }

    /** The venue's number; the last one of several. */
    public long tradeId() {
        return decoder.tradeId();
    }

    /** Price, scaled by {@link #priceScale()}. */
    public long price() {
        return decoder.price();
    }

    /** Size, scaled by {@link #sizeScale()}. */
    public long size() {
        return decoder.size();
    }

    /** When the exchange says it happened, epoch nanoseconds; may be later than {@link #receiveTime()}. */
    public long exchangeTime() {
        return decoder.exchangeTime();
    }

    /** When it was received, epoch nanoseconds. */
    public long receiveTime() {
        return decoder.receiveTime();
    }

    /** How many trades this stands for. */
    public long tradeCount() {
        return decoder.tradeCount();
    }

    @Override
    public String toString() {
        return decoder.toString();
    }
}
