package io.millrace.feed.decode;

/**
 * A best bid and offer that a frame brings, before it is known whether the frame is whole. Used again for the next frame; all fields
 * are to be set.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class QuoteDraft {
    int symbolAt;
    int symbolLength;
    long updateId;
    long bidPrice;
    int bidPriceScale;
    long bidSize;
    int bidSizeScale;
    long askPrice;
    int askPriceScale;
    long askSize;
    int askSizeScale;
    long exchangeTime;

    /** Symbol: where it stands in the frame. */
    public QuoteDraft symbol(final int at, final int length) {
        symbolAt = at;
        symbolLength = length;
        return this;
    }

    /** The venue's number, or -1. */
    public QuoteDraft updateId(final long value) {
        updateId = value;
        return this;
    }

    /** Best bid. */
    public QuoteDraft bidPrice(final Decimal value) {
        return bidPrice(value.mantissa(), value.scale());
    }

    /** Best bid: the number without its point, and the digits behind it. */
    public QuoteDraft bidPrice(final long mantissa, final int scale) {
        bidPrice = mantissa;
        bidPriceScale = scale;
        return this;
    }

    /** Size of the best bid. */
    public QuoteDraft bidSize(final Decimal value) {
        return bidSize(value.mantissa(), value.scale());
    }

    /** Size of the best bid: the number without its point, and the digits behind it. */
    public QuoteDraft bidSize(final long mantissa, final int scale) {
        bidSize = mantissa;
        bidSizeScale = scale;
        return this;
    }

    /** Best offer. */
    public QuoteDraft askPrice(final Decimal value) {
        return askPrice(value.mantissa(), value.scale());
    }

    /** Best offer: the number without its point, and the digits behind it. */
    public QuoteDraft askPrice(final long mantissa, final int scale) {
        askPrice = mantissa;
        askPriceScale = scale;
        return this;
    }

    /** Size of the best offer. */
    public QuoteDraft askSize(final Decimal value) {
        return askSize(value.mantissa(), value.scale());
    }

    /** Size of the best offer: the number without its point, and the digits behind it. */
    public QuoteDraft askSize(final long mantissa, final int scale) {
        askSize = mantissa;
        askSizeScale = scale;
        return this;
    }

    /** Epoch nanoseconds, 0 if the venue sends none. */
    public QuoteDraft exchangeTime(final long value) {
        exchangeTime = value;
        return this;
    }
}
