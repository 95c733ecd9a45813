package io.millrace.engine.run;

import io.millrace.engine.compile.CutListener;
import io.millrace.engine.compile.StageUnit;
import io.millrace.engine.loop.Cuts;
import io.millrace.engine.stage.OutputTerms;
import io.millrace.engine.stage.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Snapshots inline: each stage writes its state into memory when it comes to the cut, and when the last one has, a thread of
 * its own writes the whole to the store.
 *
 * <pre>
 *   stage A ──cut 90──▶ state ─┐
 *   stage B ──cut 90──▶ state ─┴▶ complete ──▶ thread ──▶ SnapshotStore
 * </pre>
 *
 * <p>The memory for it is kept from snapshot to snapshot: new memory would have to be cleared, grown and copied while the
 * stage waits, and what is dropped outside the heap brings about a collection, for which all threads wait.
 *
 * <p>Thread: stages call {@link #onCut}. Allocation: each snapshot. Deterministic: the bytes are.
 */
final class SnapshotTaker implements CutListener, AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private static final class Cut {
        private final List<StateWriter> states = new ArrayList<>();
        private final List<OutputPlace> outputs = new ArrayList<>();
    }

    private final int stages;
    private final OutputTerms terms;
    private final SnapshotWriter snapshots;
    private final Cuts cuts;
    private final Consumer<String> reporter;
    private final Map<Long, Cut> pending = new TreeMap<>();
    private final Queue<StateWriter> free = new ConcurrentLinkedQueue<>();
    private final ExecutorService writer = Executors.newSingleThreadExecutor(work -> {
        final Thread thread = new Thread(work, "millrace-snapshots");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param stages   stages and parts that come to each cut
     * @param reporter hears of snapshots that could not be written
     */
    SnapshotTaker(
            final int stages,
            final OutputTerms terms,
            final SnapshotWriter snapshots,
            final Cuts cuts,
            final Consumer<String> reporter) {
        this.stages = stages;
        this.terms = terms;
        this.snapshots = snapshots;
        this.cuts = cuts;
        this.reporter = reporter;
    }

    @Override
    public void onCut(final StageUnit unit, final long inputSeq, final long places, final int length) {
        if (!terms.isLive()) {
            // An earlier run's cut: the snapshot was taken then, or the next one will do.
            return;
        }
        snapshots.settle(unit);
        final StateWriter known = free.poll();
        final StateWriter state = known == null ? new StateWriter() : known.clear();
        unit.writeState(state);
        final UnsafeBuffer copy = new UnsafeBuffer(new byte[length]);
        copy.putBytes(0, new UnsafeBuffer(places, length), 0, length);
        add(inputSeq, state, OutputPlace.of(unit), copy);
    }

    @Override
    public void onEnd(final StageUnit unit) {
        // Nothing goes on behind the end.
    }

    private synchronized void add(
            final long inputSeq, final StateWriter state, final List<OutputPlace> outputs, final UnsafeBuffer places) {
        final Cut cut = pending.computeIfAbsent(inputSeq, seq -> new Cut());
        cut.states.add(state);
        cut.outputs.addAll(outputs);
        if (cut.states.size() == stages) {
            pending.remove(inputSeq);
            writer.execute(() -> write(inputSeq, cut, places));
        }
    }

    private void write(final long inputSeq, final Cut cut, final UnsafeBuffer places) {
        try {
            snapshots.write(inputSeq, places, cut.outputs, cut.states);
        } finally {
            free.addAll(cut.states);
            cuts.written();
        }
    }

    /** Waits until what was begun is written. */
    @Override
    public void close() {
        snapshots.end();
        writer.shutdown();
        try {
            if (!writer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                reporter.accept("a snapshot was not written within " + PATIENCE_SECONDS
                        + " s and is given up: the next start goes on from the one before");
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
