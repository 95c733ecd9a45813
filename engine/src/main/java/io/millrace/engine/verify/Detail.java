package io.millrace.engine.verify;

import io.millrace.engine.compile.Tap;

/** How closely copies of a flow are looked at. */
public enum Detail {
    /** What leaves the flow: costs little. */
    OUTLETS,
    /** What goes into and comes out of every step. */
    STEPS,
    /** The same, and kept as text from checkpoint to checkpoint. */
    SHOWN;

    boolean wants(final Tap tap) {
        if (this == OUTLETS) {
            return tap.step().outlet() && tap.kind() == Tap.Kind.IN;
        }
        return tap.kind().isInput() || tap.kind() == Tap.Kind.OUT;
    }
}
