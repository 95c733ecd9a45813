package io.millrace.engine.compile;

import io.millrace.engine.stage.ItemObserver;

/**
 * Sees what goes into steps and what comes out of them. Asked while a stage is compiled: where it wants to see nothing,
 * nothing is put in.
 *
 * <p>Thread: asked by the one that compiles; what it gives is called by the stage's. Deterministic: changes nothing.
 */
@FunctionalInterface
public interface StepObserver {

    /** Gives what is to see all that passes a place, or null. */
    ItemObserver observe(Tap tap);
}
