package io.millrace.engine.run;

import io.millrace.engine.compile.StageUnit;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.stage.RequestPort;

/** What stands between one stage and the outside: shut during warm-up, and for requests until the stage is live. */
final class StageGates {
    private final OutputGate warmUp;
    private final OutputGate live;

    /**
     * @param warmsUp whether there is a warm-up
     * @param resumes whether the stage first works on what was journaled
     */
    StageGates(final boolean warmsUp, final boolean resumes) {
        warmUp = warmsUp ? new OutputGate() : null;
        live = resumes ? new OutputGate() : null;
    }

    <T> Sink<T> guard(final Sink<T> sink) {
        return warmUp == null ? sink : warmUp.guard(sink);
    }

    RequestPort guard(final RequestPort port) {
        final RequestPort outer = live == null ? port : live.guard(port);
        return warmUp == null ? outer : warmUp.guard(outer);
    }

    /**
     * Shuts what has to be shut, until the stage itself opens it, on its own thread.
     *
     * @param restore brings the stage to where it begins
     * @param onLive  called when the stage is live
     */
    void attach(final StageUnit unit, final Runnable restore, final Runnable onLive) {
        if (warmUp == null) {
            restore.run();
        } else {
            warmUp.set(false);
            unit.onReset(() -> {
                restore.run();
                warmUp.set(true);
            });
        }
        if (live != null) {
            live.set(false);
        }
        unit.onLive(() -> {
            if (live != null) {
                live.set(true);
            }
            onLive.run();
        });
    }
}
