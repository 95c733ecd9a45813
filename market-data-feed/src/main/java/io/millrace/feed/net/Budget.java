package io.millrace.feed.net;

import java.time.Duration;

/**
 * How much may be spent in a time: attempts to connect, weights of requests. Half of it at once, and the other half evenly
 * over the time, so that it holds for whatever stretch of that length.
 *
 * <p>Thread: one. Allocation: none. Deterministic: given the times.
 */
final class Budget {
    private final double burst;
    private final double perNano;
    private double level;
    private long at;

    Budget(final long most, final Duration in, final long now) {
        burst = Math.max(1, most / 2.0);
        perNano = Math.max(1, most) / 2.0 / in.toNanos();
        level = burst;
        at = now;
    }

    /** Spends an amount; gives the nanoseconds to wait until it is covered. What is too much for ever takes a full one. */
    long spend(final long amount, final long now) {
        level = Math.min(burst, level + (now - at) * perNano);
        at = now;
        level -= Math.min((double) amount, burst);
        return level >= 0 ? 0 : (long) Math.ceil(-level / perNano);
    }
}
