package io.millrace.operators.join;

import io.millrace.operators.window.EventClock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * By which times the items of two sides are matched by an as-of join, and how long it waits for late ones.
 *
 * <p>Thread: any, immutable. Allocation: while building. Deterministic: yes.
 *
 * @param leftTime  epoch nanoseconds of an item of the left side
 * @param rightTime epoch nanoseconds of an item of the right side
 * @param lateness  how far the watermark is behind the newest item of its key, of either side, nanoseconds
 * @param oldest    most nanoseconds by which a right item that matches is older than the left one
 */
public record AsOf<L, R>(
        ToLongFunction<? super L> leftTime, ToLongFunction<? super R> rightTime, long lateness, long oldest) {
    public AsOf {
        Objects.requireNonNull(leftTime, "leftTime");
        Objects.requireNonNull(rightTime, "rightTime");
        EventClock.requireLateness(lateness);
        if (oldest < 0) {
            throw new IllegalArgumentException("not older than " + oldest + " ns: must not be negative");
        }
    }

    /**
     * The newest right item at or before the left one, however old. Waits for no late items.
     *
     * @param leftTime  epoch nanoseconds of an item of the left side
     * @param rightTime epoch nanoseconds of an item of the right side
     */
    public static <L, R> AsOf<L, R> by(
            final ToLongFunction<? super L> leftTime, final ToLongFunction<? super R> rightTime) {
        return new AsOf<>(leftTime, rightTime, 0, Long.MAX_VALUE);
    }

    /**
     * The same matches, where both sides are worked off in the order of their times once the watermark has passed them:
     * items may come out of order by this much, and results are as much behind.
     */
    public AsOf<L, R> lateness(final Duration allowed) {
        return new AsOf<>(leftTime, rightTime, allowed.toNanos(), oldest);
    }

    /** The same matches, unless the right item is older than the left one by more than this. */
    public AsOf<L, R> olderNotThan(final Duration age) {
        return new AsOf<>(leftTime, rightTime, lateness, age.toNanos());
    }
}
