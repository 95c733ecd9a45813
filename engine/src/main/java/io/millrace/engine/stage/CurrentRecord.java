package io.millrace.engine.stage;

/**
 * Which record a stage is working on.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: yes.
 */
public final class CurrentRecord {
    /** No record: a timer has fired, or input has ended. */
    public static final long NONE = -1;

    private long inputSeq = NONE;

    /** Number of the record that the item comes from, or {@link #NONE}. */
    public long inputSeq() {
        return inputSeq;
    }

    /** Driver only. */
    public void set(final long seq) {
        inputSeq = seq;
    }
}
