package io.millrace.operators.support;

import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.EpochNanoClock;

/** A clock that stands still until it is moved. */
public final class ManualClock implements EpochNanoClock {
    private final AtomicLong now = new AtomicLong(1_000);

    public void advance(final long nanos) {
        now.addAndGet(nanos);
    }

    @Override
    public long nanoTime() {
        return now.get();
    }
}
