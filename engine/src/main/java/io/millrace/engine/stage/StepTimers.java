package io.millrace.engine.stage;

/**
 * The timers of one step.
 *
 * <p>Thread: the stage's. Allocation: only when more timers are pending than ever before. Deterministic: yes.
 */
public final class StepTimers {
    private final Timers timers;
    private final int place;

    public StepTimers(final Timers timers, final int place) {
        this.timers = timers;
        this.place = place;
    }

    /**
     * Sets a timer.
     *
     * @param key      key that {@link TimerTarget#onTimer} is called with
     * @param deadline stage time in epoch nanoseconds; if not in the future, the next nanosecond is taken
     * @param tag      number that it is called with
     * @return handle, valid until the timer has fired or was cancelled
     */
    public int set(final long key, final long deadline, final long tag) {
        return timers.set(place, key, deadline, tag);
    }

    /** Gives a pending timer another deadline, as if it had been cancelled and set again. */
    public void move(final int handle, final long deadline) {
        timers.move(handle, deadline);
    }

    /** Takes a pending timer back. */
    public void cancel(final int handle) {
        timers.cancel(handle);
    }
}
