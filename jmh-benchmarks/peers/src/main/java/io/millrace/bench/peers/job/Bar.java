package io.millrace.bench.peers.job;

/**
 * Open, high, low, close, volume and count of the trades of one instrument in one window. Made as they come: each engine
 * keeps it as it keeps any state of a user.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes. Has public fields because engines want them.
 */
public final class Bar {
    public int instrument;
    /** First epoch nanosecond of the window; set by who knows it. */
    public long start;

    public long open;
    public long high;
    public long low;
    public long close;
    public long volume;
    public long count;

    /** Makes an empty one. */
    public Bar() {}

    /** Takes a trade. */
    public void add(final int ofInstrument, final long price, final long size) {
        if (count == 0) {
            instrument = ofInstrument;
            open = price;
            high = price;
            low = price;
        } else {
            high = Math.max(high, price);
            low = Math.min(low, price);
        }
        close = price;
        volume += size;
        count++;
    }

    /** Takes a trade. */
    public void add(final Tick tick) {
        add(tick.instrument, tick.price, tick.size);
    }

    /** Makes it empty. */
    public void clear() {
        start = 0;
        volume = 0;
        count = 0;
    }
}
