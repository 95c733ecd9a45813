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

    /**
     * Hands a failure to the guard.
     *
     * @param stepId step that may fail
     * @throws StepException if another one failed, or if that says nothing of the item: an error, a broken connection
     */
    void take(final String stepId, final StepException failure, final String key) {
        final Throwable cause = failure.getCause();
        if (!failure.stepId().equals(stepId) || cause instanceof Error || cause instanceof ConnectorException) {
            throw failure;
        }
        guard.onFailure(failure, key);
    }
}
