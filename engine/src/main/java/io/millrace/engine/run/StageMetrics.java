package io.millrace.engine.run;

import io.millrace.engine.stage.Timers;
import org.HdrHistogram.SingleWriterRecorder;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * What a stage tells about itself, once per turn of its loop: how much it has done, when its next timer is due, and, where
 * that is measured, how old the records were when their effects had ended.
 */
final class StageMetrics {
    private static final long MAX_DELAY_NANOS = 60_000_000_000L;

    private final AtomicCounter effects;
    private final AtomicCounter nextDeadline;
    private final EpochNanoClock clock;
    private final SingleWriterRecorder delays;

    /** @param delays takes nanoseconds, or null if they are not measured */
    StageMetrics(
            final AtomicCounter effects,
            final AtomicCounter nextDeadline,
            final EpochNanoClock clock,
            final SingleWriterRecorder delays) {
        this.effects = effects;
        this.nextDeadline = nextDeadline;
        this.clock = clock;
        this.delays = delays;
        nextDeadline.setRelease(Timers.NEVER);
    }

    /** Recorder for delays from the ingress to the end of a record's effects. */
    static SingleWriterRecorder delayRecorder() {
        return new SingleWriterRecorder(MAX_DELAY_NANOS, 3);
    }

    void update(final int work, final long deadline, final long stageTime) {
        if (work > 0) {
            effects.getAndAddRelease(work);
            if (delays != null) {
                final long delay = clock.nanoTime() - stageTime;
                delays.recordValue(Math.max(0, Math.min(delay, MAX_DELAY_NANOS)));
            }
        }
        if (nextDeadline.getPlain() != deadline) {
            nextDeadline.setRelease(deadline);
        }
    }

    long nextDeadline() {
        return nextDeadline.get();
    }
}
