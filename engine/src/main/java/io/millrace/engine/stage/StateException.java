package io.millrace.engine.stage;

/** State that was written and can't be read: says which step's, why, and what to do. */
public final class StateException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public StateException(final String message) {
        super(message);
    }
}
