package io.millrace.operators.window;

import io.millrace.operators.store.Nanos;
import java.time.Duration;

/**
 * Time cut into windows of one length, one behind the other; each begins with its first nanosecond and ends before the
 * first of the next.
 *
 * @param length nanoseconds of a window
 * @param align  epoch nanosecond at which window 0 begins
 */
public record TumblingWindow(long length, long align) implements Windower {
    public TumblingWindow {
        WindowGrid.check(length, length, align);
    }

    /** Windows of this length, aligned to the epoch. */
    public static TumblingWindow of(final Duration length) {
        return new TumblingWindow(Nanos.of(length), 0);
    }

    /** The same windows, one of which begins at this epoch nanosecond. */
    public TumblingWindow alignedTo(final long nanos) {
        return new TumblingWindow(length, nanos);
    }

    WindowGrid grid() {
        return new WindowGrid(length, length, align);
    }
}
