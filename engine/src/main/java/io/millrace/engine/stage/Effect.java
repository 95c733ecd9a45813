package io.millrace.engine.stage;

import io.millrace.engine.channel.Stamp;

/**
 * What a stage is working on: the stamp of the record, cell or timer, and how many items it has sent to other stages for
 * it.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: yes.
 */
public final class Effect {
    private Stamp stamp = new Stamp();
    private int emitted;

    /** Starts on something; the stamp must stay as it is until the next start. */
    public void begin(final Stamp cause) {
        stamp = cause;
        emitted = 0;
    }

    public Stamp stamp() {
        return stamp;
    }

    /** Ordinal of the next item that is sent. */
    public int nextOrdinal() {
        return emitted++;
    }
}
