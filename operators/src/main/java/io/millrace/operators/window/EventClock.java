package io.millrace.operators.window;

import io.millrace.operators.store.Nanos;
import java.time.Duration;
import java.util.Objects;
import java.util.function.ToLongFunction;

/**
 * The clock that goes by a time that the item carries.
 *
 * @param time     epoch nanoseconds of an item
 * @param lateness how far the watermark is behind the newest item of its key, nanoseconds; {@link #ENDLESS} if windows
 *                 wait until the end of input
 */
public record EventClock<T>(ToLongFunction<? super T> time, long lateness) implements Clock<T> {
    /** A lateness that is never over: nothing is late, and windows close at the end of input only. */
    public static final long ENDLESS = KeyTime.LONGEST;

    public EventClock {
        Objects.requireNonNull(time, "time");
        if (lateness < 0 || lateness > ENDLESS) {
            throw new IllegalArgumentException("lateness of " + lateness + " ns: must be from 0 to " + ENDLESS + " ns");
        }
    }

    /**
     * A clock that waits for no late items.
     *
     * @param time epoch nanoseconds of an item
     */
    public static <T> EventClock<T> of(final ToLongFunction<T> time) {
        return new EventClock<>(time, 0);
    }

    /**
     * The same clock, which waits this long for late items.
     *
     * @param allowed not negative; 36 years or more are {@link #ENDLESS}
     */
    public EventClock<T> lateness(final Duration allowed) {
        return new EventClock<>(time, Math.min(Nanos.of(allowed), ENDLESS));
    }
}
