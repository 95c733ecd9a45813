package io.millrace.engine.spi;

import io.millrace.engine.loop.Inlet;

/**
 * A source that brings its own time: a capture, a file of records. Several of them are merged by time, then by order in
 * the flow; they can't be mixed with live sources.
 */
public interface TimedSource extends Source {
    /** {@link #headTime()} when the next frame is not known yet. */
    long WAITING = Long.MIN_VALUE;

    /** Time of the next frame in epoch nanoseconds, or {@link #WAITING}; not asked for once the source has ended. */
    long headTime();

    /** Gives the next frame, and no more than that, with its time. */
    @Override
    int poll(Inlet inlet);
}
