package io.millrace.engine.run;

import io.millrace.engine.compile.Specializer;
import io.millrace.engine.compile.StageCompiler;
import io.millrace.engine.compile.StageUnit;
import io.millrace.engine.graph.Graph;
import io.millrace.engine.graph.Plan;
import io.millrace.engine.loop.Cuts;
import io.millrace.engine.loop.Health;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.engine.stage.StateWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A second copy of the flow that follows the journal on a thread of its own and takes the snapshots, so that the live stages
 * never stop for one. At each cut it compares what its outputs have given with what the live ones have: the proof, while it
 * runs, that a replay gives the same.
 *
 * <pre>
 *   live stages ──outputs: count, hash──▶ OutputMarks ──▶ equal? ──▶ SnapshotStore
 *        └─▶ journal ──▶ replica ──outputs, state────────────┘
 * </pre>
 *
 * <p>Thread: its own, of low priority, fused. Allocation: each snapshot. Deterministic: that is what it shows.
 */
final class Replica implements AutoCloseable {
    private static final long REST_NANOS = TimeUnit.MICROSECONDS.toNanos(200);
    private static final long PATIENCE_MILLIS = 30_000;

    private final StageUnit unit;
    private final Snapshot start;
    private final OutputMarks marks;
    private final SnapshotWriter snapshots;
    private final Cuts cuts;
    private final RunConfig config;
    private final Health health;
    private final Thread thread;
    private volatile boolean ending;

    @SuppressWarnings("ThreadPriorityCheck") // a hint only: whoever is live should have the processor first
    Replica(
            final Supplier<Graph> definition,
            final Snapshot start,
            final OutputMarks marks,
            final SnapshotWriter snapshots,
            final Cuts cuts,
            final RunConfig config,
            final Health health) {
        this.start = start;
        this.marks = marks;
        this.snapshots = snapshots;
        this.cuts = cuts;
        this.config = config;
        this.health = health;
        final Plan plan = definition.get().plan(true);
        this.unit = new StageCompiler(
                        plan,
                        plan.stages().get(0),
                        new DiscardingEnvironment(0, true, config.skips()),
                        new Specializer(config.specialize()))
                .compile();
        if (start != null) {
            start.restore(unit);
        }
        unit.onCut(this::onCut);
        this.thread = new Thread(this::run, "millrace-replica");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try (InputLogReader reader = config.replica().apply(start == null ? 0 : start.inputSeq() + 1)) {
            while (!health.failed()) {
                // Read first: what was journaled before the end can be read after it.
                final boolean last = ending;
                if (reader.next()) {
                    unit.driver().onBatch(reader.buffer(), reader.offset(), reader.length());
                } else if (last) {
                    return;
                } else {
                    LockSupport.parkNanos(REST_NANOS);
                }
            }
        } catch (final Throwable e) {
            health.fail(e);
        } finally {
            cuts.written();
        }
    }

    private void onCut(final StageUnit own, final long inputSeq, final long places, final int length) {
        final Map<String, OutputPlace> live = liveMarks(inputSeq);
        if (live == null) {
            return;
        }
        final List<OutputPlace> outputs = OutputPlace.of(own);
        for (final OutputPlace output : outputs) {
            if (!output.equals(live.get(output.stepId()))) {
                throw new DivergenceException(inputSeq, output, live.get(output.stepId()));
            }
        }
        final StateWriter state = new StateWriter();
        own.writeState(state);
        snapshots.write(inputSeq, new UnsafeBuffer(places, length), outputs, List.of(state));
    }

    /** Waits for the live stages, which are seldom behind. */
    private Map<String, OutputPlace> liveMarks(final long inputSeq) {
        try {
            Map<String, OutputPlace> live = marks.await(inputSeq);
            while (live == null && !health.failed()) {
                live = marks.await(inputSeq);
            }
            return live;
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    /** Lets it come to the end of the journal, which nobody writes to any more. */
    @Override
    public void close() {
        ending = true;
        snapshots.end();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            config.reporter()
                    .accept("the replica did not come to the end of the journal within " + PATIENCE_MILLIS / 1000
                            + " s: the next start goes on from an earlier snapshot");
        }
    }
}
