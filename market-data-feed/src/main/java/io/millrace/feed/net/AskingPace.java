package io.millrace.feed.net;

/**
 * How fast one book may be asked for again and again: at once if it has been let alone for a while, otherwise with waits
 * that double, so that a book that can't be had right does no harm at the venue.
 *
 * <p>Thread: one. Allocation: none. Deterministic: given times and random numbers.
 */
final class AskingPace {
    private final Backoff backoff;
    private final long quiet;
    private long wait;
    private long askedAt;
    private boolean asked;

    AskingPace(final ConnectionConfig config) {
        backoff = new Backoff(config.firstDelay(), config.longestDelay(), config.random());
        quiet = 2 * config.longestDelay().toNanos();
    }

    /** It is to be asked now, or as soon as it may be: gives nanoseconds until then. */
    long next(final long now) {
        final long since = now - askedAt;
        if (!asked || since > quiet) {
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
