package io.millrace.operators.join;

import io.millrace.operators.window.Windower;
import java.time.Duration;
import java.util.Objects;

/**
 * How streams are joined in windows: like a join of its mode, but each window by itself. Says at first: the newest value
 * of each side, when the window closes; items are taken in the order of their times; no late items are waited for.
 *
 * <p>Thread: any, immutable. Allocation: while building. Deterministic: yes.
 *
 * @param windower how time is cut
 * @param mode     what is kept and when rows are given
 * @param lateness how far the watermark of a key is behind its newest item, of any side
 * @param ordered  whether items are held back until the watermark has reached them, and then taken in the order of their
 *                 times; otherwise they are taken as they come
 */
public record WindowJoin(Windower windower, JoinMode mode, Duration lateness, boolean ordered) {
    public WindowJoin {
        Objects.requireNonNull(windower, "windower");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(lateness, "lateness");
    }

    /** A join in these windows. */
    public static WindowJoin in(final Windower windower) {
        return new WindowJoin(windower, JoinMode.last().atEnd(), Duration.ZERO, true);
    }

    /** The same windows, with this mode; FINAL gives rows when a window closes. */
    public WindowJoin mode(final JoinMode other) {
        return new WindowJoin(windower, other, lateness, ordered);
    }

    /** The same join, which waits this long for late items. */
    public WindowJoin lateness(final Duration allowed) {
        return new WindowJoin(windower, mode, allowed, ordered);
    }

    /** The same join, which takes items in the order of their times, or as they come. */
    public WindowJoin ordered(final boolean byTime) {
        return new WindowJoin(windower, mode, lateness, byTime);
    }
}
