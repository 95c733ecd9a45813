package io.millrace.operators.window;

import io.millrace.operators.store.Nanos;
import java.time.Duration;

/**
 * Windows of one length that begin one offset behind the other, and so overlap: an item falls into as many of them as
 * there are offsets in a length. Each begins with its first nanosecond and ends before the first behind it.
 *
 * @param length nanoseconds of a window
 * @param offset nanoseconds from the beginning of one to that of the next; not more than the length
 * @param align  epoch nanosecond at which window 0 begins
 */
public record SlidingWindow(long length, long offset, long align) implements Windower {
    public SlidingWindow {
        WindowGrid.check(length, offset, align);
    }

    /** Windows of this length, one every {@code offset}, aligned to the epoch. */
    public static SlidingWindow of(final Duration length, final Duration offset) {
        return new SlidingWindow(Nanos.of(length), Nanos.of(offset), 0);
    }

    /** The same windows, one of which begins at this epoch nanosecond. */
    public SlidingWindow alignedTo(final long nanos) {
        return new SlidingWindow(length, offset, nanos);
    }

    WindowGrid grid() {
        return new WindowGrid(length, offset, align);
    }
}
