package io.millrace.engine.stage;

/**
 * An operator that takes what other steps fail on: a guard.
 *
 * <p>Thread: the stage's. Allocation: it may. Deterministic: must be.
 */
public interface FailureTarget {

    /**
     * A step has thrown; it and all steps before it go on with the next item.
     *
     * @param failure names step and item; its cause is what was thrown
     * @param key     key of the item as text, or an empty one if it has none
     */
    void onFailure(StepException failure, String key);
}
