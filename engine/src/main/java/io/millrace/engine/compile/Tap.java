package io.millrace.engine.compile;

import io.millrace.engine.graph.KeyKind;
import io.millrace.engine.graph.Step;
import io.millrace.engine.item.Codec;
import io.millrace.engine.stage.CurrentRecord;
import io.millrace.engine.stage.KeySpace;
import io.millrace.engine.stage.StageClock;

/**
 * A place of a stage that can be observed.
 *
 * @param step   whose place it is
 * @param kind   what passes there
 * @param index  which of the step's inputs or outputs it is
 * @param codec  type of the items, or null if it is not known
 * @param keyKind what the keys are
 * @param keys   how the keys are to be understood
 * @param part   part of the stage, from 0
 * @param clock  stage time
 * @param record which record is worked on
 */
public record Tap(
        Step step,
        Kind kind,
        int index,
        Codec<?> codec,
        KeyKind keyKind,
        KeySpace keys,
        int part,
        StageClock clock,
        CurrentRecord record) {

    /** What passes. */
    public enum Kind {
        /** An item that the step is given. */
        IN,
        /** An answer to a request of the step, as its record has it: eight bytes of the request's number, then the item. */
        ANSWER,
        /** A timer of the step fires. */
        TIMER,
        /** All input has ended. */
        END,
        /** An item that the step gives. */
        OUT;

        /** Whether the step is given something from outside; its timers are its own. */
        public boolean isInput() {
            return this == IN || this == ANSWER;
        }
    }

    /** Whether what passes has keys. */
    public boolean hasKeys() {
        return keyKind != KeyKind.NONE;
    }

    /** What the place is called within the step; empty if there is only one of its kind. */
    public String name() {
        return switch (kind) {
            case IN ->
                step.inputs().size() > 1 ? step.inputs().get(index).step().id() : "";
            case OUT -> step.outputs().size() > 1 ? step.outputs().get(index).name() : "";
            case ANSWER, TIMER, END -> "";
        };
    }
}
