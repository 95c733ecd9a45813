package io.millrace.app.run;

import java.time.Duration;

/** Ends a run after some time, if a time was named. */
public final class TimeLimit implements Watch {
    private final long nanos;
    private final Watch watch;

    /**
     * @param duration how long the run goes on, or null for as long as its input comes
     * @param watch    looks on meanwhile
     */
    public TimeLimit(final Duration duration, final Watch watch) {
        this.nanos = duration == null ? Long.MAX_VALUE : duration.toNanos();
        this.watch = watch;
    }

    @Override
    public boolean look(final RunView run) {
        return watch.look(run) && run.elapsedNanos() < nanos;
    }
}
