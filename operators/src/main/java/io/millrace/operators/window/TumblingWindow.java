package io.millrace.operators.window;

import java.time.Duration;

/**
 * Time cut into windows of one length, one behind the other; each begins with its first nanosecond and ends before the
 * first of the next.
 *
 * @param length nanoseconds of a window
 * @param align  epoch nanosecond at which one of them begins
 */
public record TumblingWindow(long length, long align) {
    public TumblingWindow {
        if (length <= 0) {
            throw new IllegalArgumentException("a window of " + length + " ns: must be longer than nothing");
        }
    }

    /** Windows of this length, aligned to the epoch. */
    public static TumblingWindow of(final Duration length) {
        return new TumblingWindow(length.toNanos(), 0);
    }

    /** Beginning of the window that a time falls into. */
    public long start(final long time) {
        return time - Math.floorMod(time - align, length);
    }
}
