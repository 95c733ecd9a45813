package io.millrace.operators.window;

import java.time.Duration;
import java.util.function.ToLongFunction;

/**
 * The clock that goes by a time that the item carries.
 *
 * @param time     epoch nanoseconds of an item
 * @param lateness how far the watermark is behind the newest item of its key, nanoseconds
 */
public record EventClock<T>(ToLongFunction<? super T> time, long lateness) implements Clock<T> {
    private static final long MAX_LATENESS = 1L << 61;

    public EventClock {
        if (lateness < 0 || lateness > MAX_LATENESS) {
            throw new IllegalArgumentException(
                    "lateness of " + lateness + " ns: must be from 0 to " + MAX_LATENESS + " ns");
        }
    }

    /**
     * A clock that waits for no late items.
     *
     * @param time epoch nanoseconds of an item
     */
    public static <T> EventClock<T> of(final ToLongFunction<? super T> time) {
        return new EventClock<>(time, 0);
    }

    /** The same clock, which waits this long for late items. */
    public EventClock<T> lateness(final Duration allowed) {
        return new EventClock<>(time, allowed.toNanos());
    }
}
