package io.millrace.operators.window;

import io.millrace.engine.item.Codec;

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
}
