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
}
