package io.millrace.operators.join;

import io.millrace.operators.store.Nanos;
import io.millrace.operators.window.EventClock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * How near in time two items must be for an interval join to pair them. The watermark of a key goes by the items of both
 * sides.
 *
 * <pre>
 *              before        after
 *            ◀────────┬──────────────▶
 *   ─────────[────────●──────────────]─────────▶ time
 *                left item
 *            right items in here match, both ends included
 * </pre>
 *
 * <p>Thread: any, immutable. Allocation: while building. Deterministic: yes.
 *
 * @param left   times of the left side
 * @param right  times of the right side
 * @param before by how many nanoseconds the right item may be earlier; negative if it must be later
 * @param after  by how many nanoseconds the right item may be later; negative if it must be earlier
 */
public record Interval<L, R>(EventClock<L> left, EventClock<R> right, long before, long after) {
    /** 18 years: sums of times and distances stay within 64 bits. */
    private static final long LONGEST = 1L << 59;

    public Interval {
        Objects.requireNonNull(left, "left");
        Objects.requireNonNull(right, "right");
        requireDistance("before", before);
        requireDistance("after", after);
    }

    private static void requireDistance(final String name, final long distance) {
        if (distance < -LONGEST || distance > LONGEST) {
            throw new IllegalArgumentException(
                    name + " of " + distance + " ns: must be from " + -LONGEST + " to " + LONGEST + " ns");
        }
    }

    /**
     * Pairs of items of the same time. Waits for no late items; as the watermark goes on with stage time, live data want
     * a {@link #lateness}.
     *
     * @param leftTime  epoch nanoseconds of an item of the left side
     * @param rightTime epoch nanoseconds of an item of the right side
     */
    public static <L, R> Interval<L, R> of(final ToLongFunction<L> leftTime, final ToLongFunction<R> rightTime) {
        return new Interval<>(EventClock.of(leftTime), EventClock.of(rightTime), 0, 0);
    }

    /** The same pairs, where the right item may also be earlier than the left one by this much. */
    public Interval<L, R> before(final Duration distance) {
        return new Interval<>(left, right, Nanos.of(distance), after);
    }

    /** The same pairs, where the right item may also be later than the left one by this much. */
    public Interval<L, R> after(final Duration distance) {
        return new Interval<>(left, right, before, Nanos.of(distance));
    }

    /** The same pairs, where items of a key may come out of order by this much. */
    public Interval<L, R> lateness(final Duration allowed) {
        return new Interval<>(left.lateness(allowed), right.lateness(allowed), before, after);
    }

    /** The same interval, about which everything has been said: refused if it ends before it begins. */
    public Interval<L, R> checked() {
        if (-before > after) {
            throw new IllegalArgumentException("an interval from " + -before + " ns to " + after
                    + " ns behind the left item: must not end before it begins");
        }
        return this;
    }
}
