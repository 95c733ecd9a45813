package io.millrace.operators.store;

import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;

/**
 * Where the states of keys come from and go back to, and how they are written.
 *
 * <p>Thread: the stage's. Allocation: only for more states than ever before. Deterministic: must be.
 *
 * @param <S> state of one key
 */
public interface StatePool<S> {

    /** A state that nobody uses. */
    S take();

    /** Takes back a state that nobody uses any more. */
    void release(S state);

    /** Writes a state to a snapshot. */
    void write(S state, StateWriter out);

    /** Reads a state from a snapshot. */
    S read(StateReader in);
}
