package io.millrace.engine.stage;

import io.millrace.engine.spi.ConnectorException;

/**
 * The way from the steps inside a guard to the guard. They are built before it, so it is found at the end of the building.
 *
 * <p>Thread: the stage's. Allocation: none.
 */
public final class FailureLink {
    private FailureTarget guard;

    /** Set once, when the guard was built. */
    public void lead(final FailureTarget to) {
        guard = to;
    }

    /** Whether a failure says something of the item; that a connection is broken does not. */
    boolean takes(final StepException failure) {
        return !(failure.getCause() instanceof ConnectorException);
    }

    /** Hands a failure to the guard. */
    void give(final StepException failure, final String key) {
        guard.onFailure(failure, key);
    }
}
