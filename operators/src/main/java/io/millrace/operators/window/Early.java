package io.millrace.operators.window;

import io.millrace.operators.store.KeptItem;
import io.millrace.operators.store.Nanos;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * When a window gives early results. It goes on afterwards, and closes as it would have.
 *
 * <p>Thread: any, immutable. Allocation: none. Deterministic: yes, with a deterministic predicate.
 *
 * @param every nanoseconds of stage time between results, counted from the window's first item; 0 for none
 * @param items number of items between results; 0 for none
 * @param when  asked after each item, with what the window holds; null for none
 */
public record Early<S>(long every, long items, Predicate<? super S> when) {
    public Early {
        if (every < 0 || every > KeyTime.LONGEST || items < 0) {
            throw new IllegalArgumentException(
                    "early results every " + every + " ns or " + items + " items: must be more than nothing");
        }
        if (every == 0 && items == 0 && when == null) {
            throw new IllegalArgumentException("early results never: give a time, a number of items or a predicate");
        }
    }

    /** A result this long after the window's first item, and every so often again if something was added since. */
    public static <S> Early<S> every(final Duration time) {
        return new Early<>(Nanos.of(time), 0, null);
    }

    /** A result after every so many items of the window. */
    public static <S> Early<S> everyItems(final long count) {
        return new Early<>(0, count, null);
    }

    /** A result after each item behind which the predicate is true of what the window holds. */
    public static <S> Early<S> when(final Predicate<? super S> predicate) {
        return new Early<>(0, 0, predicate);
    }

    /** The same for a window that keeps an item, with a predicate that is asked about the item. */
    public static <T> Early<KeptItem<T>> ofKept(final Early<T> early) {
        return new Early<>(early.every, early.items, early.when == null ? null : new KeptPredicate<>(early.when));
    }
}
