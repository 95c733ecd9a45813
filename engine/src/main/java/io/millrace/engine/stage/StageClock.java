package io.millrace.engine.stage;

/**
 * Stage time: the largest {@code ingestTime} of the records processed so far; inside a timer, that timer's deadline. The
 * only clock that an operator has. Epoch nanoseconds.
 *
 * <p>Beside it goes running time: stage time less all the time that the process was down. It stands still while the process
 * is down, so that downtime makes nothing late. What is told by times that items carry goes by it.
 *
 * <pre>
 *   stage time    ├────────── 10 ┤     down 5     ├ 15 ─────────▶ 20
 *   running time  ├────────── 10 ┼────────────────┼ 10 ─────────▶ 15
 * </pre>
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: yes.
 */
public final class StageClock {
    /** Stage time before the first record. */
    public static final long BEFORE_ALL = Long.MIN_VALUE;

    private long now = BEFORE_ALL;
    private long downtime;

    /** Running time when the process was down last: it goes on from there. */
    private long resumedAt = BEFORE_ALL;

    public long now() {
        return now;
    }

    /** Stage time less the time that the process was down. Only asked for behind the first record. */
    public long running() {
        return Math.max(now - downtime, resumedAt);
    }

    /** Nanoseconds that the process was down so far. A running time and this are the stage time at which it comes. */
    public long downtime() {
        return downtime;
    }

    /** Goes on to a time, unless it is already later. Driver only. */
    public void advanceTo(final long time) {
        now = Math.max(now, time);
    }

    /** Driver only. */
    public void set(final long time) {
        now = time;
    }

    /** The process was down, from now on, for a time that is not negative. Driver only. */
    public void resume(final long gapNanos) {
        if (now != BEFORE_ALL) {
            resumedAt = running();
        }
        downtime += gapNanos;
    }

    /** Back to before all. Driver only. */
    public void reset() {
        now = BEFORE_ALL;
        downtime = 0;
        resumedAt = BEFORE_ALL;
    }

    /** Writes its times. */
    public void writeState(final StateWriter out) {
        out.putLong(now).putLong(downtime).putLong(resumedAt);
    }

    /** Reads what the clock of any stage wrote at the same place of the input: the latest that any of them knows. */
    public void readState(final StateReader in) {
        now = Math.max(now, in.takeLong());
        downtime = Math.max(downtime, in.takeLong());
        resumedAt = Math.max(resumedAt, in.takeLong());
    }
}
