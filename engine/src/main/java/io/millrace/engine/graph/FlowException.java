package io.millrace.engine.graph;

/** A flow is not well formed. The message names the step and says what to do. */
public final class FlowException extends RuntimeException {
    public FlowException(final String message) {
        super(message);
    }
}
