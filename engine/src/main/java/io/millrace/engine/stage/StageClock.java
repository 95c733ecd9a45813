package io.millrace.engine.stage;

/**
 * Stage time: the largest {@code ingestTime} of the records processed so far; inside a timer, that timer's deadline. The
 * only clock that an operator has. Epoch nanoseconds.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: yes.
 */
public final class StageClock {
    /** Stage time before the first record. */
    public static final long BEFORE_ALL = Long.MIN_VALUE;

    private long now = BEFORE_ALL;

    public long now() {
        return now;
    }

    /** Goes on to a time, unless it is already later. Driver only. */
    public void advanceTo(final long time) {
        now = Math.max(now, time);
    }

    /** Driver only. */
    public void set(final long time) {
        now = time;
    }
}
