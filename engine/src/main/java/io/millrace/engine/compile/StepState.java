package io.millrace.engine.compile;

import io.millrace.engine.graph.Step;
import io.millrace.engine.stage.KeySpace;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Stateful;
import io.millrace.engine.stage.TimerTarget;
import io.millrace.engine.stage.Timers;

/**
 * State of one step: what its operator writes, and its pending timers.
 *
 * @param place    of the step
 * @param stepId   of the step
 * @param keys     keys of its timers
 * @param stateful its operator, or null if it keeps nothing but timers
 * @param target   its operator, or null if it sets no timers
 */
record StepState(int place, String stepId, KeySpace keys, Stateful stateful, TimerTarget target) {

    /** State of a step's operator, or null if it has none. */
    static StepState of(final Step step, final KeySpace keys, final Object operator) {
        final Stateful stateful = operator instanceof Stateful state ? state : null;
        final TimerTarget target = operator instanceof TimerTarget timed ? timed : null;
        return stateful == null && target == null
                ? null
                : new StepState(step.place(), step.id(), keys, stateful, target);
    }

    void reset() {
        if (stateful != null) {
            stateful.reset();
        }
    }

    void write(final Timers timers, final StateWriter out) {
        if (target != null) {
            timers.writeState(place, keys, out);
        }
        if (stateful != null) {
            stateful.writeState(out);
        }
    }

    void read(final Timers timers, final StateReader in) {
        // The timers stand first, because only the operator knows where its state ends; they are set last.
        final long[] pending = target == null ? new long[0] : Timers.readState(keys, in);
        if (stateful != null) {
            stateful.readState(in);
        }
        if (target != null) {
            timers.restore(place, pending, target);
        }
    }
}
