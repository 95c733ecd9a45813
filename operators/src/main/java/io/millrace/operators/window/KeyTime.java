package io.millrace.operators.window;

import io.millrace.engine.stage.EpochNanos;
import io.millrace.engine.stage.StageClock;
import java.util.function.ToLongFunction;

/**
 * What a {@link Clock} says of the items of a key, and the arithmetic of their watermark.
 *
 * <p>All that has to be kept of a key is its <em>lead</em>: the most by which the time of one of its items, less the
 * lateness allowed, was ahead of now. Its watermark is now plus the lead. For items that carry a time, now is running time,
 * which the process being down does not move, so that a restart makes nothing late; otherwise it is stage time.
 *
 * <pre>{@code
 *   final long now = keyTime.now(clock);
 *   final long time = keyTime.of(item, now);             // the user's function
 *   final long lead = keyTime.lead(time, now);
 *   if (lead > state.lead) {                              // NO_LEAD to begin with
 *       state.lead = lead;                                // the watermark has moved; this item is not late
 *   } else if (KeyTime.isLate(time, state.lead, now)) {
 *       …
 *   }
 * }</pre>
 *
 * Where several inputs have one watermark, it goes by the largest lead of any of them.
 *
 * <p>Thread: any, immutable. Allocation: none. Deterministic: yes.
 *
 * @param timeOf   epoch nanoseconds of an item, or null if it is stage time
 * @param lateness how far the watermark is behind the newest item, nanoseconds; {@link EventClock#ENDLESS} for no
 *                 watermark before the end of input
 */
public record KeyTime<T>(ToLongFunction<? super T> timeOf, long lateness) {
    /** Lead of a key that has seen nothing. */
    public static final long NO_LEAD = Long.MIN_VALUE;

    /** Longest window, gap or lateness: 36 years. With it and the limits of {@link EpochNanos}, no sum outgrows 64 bits. */
    static final long LONGEST = 1L << 60;

    /** A lead that is behind the time of every item. */
    private static final long ENDLESS_LEAD = -(1L << 62);

    /** What a clock says. */
    public static <T> KeyTime<T> of(final Clock<? super T> clock) {
        if (clock instanceof EventClock<? super T> event) {
            return new KeyTime<>(event.time(), event.lateness());
        }
        return new KeyTime<>(null, 0);
    }

    /**
     * Time of an item. Calls the user's function.
     *
     * @throws IllegalArgumentException if the time is before 1897 or after 2079: not epoch nanoseconds
     */
    public long of(final T item, final long now) {
        return requireTime(unchecked(item, now));
    }

    /** The same without a look at the result, for a step that looks at it only where it is not as usual. */
    long unchecked(final T item, final long now) {
        return timeOf == null ? now : timeOf.applyAsLong(item);
    }

    /** Refuses what is no time. */
    static long requireTime(final long time) {
        if (!EpochNanos.isTime(time)) {
            throw new IllegalArgumentException(EpochNanos.refusal("the item's time is", time));
        }
        return time;
    }

    /** What leads are ahead of: running time, or stage time if that is the time of items. */
    public long now(final StageClock clock) {
        return timeOf == null ? clock.now() : clock.running();
    }

    /** Stage time at which {@link #now} comes to a time, unless the process is down before. */
    public long deadline(final long at, final StageClock clock) {
        return timeOf == null ? at : at + clock.downtime();
    }

    /** Whether {@link #now} leaves downtime out. */
    public boolean leavesDowntimeOut() {
        return timeOf != null;
    }

    /** Lead that an item of this time gives its key; it counts if it is greater than the key's. */
    public long lead(final long time, final long now) {
        return lateness == EventClock.ENDLESS ? ENDLESS_LEAD : time - lateness - now;
    }

    /** Whether a time is behind the watermark; only asked for an item that has not just raised the lead. */
    public static boolean isLate(final long time, final long lead, final long now) {
        return time - now < lead;
    }

    /** Watermark of a key; {@link Long#MIN_VALUE} if it has seen nothing. */
    public static long watermark(final long lead, final long now) {
        return lead == NO_LEAD ? Long.MIN_VALUE : now + lead;
    }

    /** Now at which the watermark reaches a time, if no item moves it on before. */
    public static long reachedAt(final long time, final long lead) {
        return time - lead;
    }
}
