package io.millrace.operators.window;

import io.millrace.operators.Key;

/**
 * What a {@link WindowLogic} knows and can do.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: yes.
 *
 * @param <R> type of what is emitted
 */
public interface WindowContext<R> {

    /** Key of the window. */
    Key key();

    /** Time up to which the windows of the key are closed; {@link Long#MAX_VALUE} at the end of input. */
    long watermark();

    /** Emits an item with the key of the window; all that follows from it happens before this returns. */
    void emit(R item);
}
