package io.millrace.engine.compile;

import io.millrace.engine.graph.KeyKind;
import io.millrace.engine.graph.Step;
import io.millrace.engine.stage.KeySpace;
import io.millrace.engine.stage.PendingTimers;
import io.millrace.engine.stage.StateException;
import io.millrace.engine.stage.StatePart;
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
 * @param hasKeys  whether its items have keys
 * @param keys     keys of its timers
 * @param stateful its operator, or null if it keeps nothing but timers
 * @param target   its operator, or null if it sets no timers
 */
record StepState(int place, String stepId, boolean hasKeys, KeySpace keys, Stateful stateful, TimerTarget target) {

    /** State of a step's operator, or null if it has none. */
    static StepState of(final Step step, final KeySpace keys, final Object operator) {
        final Stateful stateful = operator instanceof Stateful state ? state : null;
        final TimerTarget target = operator instanceof TimerTarget timed ? timed : null;
        final boolean hasKeys = !step.inputs().isEmpty() && step.inputs().get(0).keys() != KeyKind.NONE;
        return stateful == null && target == null
                ? null
                : new StepState(step.place(), step.id(), hasKeys, keys, stateful, target);
    }

    int version() {
        return stateful == null ? Stateful.FIRST_VERSION : stateful.stateVersion();
    }

    void reset() {
        if (stateful != null) {
            stateful.reset();
        }
    }

    void write(final Timers timers, final StateWriter out) {
        // The timers stand first, because only the operator knows where its state ends.
        if (target != null) {
            new PendingTimers(timers, place, keys).write(out);
        }
        if (stateful != null) {
            stateful.writeState(out);
        }
    }

    /** Reads what a part wrote, as far as it belongs to this one. */
    void read(final Timers timers, final StateReader in, final StatePart from, final StatePart to) {
        if (in.version() > version()) {
            throw new StateException("the snapshot has the state of step '" + stepId + "' in version " + in.version()
                    + ", and this program knows versions up to " + version()
                    + ": run the program that wrote it, or a newer one");
        }
        if (from.parts() == to.parts()) {
            if (from.part() == to.part()) {
                readAll(timers, in);
            }
        } else if (hasKeys) {
            readAll(timers, in);
        } else {
            throw new StateException("the snapshot has the state of step '" + stepId + "' of " + from
                    + ", and it is to be read by " + to + ": its items have no keys by which it could be dealt; run it"
                    + " with as many parts as before");
        }
    }

    private void readAll(final Timers timers, final StateReader in) {
        final PendingTimers pending = new PendingTimers(timers, place, keys);
        if (target != null) {
            pending.read(in);
        }
        if (stateful != null) {
            stateful.readState(in);
        }
        if (in.hasMore()) {
            throw new StateException("the state of step '" + stepId + "', version " + in.version()
                    + ", goes on where the step has read all that it knows: it was written by another version of it");
        }
        // Set last: they find what they belong to.
        if (target != null) {
            pending.restore(target);
        }
    }
}
