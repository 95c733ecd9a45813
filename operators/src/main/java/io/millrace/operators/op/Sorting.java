package io.millrace.operators.op;

import io.millrace.engine.stage.Timers;
import io.millrace.operators.store.TimedQueue;
import io.millrace.operators.window.KeyTime;

/**
 * The waiting items of one key, and how far its time is.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: yes.
 */
final class Sorting<T> {
    long lead = KeyTime.NO_LEAD;
    int timer = Timers.NONE;

    /** When the timer fires: in the time that leads are ahead of. */
    long timerDeadline;

    /** What waits, or null if nothing does. */
    TimedQueue<T> queue;
}
