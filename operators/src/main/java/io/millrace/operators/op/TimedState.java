package io.millrace.operators.op;

import io.millrace.engine.stage.StepTimers;
import io.millrace.engine.stage.Timers;

/**
 * A user's state of one key, and the key's timer.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: yes.
 */
final class TimedState<S> {
    final S state;
    int timer = Timers.NONE;

    TimedState(final S state) {
        this.state = state;
    }

    void setTimer(final StepTimers timers, final long key, final long deadline) {
        if (timer == Timers.NONE) {
            timer = timers.set(key, deadline, 0);
        } else {
            timers.move(timer, deadline);
        }
    }

    void cancelTimer(final StepTimers timers) {
        if (timer != Timers.NONE) {
            timers.cancel(timer);
            timer = Timers.NONE;
        }
    }
}
