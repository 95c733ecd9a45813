package io.millrace.operators.store;

import java.time.Duration;

/**
 * Durations as nanoseconds.
 *
 * <p>Thread: any. Allocation: none. Deterministic: yes.
 */
public final class Nanos {
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE);
    private static final Duration SHORTEST = Duration.ofNanos(Long.MIN_VALUE);

    private Nanos() {}

    /** Nanoseconds of a duration; one that does not fit is the longest there is, so that who has limits can name them. */
    public static long of(final Duration duration) {
        if (duration.compareTo(LONGEST) > 0) {
            return Long.MAX_VALUE;
        }
        return duration.compareTo(SHORTEST) < 0 ? Long.MIN_VALUE : duration.toNanos();
    }
}
