package io.millrace.engine.run;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.compile.CutListener;
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
final class Replica implements CutListener, AutoCloseable {
    private static final long REST_NANOS = TimeUnit.MICROSECONDS.toNanos(200);
    private static final long PATIENCE_MILLIS = 30_000;

    private final Supplier<Graph> definition;
    private final StageUnit unit;
    private final Snapshot start;
    private final OutputMarks marks;
    private final SnapshotWriter snapshots;
    private final Cuts cuts;
    private final RunConfig config;
    private final Health health;
    private final Thread thread;
    private StateWriter lastEqual = new StateWriter();

    /** Kept like {@link #lastEqual}: what is dropped outside the heap brings about a collection, for which all threads wait. */
    private StateWriter spare = new StateWriter();

    private long lastEqualSeq = -1;
    private long lastSeq = -1;
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
        this.definition = definition;
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
            lastEqualSeq = start.inputSeq();
            unit.writeState(lastEqual);
        }
        unit.onCut(this);
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
                    final long first = RecordLayout.inputSeq(reader.buffer(), reader.offset());
                    lastSeq = first + reader.count() - 1;
                    unit.driver().onBatch(reader.buffer(), reader.offset(), reader.length());
                } else if (last) {
                    compareAtEnd();
                    return;
                } else {
                    LockSupport.parkNanos(REST_NANOS);
                }
            }
        } catch (final Throwable e) {
            // Its own stage has wrapped it as a failure at the cut.
            health.fail(e.getCause() instanceof DivergenceException found ? found : e);
        } finally {
            cuts.written();
        }
    }

    @Override
    public void onCut(final StageUnit own, final long inputSeq, final long places, final int length) {
        final Map<String, OutputPlace> live = liveMarks(inputSeq);
        if (live != null) {
            final List<OutputPlace> outputs = requireEqual(live, inputSeq);
            write(inputSeq, outputs, new UnsafeBuffer(places, length));
        }
    }

    @Override
    public void onEnd(final StageUnit own) {
        // The live stages say so, when there is nothing more to read.
    }

    /** The journal has ended: if all inputs have, the live outputs are what they will be. */
    private void compareAtEnd() throws InterruptedException {
        final Map<String, OutputPlace> live = marks.await(OutputMarks.END);
        if (live != null) {
            requireEqual(live, lastSeq);
        }
    }

    private List<OutputPlace> requireEqual(final Map<String, OutputPlace> live, final long inputSeq) {
        final List<OutputPlace> outputs = OutputPlace.of(unit);
        for (final OutputPlace output : outputs) {
            if (!output.equals(live.get(output.stepId()))) {
                throw new DivergenceException(inputSeq, output, live.get(output.stepId()), search(inputSeq));
            }
        }
        return outputs;
    }

    private String search(final long inputSeq) {
        try {
            return config.stepSearch()
                    .search(
                            definition,
                            config.skips(),
                            config.replica(),
                            lastEqual.buffer(),
                            lastEqual.length(),
                            lastEqualSeq + 1,
                            inputSeq);
        } catch (final RuntimeException e) {
            return "The search for it failed: " + e.getMessage();
        }
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

    private void write(final long inputSeq, final List<OutputPlace> outputs, final UnsafeBuffer places) {
        final StateWriter state = spare.clear();
        unit.writeState(state);
        spare = lastEqual;
        lastEqual = state;
        lastEqualSeq = inputSeq;
        try {
            snapshots.write(inputSeq, places, outputs, List.of(state));
        } finally {
            cuts.written();
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
