package io.millrace.engine.stage;

/** An operator that sets timers. */
public interface TimerTarget {

    /**
     * A timer has fired; stage time is its deadline.
     *
     * @param key key that it was set for
     * @param tag number that it was set with
     */
    void onTimer(long key, long tag);

    /**
     * A timer that was pending when a snapshot was taken is pending again; called behind {@link Stateful#readState}. Of
     * interest to an operator that keeps handles.
     *
     * @param handle the timer's new handle
     */
    default void onTimerRestored(final long key, final long tag, final int handle) {
        // Whoever keeps no handle has nothing to do.
    }

    /**
     * Whether timers are set for running time ({@link StageClock#running}): those that are pending are then put off by the
     * time that the process was down. Otherwise they fire at the stage time that they were set for.
     */
    default boolean leavesDowntimeOut() {
        return false;
    }
}
