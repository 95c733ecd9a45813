package io.millrace.bench.peers.job;

/**
 * What the functions of a job work with, where an engine copies functions when it starts a job: what all copies are to share
 * stands in static fields.
 *
 * <p>Thread: written before a job starts and read after it has ended, but for what its one busy thread writes.
 */
public final class Shared {
    private static Tick[] ticks = {};
    private static volatile Results results;
    private static volatile long begin;

    private Shared() {}

    /** Sets what jobs are given. */
    public static void ticks(final Tick[] value) {
        ticks = value;
    }

    /** What jobs are given. */
    public static Tick[] ticks() {
        return ticks;
    }

    /** Sets where what comes out of the next job is put. */
    public static void results(final Results value) {
        results = value;
    }

    /** The first trade is about to be given. */
    public static void begin() {
        begin = System.nanoTime();
    }

    /** Nanoseconds from the first trade to the last candle, when the job has ended. */
    public static long nanos() {
        return results.lastNanos() - begin;
    }

    /** End of a branch; gives the same again. */
    public static Averaged up(final Averaged candle) {
        results.up(candle);
        return candle;
    }

    /** End of the other branch; gives the same again. */
    public static Averaged down(final Averaged candle) {
        results.down(candle);
        return candle;
    }
}
