package io.millrace.operators.market;

import io.millrace.operators.market.sbe.Aggressor;
import io.millrace.operators.market.sbe.LiquidationEncoder;

/**
 * Writes liquidations. {@link #at} comes first, then all fields.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class LiquidationWriter extends EventWriter {
    public LiquidationWriter() {
        super(LiquidationEncoder.BLOCK_LENGTH, LiquidationEncoder.TEMPLATE_ID);
    }

    /** Begins at an address outside the heap that has room for {@link #length()} bytes. */
    public LiquidationWriter at(final long address) {
        begin(address);
        int8(LiquidationEncoder.reservedEncodingOffset(), 0);
        return this;
    }

    /** Number that the instrument's definition gives it. */
    public LiquidationWriter instrumentId(final int value) {
        int32(LiquidationEncoder.instrumentIdEncodingOffset(), value);
        return this;
    }

    /** Digits behind the point of prices. */
    public LiquidationWriter priceScale(final int value) {
        int8(LiquidationEncoder.priceScaleEncodingOffset(), value);
        return this;
    }

    /** Digits behind the point of sizes. */
    public LiquidationWriter sizeScale(final int value) {
        int8(LiquidationEncoder.sizeScaleEncodingOffset(), value);
        return this;
    }

    /** Side of the closing order. */
    public LiquidationWriter aggressor(final Aggressor value) {
        int8(LiquidationEncoder.aggressorEncodingOffset(), value.value());
        return this;
    }

    /** Price, scaled. */
    public LiquidationWriter price(final long value) {
        int64(LiquidationEncoder.priceEncodingOffset(), value);
        return this;
    }

    /** Size, scaled. */
    public LiquidationWriter size(final long value) {
        int64(LiquidationEncoder.sizeEncodingOffset(), value);
        return this;
    }

    /** When the exchange says it happened, epoch nanoseconds; 0 if the venue sends none. */
    public LiquidationWriter exchangeTime(final long value) {
        int64(LiquidationEncoder.exchangeTimeEncodingOffset(), value);
        return this;
    }

    /** When it was received, epoch nanoseconds. */
    public LiquidationWriter receiveTime(final long value) {
        int64(LiquidationEncoder.receiveTimeEncodingOffset(), value);
        return this;
    }
}
