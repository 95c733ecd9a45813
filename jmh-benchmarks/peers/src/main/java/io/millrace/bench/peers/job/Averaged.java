package io.millrace.bench.peers.job;

/**
 * A candle that has closed, with the average of the closes up to its own: what is branched on.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes. Has public fields because engines want them.
 */
public final class Averaged {
    public int instrument;
    /** First epoch nanosecond of the window. */
    public long start;

    public long open;
    public long high;
    public long low;
    public long close;
    public long volume;
    public long count;
    public double average;

    /** Makes an empty one. */
    public Averaged() {}

    /** Makes one of a candle. */
    public static Averaged of(final Bar bar, final Average averages) {
        final Averaged averaged = new Averaged();
        averaged.set(bar, averages);
        return averaged;
    }

    /** Takes a candle over, and its close into the averages. */
    public void set(final Bar bar, final Average averages) {
        instrument = bar.instrument;
        start = bar.start;
        open = bar.open;
        high = bar.high;
        low = bar.low;
        close = bar.close;
        volume = bar.volume;
        count = bar.count;
        average = averages.add((double) bar.close);
    }

    /** What is branched by. */
    public boolean isUp() {
        return close > average;
    }
}
