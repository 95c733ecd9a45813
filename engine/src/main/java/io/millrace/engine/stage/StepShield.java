package io.millrace.engine.stage;

/**
 * Takes the failures of one step that need not be the flow's: those that its guard takes, and those at records that are to
 * be skipped.
 *
 * <p>Thread: the stage's. Allocation: it may, when the step fails. Deterministic: yes.
 */
public final class StepShield {
    private final String stepId;
    private final KeySpace keys;
    private final FailureLink guard;
    private final StepSkips skips;

    /**
     * @param stepId step that may fail
     * @param keys   keys of its items, or null if they have none
     * @param guard  the way to the guard that it stands in, or null
     * @param skips  records that are to be skipped, or null
     */
    public StepShield(final String stepId, final KeySpace keys, final FailureLink guard, final StepSkips skips) {
        this.stepId = stepId;
        this.keys = keys;
        this.guard = guard;
        this.skips = skips;
    }

    /**
     * Takes a failure.
     *
     * @param key key of the item
     * @throws StepException if it is another step's, or says nothing of the item
     */
    public void take(final long key, final StepException failure) {
        if (!failure.stepId().equals(stepId) || failure.getCause() instanceof Error) {
            throw failure;
        }
        if (guard != null && guard.takes(failure)) {
            guard.give(failure, keys == null ? "" : keys.describe(key));
        } else if (skips != null) {
            skips.pass(failure);
        } else {
            throw failure;
        }
    }
}
