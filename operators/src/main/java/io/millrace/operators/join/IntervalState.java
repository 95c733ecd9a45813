package io.millrace.operators.join;

import io.millrace.engine.stage.Timers;
import io.millrace.operators.store.TimedQueue;
import io.millrace.operators.window.KeyTime;

/**
 * What an interval join knows of a key.
 *
 * <p>Thread: the stage's. Allocation: only for more items than ever before. Deterministic: yes.
 */
final class IntervalState<L, R> {
    long lead = KeyTime.NO_LEAD;
    int timer = Timers.NONE;

    /** Items that may still find partners. */
    final TimedQueue<L> lefts = new TimedQueue<>();

    final TimedQueue<R> rights = new TimedQueue<>();
}
