package io.millrace.operators.window;

import io.millrace.operators.store.Nanos;
import java.time.Duration;

/**
 * Windows that items make by being near each other: an item no farther than the gap from a session belongs to it. A
 * session lasts from its first to its last item, and closes when the watermark is more than the gap behind that.
 *
 * @param gap nanoseconds; 0 for sessions of items of the same time
 */
public record SessionWindow(long gap) implements Windower {
    public SessionWindow {
        if (gap < 0) {
            throw new IllegalArgumentException("a gap of " + gap + " ns: must not be negative");
        }
        if (gap > KeyTime.LONGEST) {
            throw new IllegalArgumentException("a gap of " + gap + " ns: at most " + KeyTime.LONGEST + " ns, 36 years");
        }
    }

    /** Sessions with this gap between them. */
    public static SessionWindow of(final Duration gap) {
        return new SessionWindow(Nanos.of(gap));
    }
}
