package io.millrace.engine.stage;

/** An operator with state. Its timers are kept by the stage and are not part of what it writes. */
public interface Stateful {

    /** Forgets everything, in place: afterwards the operator equals a fresh one. */
    void reset();

    /** Writes the state in canonical order: keys by value. */
    void writeState(StateWriter out);

    /**
     * Reads what {@link #writeState} wrote, into an operator that equals a fresh one. Timers come afterwards, by
     * {@link TimerTarget#onTimerRestored}.
     */
    void readState(StateReader in);
}
