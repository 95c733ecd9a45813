package io.millrace.operators.testing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.EpochNanoClock;

/**
 * A clock that stands still until it is moved.
 *
 * <p>Thread: any.
 */
public final class ManualTime implements EpochNanoClock {
    private final AtomicLong now;
    private volatile Runnable stop = () -> {};
    private volatile boolean restarted;

    /** A clock that shows the beginning of the epoch. */
    public ManualTime() {
        this(0);
    }

    /** A clock that shows this epoch nanosecond. */
    public ManualTime(final long start) {
        now = new AtomicLong(start);
    }

    /** Moves on. */
    public void advance(final Duration by) {
        now.addAndGet(by.toNanos());
    }

    /**
     * A run begins to go by this clock.
     *
     * @param again    whether it goes on with what the last one has journaled
     * @param stopping stops it
     */
    void runBy(final boolean again, final Runnable stopping) {
        restarted = again;
        stop = stopping;
    }

    /** Whether the run goes on with what the last one has journaled. */
    boolean isRestarted() {
        return restarted;
    }

    /** Stops the run, if it is one that can be. */
    void stop() {
        stop.run();
    }

    @Override
    public long nanoTime() {
        return now.get();
    }
}
