package io.millrace.engine.stage;

/** An operator with state. */
public interface Stateful {

    /** Forgets everything, in place: afterwards the operator equals a fresh one. */
    void reset();

    /** Writes the state in canonical order: keys by value. */
    void writeState(StateWriter out);
}
