package io.millrace.feed.net;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How fast one book may be asked for again and again: at once if it has been let alone for a while, otherwise with waits
 * that double, so that a book that can't be had right does no harm at the venue.
 *
 * <p>Thread: one. Allocation: none. Deterministic: given times and random numbers.
 */
final class AskingPace {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Backoff backoff;
    private long wait;
    private long askedAt;
    private boolean asked;

    AskingPace(final RandomGenerator random) {
        backoff = new Backoff(FIRST, LONGEST, random);
    }

    /** It is to be asked now, or as soon as it may be: gives nanoseconds until then. */
    long next(final long now) {
        final long since = now - askedAt;
        if (!asked || since > 2 * Math.max(wait, LONGEST.toNanos())) {
            backoff.reset();
            wait = 0;
        } else {
            wait = backoff.nextDelay();
        }
        final long delay = asked ? Math.max(0, wait - since) : 0;
        asked = true;
        askedAt = now + delay;
        return delay;
    }
}
