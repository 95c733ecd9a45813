package io.millrace.operators.window;

import io.millrace.engine.item.Codec;
import io.millrace.operators.store.Nanos;
import java.time.Duration;

/**
 * What else is said of windows, besides how they are cut and what happens in them.
 *
 * @param codec           type of the items, or null if it is not known
 * @param ordered         whether items reach the logic in order of their times
 * @param allowedLateness whether an item behind the watermark is taken by a window that is still open
 * @param early           when there are early results, or null
 * @param forgetAfter     nanoseconds of stage time after which a key without windows is forgotten, or 0
 */
public record WindowSettings<T>(
        Codec<T> codec, boolean ordered, boolean allowedLateness, Early<?> early, long forgetAfter) {

    /** What holds if nothing is said. */
    public static <T> WindowSettings<T> plain(final Codec<T> codec) {
        return new WindowSettings<>(codec, false, false, null, 0);
    }

    /** The same with items in order. */
    public WindowSettings<T> inOrder() {
        return new WindowSettings<>(codec, true, allowedLateness, early, forgetAfter);
    }

    /** The same with items taken by windows that are still open. */
    public WindowSettings<T> takingLateItems() {
        return new WindowSettings<>(codec, ordered, true, early, forgetAfter);
    }

    /** The same with early results. */
    public WindowSettings<T> early(final Early<?> when) {
        return new WindowSettings<>(codec, ordered, allowedLateness, when, forgetAfter);
    }

    /** The same for windows that keep an item. */
    public WindowSettings<T> ofKept() {
        return early == null ? this : early(Early.ofKept(early));
    }

    /**
     * The same with keys forgotten.
     *
     * @param idle more than nothing, at most 36 years
     */
    public WindowSettings<T> forgetAfter(final Duration idle) {
        final long nanos = Nanos.of(idle);
        if (nanos <= 0 || nanos > KeyTime.LONGEST) {
            throw new IllegalArgumentException("keys forgotten after " + idle
                    + ": must be more than nothing, and at most " + KeyTime.LONGEST + " ns, 36 years");
        }
        return new WindowSettings<>(codec, ordered, allowedLateness, early, nanos);
    }
}
