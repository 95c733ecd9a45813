package io.millrace.operators;

import io.millrace.operators.store.Nanos;
import java.time.Duration;

/**
 * When collected items are given: whichever of the conditions comes true first, and at the end of input.
 *
 * @param size most items
 * @param idle nanoseconds without an item, or {@link #NEVER}
 * @param age  nanoseconds since the first item, or {@link #NEVER}
 */
public record Collect(int size, long idle, long age) {
    /** A time that does not pass. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final long LONGEST = 1L << 61;

    public Collect {
        if (size < 1) {
            throw new IllegalArgumentException("collect up to " + size + " items: must be at least 1");
        }
        requireTime("without an item", idle);
        requireTime("since the first item", age);
    }

    private static void requireTime(final String what, final long time) {
        if (time != NEVER && (time < 1 || time > LONGEST)) {
            throw new IllegalArgumentException(
                    "collect until " + time + " ns " + what + ": must be from 1 to " + LONGEST + " ns");
        }
    }

    /** As soon as there are so many items. */
    public static Collect upTo(final int items) {
        return new Collect(items, NEVER, NEVER);
    }

    /** As soon as no item has come for so long; it begins anew with each item. */
    public static Collect whenIdleFor(final Duration time) {
        return upTo(Integer.MAX_VALUE).idleFor(time);
    }

    /** As soon as the first item came so long ago. */
    public static Collect whenOlderThan(final Duration time) {
        return upTo(Integer.MAX_VALUE).olderThan(time);
    }

    /** Also as soon as no item has come for so long; it begins anew with each item. */
    public Collect idleFor(final Duration time) {
        return new Collect(size, Nanos.of(time), age);
    }

    /** Also as soon as the first item came so long ago. */
    public Collect olderThan(final Duration time) {
        return new Collect(size, idle, Nanos.of(time));
    }

    /** Whether it depends on time. */
    public boolean isTimed() {
        return idle != NEVER || age != NEVER;
    }

    /**
     * When items are due, if there are not enough of them before; epoch nanoseconds.
     *
     * @param first when the first came
     * @param last  when the last came
     */
    public long deadline(final long first, final long last) {
        return Math.min(idle == NEVER ? NEVER : last + idle, age == NEVER ? NEVER : first + age);
    }
}
