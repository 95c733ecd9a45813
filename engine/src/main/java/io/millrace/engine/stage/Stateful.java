package io.millrace.engine.stage;

/**
 * An operator with state. Its timers are kept by the stage and are not part of what it writes.
 *
 * <p>An operator that may run in parts writes all that it keeps as entries of keys ({@link StateWriter#beginKey}), so that
 * its state can be dealt to another number of parts.
 */
public interface Stateful {
    /** {@link #stateVersion} of a step that has not changed yet. */
    int FIRST_VERSION = 1;

    /** Forgets everything, in place: afterwards the operator equals a fresh one. */
    void reset();

    /** Writes the state in canonical order: keys by value. */
    void writeState(StateWriter out);

    /**
     * Reads what {@link #writeState} wrote, into an operator that equals a fresh one but for the keys of other parts, whose
     * state may have been read before. Timers come afterwards, by {@link TimerTarget#onTimerRestored}.
     */
    void readState(StateReader in);

    /**
     * Version of what {@link #writeState} writes; to be raised whenever that changes. {@link #readState} must read all
     * versions up to it: {@link StateReader#version} says which it gets.
     */
    default int stateVersion() {
        return FIRST_VERSION;
    }
}
