package io.millrace.feed.net;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next attempt to connect: twice as long each time, up to a limit, less a random part of up to
 * half, so that many clients that lost one venue do not come back at once.
 *
 * <p>Thread: one. Allocation: none. Deterministic: given the random numbers.
 */
public final class Backoff {
    private final long first;
    private final long longest;
    private final RandomGenerator random;
    private long next;

    public Backoff(final Duration first, final Duration longest, final RandomGenerator random) {
        this.first = Math.max(1, first.toNanos());
        this.longest = Math.max(this.first, longest.toNanos());
        this.random = random;
        this.next = this.first;
    }

    /** Nanoseconds to wait. */
    public long nextDelay() {
        final long delay = next;
        next = delay > longest / 2 ? longest : delay * 2;
        return delay - random.nextLong(delay / 2 + 1);
    }

    /** The connection held: starts over. */
    public void reset() {
        next = first;
    }
}
