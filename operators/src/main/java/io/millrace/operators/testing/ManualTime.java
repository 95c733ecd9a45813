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

    @Override
    public long nanoTime() {
        return now.get();
    }
}
