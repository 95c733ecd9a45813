package io.millrace.operators.join;

import io.millrace.operators.store.Nanos;
import io.millrace.operators.window.EventClock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * By which times the items of two sides are matched by an as-of join, and how long it waits for late ones. The watermark
 * of a key goes by the items of both sides.
 *
 * <p>Thread: any, immutable. Allocation: while building. Deterministic: yes.
 *
 * @param left   times of the left side
 * @param right  times of the right side
 * @param oldest most nanoseconds by which a right item that matches is older than the left one
 */
public record AsOf<L, R>(EventClock<L> left, EventClock<R> right, long oldest) {
    public AsOf {
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(right, "right");
        if (oldest < 0) {
            throw new IllegalArgumentException("right items at most " + oldest + " ns old: must not be negative");
        }
    }

    /**
     * The newest right item at or before the left one, however old. Waits for no late items: a right item serves the left
     * ones that come behind it. As the watermark goes on with stage time, a left item that took longer to come than the
     * fastest one is late; live data want a {@link #lateness}.
     *
     * @param leftTime  epoch nanoseconds of an item of the left side
     * @param rightTime epoch nanoseconds of an item of the right side
     */
    public static <L, R> AsOf<L, R> by(final ToLongFunction<L> leftTime, final ToLongFunction<R> rightTime) {
        return new AsOf<>(EventClock.of(leftTime), EventClock.of(rightTime), Long.MAX_VALUE);
    }

    /**
     * The same matches, where both sides are worked off in the order of their times once the watermark has reached them:
     * items may come out of order by this much, and results are as much behind. Of the same time, right items come first.
     */
    public AsOf<L, R> lateness(final Duration allowed) {
        return new AsOf<>(left.lateness(allowed), right.lateness(allowed), oldest);
    }

    /** The same matches, unless the right item is older than the left one by more than this. */
    public AsOf<L, R> olderNotThan(final Duration age) {
        return new AsOf<>(left, right, Nanos.of(age));
    }
}
