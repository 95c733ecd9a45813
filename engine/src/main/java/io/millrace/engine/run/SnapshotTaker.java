package io.millrace.engine.run;

import io.millrace.engine.compile.CutListener;
import io.millrace.engine.compile.StageUnit;
import io.millrace.engine.loop.Cuts;
import io.millrace.engine.spi.SnapshotStore;
import io.millrace.engine.stage.CountedOutput;
import io.millrace.engine.stage.OutputTerms;
import io.millrace.engine.stage.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
 * <p>Thread: stages call {@link #onCut}. Allocation: each snapshot. Deterministic: the bytes are.
 */
final class SnapshotTaker implements CutListener, AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private static final class Cut {
        private final List<StateWriter> states = new ArrayList<>();
        private final List<OutputPlace> outputs = new ArrayList<>();
    }

    private final String flow;
    private final int stages;
    private final SnapshotStore store;
    private final OutputTerms terms;
    private final Cuts cuts;
    private final Consumer<String> reporter;
    private final Map<Long, Cut> pending = new TreeMap<>();
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
            final String flow,
            final int stages,
            final SnapshotStore store,
            final OutputTerms terms,
            final Cuts cuts,
            final Consumer<String> reporter) {
        this.flow = flow;
        this.stages = stages;
        this.store = store;
        this.terms = terms;
        this.cuts = cuts;
        this.reporter = reporter;
    }

    @Override
    public void onCut(final StageUnit unit, final long inputSeq, final long places, final int length) {
        if (!terms.isLive()) {
            // An earlier run's cut: the snapshot was taken then, or the next one will do.
            return;
        }
        if (terms.log().survivesPowerLoss()) {
            unit.outputs().forEach(CountedOutput::sync);
        }
        final StateWriter state = new StateWriter();
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
            final StateWriter whole = Snapshot.write(flow, inputSeq, places, cut.outputs, cut.states);
            store.write(inputSeq, whole.buffer(), whole.length());
        } catch (final RuntimeException e) {
            reporter.accept("no snapshot was taken at record " + inputSeq + ": " + e.getMessage());
        } finally {
            cuts.written();
        }
    }

    /** Waits until what was begun is written. */
    @Override
    public void close() {
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
