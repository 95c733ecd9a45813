package io.millrace.feed.decode;

/**
 * A funding rate that a frame brings, before it is known whether the frame is whole. Used again for the next frame; all fields
 * are to be set.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class FundingDraft {
    int symbolAt;
    int symbolLength;
    long rate;
    int rateScale;
    long fundingTime;
    long exchangeTime;

    /** Symbol: where it stands in the frame. */
    public FundingDraft symbol(final int at, final int length) {
        symbolAt = at;
        symbolLength = length;
        return this;
    }

    /** Share of the value of a position; longs pay if positive. */
    public FundingDraft rate(final Decimal value) {
        return rate(value.mantissa(), value.scale());
    }

    /** The same: the number without its point, and the digits behind it. */
    public FundingDraft rate(final long mantissa, final int scale) {
        rate = mantissa;
        rateScale = scale;
        return this;
    }

    /** When it is paid next, epoch nanoseconds; 0 if not sent. */
    public FundingDraft fundingTime(final long value) {
        fundingTime = value;
        return this;
    }

    /** Epoch nanoseconds. */
    public FundingDraft exchangeTime(final long value) {
        exchangeTime = value;
        return this;
    }
}
