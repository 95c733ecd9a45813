package io.millrace.feed.decode;

/**
 * A trade that a frame brings, before it is known whether the frame is whole. Used again for the next frame; all fields
 * are to be set.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class TradeDraft {
    int symbolAt;
    int symbolLength;
    long price;
    int priceScale;
    long size;
    int sizeScale;
    boolean isBuyerAggressor;
    boolean isAggressorKnown;
    long tradeId;
    long tradeCount;
    long exchangeTime;

    /** Symbol: where it stands in the frame. */
    public TradeDraft symbol(final int at, final int length) {
        symbolAt = at;
        symbolLength = length;
        return this;
    }

    /** Price. */
    public TradeDraft price(final Decimal value) {
        return price(value.mantissa(), value.scale());
    }

    /** Price: the number without its point, and the digits behind it. */
    public TradeDraft price(final long mantissa, final int scale) {
        price = mantissa;
        priceScale = scale;
        return this;
    }

    /** Size. */
    public TradeDraft size(final Decimal value) {
        return size(value.mantissa(), value.scale());
    }

    /** Size: the number without its point, and the digits behind it. */
    public TradeDraft size(final long mantissa, final int scale) {
        size = mantissa;
        sizeScale = scale;
        return this;
    }

    /** Whether the buyer took liquidity. */
    public TradeDraft isBuyerAggressor(final boolean value) {
        isBuyerAggressor = value;
        isAggressorKnown = true;
        return this;
    }

    /** Nobody has said who took liquidity. */
    public TradeDraft noAggressor() {
        isAggressorKnown = false;
        return this;
    }

    /** The venue's number; the last one of several. */
    public TradeDraft tradeId(final long value) {
        tradeId = value;
        return this;
    }

    /** How many trades this stands for. */
    public TradeDraft tradeCount(final long value) {
        tradeCount = value;
        return this;
    }

    /** When it took place, epoch nanoseconds. */
    public TradeDraft exchangeTime(final long value) {
        exchangeTime = value;
        return this;
    }
}
