package io.millrace.operators.market;

import io.millrace.operators.market.sbe.Aggressor;
import io.millrace.operators.market.sbe.TradeEncoder;

/**
 * Writes trades. {@link #at} comes first, then all fields.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class TradeWriter extends EventWriter {
    private static final short UNKNOWN = Aggressor.UNKNOWN.value();
    private static final short BUYER = Aggressor.BUYER.value();
    private static final short SELLER = Aggressor.SELLER.value();

    public TradeWriter() {
        super(TradeEncoder.BLOCK_LENGTH, TradeEncoder.TEMPLATE_ID);
    }

    /** Begins at an address outside the heap that has room for {@link #length()} bytes. */
    public TradeWriter at(final long address) {
        begin(address);
        int8(TradeEncoder.reservedEncodingOffset(), 0);
        return this;
    }

    /** Number that the instrument's definition gives it. */
    public TradeWriter instrumentId(final int value) {
        int32(TradeEncoder.instrumentIdEncodingOffset(), value);
        return this;
    }

    /** Digits behind the point of prices. */
    public TradeWriter priceScale(final int value) {
        int8(TradeEncoder.priceScaleEncodingOffset(), value);
        return this;
    }

    /** Digits behind the point of sizes. */
    public TradeWriter sizeScale(final int value) {
        int8(TradeEncoder.sizeScaleEncodingOffset(), value);
        return this;
    }

    /** Whether the buyer took liquidity; otherwise the seller did. */
    public TradeWriter isBuyerAggressor(final boolean value) {
        int8(TradeEncoder.aggressorEncodingOffset(), value ? BUYER : SELLER);
        return this;
    }

    /** Nobody has said who took liquidity. */
    public TradeWriter noAggressor() {
        int8(TradeEncoder.aggressorEncodingOffset(), UNKNOWN);
        return this;
    }

    /** The venue's number; the last one of several. */
    public TradeWriter tradeId(final long value) {
        int64(TradeEncoder.tradeIdEncodingOffset(), value);
        return this;
    }

    /** Price, scaled. */
    public TradeWriter price(final long value) {
        int64(TradeEncoder.priceEncodingOffset(), value);
        return this;
    }

    /** Size, scaled. */
    public TradeWriter size(final long value) {
        int64(TradeEncoder.sizeEncodingOffset(), value);
        return this;
    }

    /** When the exchange says it happened, epoch nanoseconds. */
    public TradeWriter exchangeTime(final long value) {
        int64(TradeEncoder.exchangeTimeEncodingOffset(), value);
        return this;
    }

    /** When it was received, epoch nanoseconds. */
    public TradeWriter receiveTime(final long value) {
        int64(TradeEncoder.receiveTimeEncodingOffset(), value);
        return this;
    }

    /** How many trades this stands for. */
    public TradeWriter tradeCount(final long value) {
        int64(TradeEncoder.tradeCountEncodingOffset(), value);
        return this;
    }
}
