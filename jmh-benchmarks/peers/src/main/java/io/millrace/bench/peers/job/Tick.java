package io.millrace.bench.peers.job;

/**
 * A trade as an object: how engines get it that work on objects. All are made before the clock starts.
 *
 * <p>Thread: any, once made. Has what engines want of their items: public fields, and a way to make an empty one.
 */
public final class Tick {
    public int instrument;
    /** Epoch milliseconds, which is what these engines count in. */
    public long millis;

    public long price;
    public long size;

    /** Makes an empty one. */
    public Tick() {}

    /** Makes all of them. */
    public static Tick[] of(final Trades trades) {
        final Tick[] ticks = new Tick[trades.total()];
        trades.each((number, instrument, time, price, size, bought) -> {
            final Tick tick = new Tick();
            tick.instrument = instrument;
            tick.millis = time / 1_000_000;
            tick.price = price;
            tick.size = size;
            ticks[number] = tick;
        });
        return ticks;
    }

    /** Whether it is not filtered out. */
    public boolean isLarge() {
        return size >= Trades.SMALL;
    }

    /** Its key. */
    public int instrument() {
        return instrument;
    }

    /** Epoch milliseconds. */
    public long millis() {
        return millis;
    }
}
