package io.millrace.bench.latency;

import org.agrona.concurrent.EpochNanoClock;

/** Epoch nanoseconds that go on exactly as {@link System#nanoTime()} does: latencies are differences of its readings. */
final class SteadyClock implements EpochNanoClock {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final long offset = System.currentTimeMillis() * NANOS_PER_MILLI - System.nanoTime();

    @Override
    public long nanoTime() {
        return System.nanoTime() + offset;
    }
}
