package io.millrace.operators;

import io.millrace.operators.store.Nanos;
import java.time.Duration;

/**
 * What {@link StatefulLogic} can know and do. Valid during the call only.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: knows stage time only.
 *
 * @param <R> type of what is emitted
 * @param <W> what fills it
 */
public interface StatefulContext<R, W> {

    /** The key. */
    Key key();

    /** Stage time: of the item's record, or the deadline of the timer. Epoch nanoseconds. */
    long now();

    /** Whether nothing was known of the key before this call. */
    boolean isNew();

    /**
     * The reused item that {@link #emit()} emits; all of its fields are to be filled each time.
     *
     * @throws IllegalStateException if the step was given a codec only
     */
    W out();

    /** Emits {@link #out()}; all that follows from it happens before this returns. */
    void emit();

    /** Emits an item; all that follows from it happens before this returns. */
    void emit(R item);

    /**
     * Sets the key's timer, of which it has one; if it is set already, it is moved.
     *
     * @param time stage time in epoch nanoseconds; if not in the future, the next nanosecond is taken
     */
    void timerAt(long time);

    /** Sets or moves the key's timer: so many nanoseconds from now; more than there are, and it does not fire. */
    default void timerAfter(final long nanos) {
        final long now = now();
        timerAt(nanos > Long.MAX_VALUE - Math.max(now, 0) ? Long.MAX_VALUE : now + nanos);
    }

    /** Sets or moves the key's timer: so long from now. */
    default void timerAfter(final Duration time) {
        timerAfter(Nanos.of(time));
    }

    /** Takes the key's timer back, if it is set. */
    void cancelTimer();

    /** Forgets the key, its state and its timer, as soon as this call is over. */
    void discard();
}
