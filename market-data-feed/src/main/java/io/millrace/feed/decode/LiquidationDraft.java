package io.millrace.feed.decode;

/**
 * A liquidation that a frame brings, before it is known whether the frame is whole. Used again for the next frame; all fields
 * are to be set.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class LiquidationDraft {
    int symbolAt;
    int symbolLength;
    long price;
    int priceScale;
    long size;
    int sizeScale;
    boolean isBuy;
    long exchangeTime;

    /** Symbol: where it stands in the frame. */
    public LiquidationDraft symbol(final int at, final int length) {
        symbolAt = at;
        symbolLength = length;
        return this;
    }

    /** Price. */
    public LiquidationDraft price(final Decimal value) {
        return price(value.mantissa(), value.scale());
    }

    /** Price: the number without its point, and the digits behind it. */
    public LiquidationDraft price(final long mantissa, final int scale) {
        price = mantissa;
        priceScale = scale;
        return this;
    }

    /** Size. */
    public LiquidationDraft size(final Decimal value) {
        return size(value.mantissa(), value.scale());
    }

    /** Size: the number without its point, and the digits behind it. */
    public LiquidationDraft size(final long mantissa, final int scale) {
        size = mantissa;
        sizeScale = scale;
        return this;
    }

    /** Whether the closing order bought. */
    public LiquidationDraft isBuy(final boolean value) {
        isBuy = value;
        return this;
    }

    /** Epoch nanoseconds. */
    public LiquidationDraft exchangeTime(final long value) {
        exchangeTime = value;
        return this;
    }
}
