package io.millrace.app.doctor.machine;

import io.millrace.app.doctor.finding.Check;
import io.millrace.app.doctor.finding.Finding;
import io.millrace.app.doctor.finding.Measured;
import java.util.List;

/** Whether there are processors for the busy threads of each layout, and one for the system. */
public final class LayoutCheck implements Check {
    private static final String FUSED = "layout fused";
    private static final String THREADED = "layout threaded";

    /** The ingress and one stage: what has a thread for each stage has no fewer. */
    private static final int FEWEST_THREADS = 2;

    private final int processors;

    /**
     * @param processors that this JVM may use
     */
    public LayoutCheck(final int processors) {
        this.processors = processors;
    }

    @Override
    public List<Finding> look() {
        return List.of(fused(), threaded());
    }

    private Finding fused() {
        if (processors > 1) {
            return Finding.ok(FUSED, "1 busy thread, " + processors + " processors");
        }
        return Finding.better(FUSED, "1 busy thread on the only processor, none left for the system")
                .costing(Measured.NOT + " with one processor; " + Measured.NO_SPARE_CORE)
                .changedBy("give it a second processor");
    }

    private Finding threaded() {
        final String needed = "a busy thread for the ingress, for each stage, and for each part of it";
        if (processors > FEWEST_THREADS) {
            return Finding.ok(THREADED, needed + ": up to " + (processors - 1) + " on " + processors + " processors");
        }
        return Finding.better(
                        THREADED,
                        FEWEST_THREADS + " or more (" + needed + ") on " + processors + " processor"
                                + (processors == 1 ? "" : "s"))
                .costing(Measured.NO_SPARE_CORE, Measured.ONE_THREAD_TOO_MANY)
                .changedBy("run with --layout fused, or on a machine with a processor more than busy threads");
    }
}
