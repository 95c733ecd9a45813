package io.millrace.feed.decode;

/**
 * A mark price that a frame brings, before it is known whether the frame is whole. Used again for the next frame; all fields
 * are to be set.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class MarkPriceDraft {
    int symbolAt;
    int symbolLength;
    long markPrice;
    int markPriceScale;
    long indexPrice;
    int indexPriceScale;
    long exchangeTime;

    /** Symbol: where it stands in the frame. */
    public MarkPriceDraft symbol(final int at, final int length) {
        symbolAt = at;
        symbolLength = length;
        return this;
    }

    /** Mark price. */
    public MarkPriceDraft markPrice(final Decimal value) {
        return markPrice(value.mantissa(), value.scale());
    }

    /** Mark price: the number without its point, and the digits behind it. */
    public MarkPriceDraft markPrice(final long mantissa, final int scale) {
        markPrice = mantissa;
        markPriceScale = scale;
        return this;
    }

    /** Index price. */
    public MarkPriceDraft indexPrice(final Decimal value) {
        return indexPrice(value.mantissa(), value.scale());
    }

    /** Index price: the number without its point, and the digits behind it. */
    public MarkPriceDraft indexPrice(final long mantissa, final int scale) {
        indexPrice = mantissa;
        indexPriceScale = scale;
        return this;
    }

    /** The venue sends no index price with it. */
    public MarkPriceDraft noIndexPrice() {
        indexPrice = 0;
        indexPriceScale = 0;
        return this;
    }

    /** Epoch nanoseconds. */
    public MarkPriceDraft exchangeTime(final long value) {
        exchangeTime = value;
        return this;
    }
}
