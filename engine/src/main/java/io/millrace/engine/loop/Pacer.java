package io.millrace.engine.loop;

import org.agrona.concurrent.NanoClock;

/**
 * Holds recorded records back until they are due at a multiple of their own speed.
 *
 * <p>Thread: the ingress thread. Allocation: none. Deterministic: decides when, never what.
 */
public final class Pacer {
    /** As fast as it goes. */
    public static final double UNLIMITED = Double.POSITIVE_INFINITY;

    private final double pace;
    private final NanoClock clock;
    private boolean started;
    private long firstTime;
    private long startedAt;

    /**
     * @param pace recorded time per wall-clock time, such as 10.0 for ten times as fast
     * @param clock any clock in nanoseconds
     */
    public Pacer(final double pace, final NanoClock clock) {
        this.pace = pace;
        this.clock = clock;
    }

    /** Whether a record of this time may go. */
    public boolean isDue(final long time) {
        if (pace == UNLIMITED) {
            return true;
        }
        if (!started) {
            started = true;
            firstTime = time;
            startedAt = clock.nanoTime();
        }
        return time - firstTime <= (clock.nanoTime() - startedAt) * pace;
    }

    /** Whether records need not be held back at all. */
    public boolean isUnlimited() {
        return pace == UNLIMITED;
    }
}
