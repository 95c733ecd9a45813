/**
 * Proves that a flow is deterministic, or finds the step that is not. Cold.
 *
 * <pre>
 *   journal ──Slices──┬──▶ Copy ──▶ Checkpoint ─┐
 *                     │                         ├─ equal? on to the next interval
 *                     └──▶ Copy ──▶ Checkpoint ─┘  not? StepFinder: from the last equal state, in smaller intervals,
 *                          (spoils items)          with taps at every step, until one record and one step are left
 * </pre>
 *
 * A {@link io.millrace.engine.verify.Checkpoint} holds, for each step, hashes of what went in and came out so far and of
 * its state. The step to blame is the first that got the same and gave something else.
 */
package io.millrace.engine.verify;
