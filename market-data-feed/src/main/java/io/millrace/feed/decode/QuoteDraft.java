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
        bidPrice = value.mantissa();
        bidPriceScale = value.scale();
        return this;
    }

    /** Size of the best bid. */
    public QuoteDraft bidSize(final Decimal value) {
        bidSize = value.mantissa();
        bidSizeScale = value.scale();
        return this;
    }

    /** Best offer. */
    public QuoteDraft askPrice(final Decimal value) {
        askPrice = value.mantissa();
        askPriceScale = value.scale();
        return this;
    }

    /** Size of the best offer. */
    public QuoteDraft askSize(final Decimal value) {
        askSize = value.mantissa();
        askSizeScale = value.scale();
        return this;
    }

    /** Epoch nanoseconds, 0 if the venue sends none. */
    public QuoteDraft exchangeTime(final long value) {
        exchangeTime = value;
        return this;
    }
}
