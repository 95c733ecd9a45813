package io.millrace.engine.run;

import io.millrace.engine.compile.CutListener;
import io.millrace.engine.compile.StageUnit;
import io.millrace.engine.graph.Graph;
import io.millrace.engine.graph.Plan;
import io.millrace.engine.loop.Cuts;
import io.millrace.engine.loop.Health;
import io.millrace.engine.spi.SnapshotStore;
import io.millrace.engine.stage.OutputTerms;
import java.util.List;
import java.util.function.Supplier;
import org.agrona.concurrent.SystemNanoClock;

/**
 * Has snapshots taken of a live flow: inline, by the stages themselves, or by a replica.
 *
 * <p>Thread: the one that makes the run.
 */
final class Snapshots implements AutoCloseable {
    private final Cuts cuts;
    private final CutListener listener;
    private final SnapshotTaker taker;
    private final Replica replica;

    private Snapshots(final Cuts cuts, final CutListener listener, final SnapshotTaker taker, final Replica replica) {
        this.cuts = cuts;
        this.listener = listener;
        this.taker = taker;
        this.replica = replica;
    }

    /** None: the store is {@link SnapshotStore#NONE}. */
    static Snapshots none() {
        return new Snapshots(null, CutListener.NONE, null, null);
    }

    /**
     * Snapshots of a flow.
     *
     * @param units all its stages and parts
     * @param start where they begin, or null for the first record
     */
    static Snapshots of(
            final Supplier<Graph> definition,
            final Plan plan,
            final List<StageUnit> units,
            final Snapshot start,
            final OutputTerms terms,
            final RunConfig config,
            final Health health) {
        if (config.snapshots() == SnapshotStore.NONE) {
            return none();
        }
        final String flow = plan.graph().name();
        final Cuts cuts = new Cuts(config.snapshotEvery(), SystemNanoClock.INSTANCE);
        final SnapshotWriter writer = new SnapshotWriter(flow, start, terms, config);
        if (config.replica() == null) {
            final SnapshotTaker taker = new SnapshotTaker(units.size(), terms, writer, cuts, config.reporter());
            return new Snapshots(cuts, taker, taker, null);
        }
        final OutputMarks marks = new OutputMarks(units.size(), terms, writer);
        return new Snapshots(cuts, marks, null, new Replica(definition, start, marks, writer, cuts, config, health));
    }

    /** When snapshots are due, or null. */
    Cuts cuts() {
        return cuts;
    }

    /** Is told by the stages of cuts. */
    CutListener listener() {
        return listener;
    }

    /** Starts the replica, if there is one. */
    void start() {
        if (replica != null) {
            replica.start();
        }
    }

    /** Asks for one as soon as can be. */
    void request() {
        if (cuts != null) {
            cuts.request();
        }
    }

    /** Waits until what was begun is written; all stages have ended. */
    @Override
    public void close() {
        if (taker != null) {
            taker.close();
        }
        if (replica != null) {
            replica.close();
        }
    }
}
