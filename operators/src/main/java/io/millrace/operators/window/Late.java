package io.millrace.operators.window;

import io.millrace.engine.item.Codec;

/**
 * An item that came after its time: behind the watermark of its key. Reused, as the item in it is.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: yes.
 *
 * @param <T> type of the item
 */
public final class Late<T> {
    /** {@link #window()} where no window can be named: sessions, and steps without windows. */
    public static final long NO_WINDOW = -1;

    T item;
    long window;
    long watermark;
    long time;

    Late() {}

    /** For the step that finds items late: one that it fills again and again. */
    public static <T> Late<T> reused() {
        return new Late<>();
    }

    /** The type of late items, or null if that of the items is not known. */
    public static <T> Codec<Late<T>> typeOf(final Codec<T> codec) {
        return codec == null ? null : new LateCodec<>(codec);
    }

    /** Fills it. */
    public Late<T> set(final T late, final long ofWindow, final long behind, final long itsTime) {
        item = late;
        window = ofWindow;
        watermark = behind;
        time = itsTime;
        return this;
    }

    /** What came late. */
    public T item() {
        return item;
    }

    /** Id of the window that it missed, or {@link #NO_WINDOW}. */
    public long window() {
        return window;
    }

    /**
     * Watermark of its key when it came, in the time of the items: epoch nanoseconds that downtime does not move. With a
     * system clock it is stage time.
     */
    public long watermark() {
        return watermark;
    }

    /** Time that it belongs to. */
    public long time() {
        return time;
    }

    @Override
    public String toString() {
        return item + " at " + time + " is late" + (window == NO_WINDOW ? "" : " for window " + window)
                + ", behind watermark " + watermark;
    }
}
