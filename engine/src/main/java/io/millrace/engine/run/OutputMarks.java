package io.millrace.engine.run;

import io.millrace.engine.compile.CutListener;
import io.millrace.engine.compile.StageUnit;
import io.millrace.engine.stage.OutputTerms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * How far the outputs of the live stages had come at each cut, for the replica to compare with its own.
 *
 * <p>Thread: stages put, the replica takes. Allocation: each cut. Deterministic: yes.
 */
final class OutputMarks implements CutListener {
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** In place of a cut: the end of all inputs. */
    static final long END = Long.MAX_VALUE;

    private final int stages;
    private final OutputTerms terms;
    private final SnapshotWriter snapshots;
    private final Map<Long, List<List<OutputPlace>>> byCut = new HashMap<>();
    private long asked = -1;

    /** @param stages stages and parts that come to each cut */
    OutputMarks(final int stages, final OutputTerms terms, final SnapshotWriter snapshots) {
        this.stages = stages;
        this.terms = terms;
        this.snapshots = snapshots;
    }

    @Override
    public void onCut(final StageUnit unit, final long inputSeq, final long places, final int length) {
        if (terms.isLive()) {
            snapshots.settle(unit);
        }
        put(unit, inputSeq);
    }

    private synchronized void put(final StageUnit unit, final long inputSeq) {
        if (inputSeq > asked) {
            byCut.computeIfAbsent(inputSeq, seq -> new ArrayList<>()).add(OutputPlace.of(unit));
            notifyAll();
        }
    }

    @Override
    public void onEnd(final StageUnit unit) {
        put(unit, END);
    }

    /**
     * Waits a little for the marks of a cut, and forgets earlier ones.
     *
     * @return by step, or null if not all stages have come to it yet
     */
    synchronized Map<String, OutputPlace> await(final long inputSeq) throws InterruptedException {
        byCut.keySet().removeIf(seq -> seq < inputSeq);
        final long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (!isComplete(inputSeq)) {
            final long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                return null;
            }
            wait(left);
        }
        final Map<String, OutputPlace> places = new HashMap<>();
        byCut.remove(inputSeq).forEach(stage -> stage.forEach(output -> places.put(output.stepId(), output)));
        asked = inputSeq;
        return places;
    }

    private boolean isComplete(final long inputSeq) {
        return byCut.getOrDefault(inputSeq, List.of()).size() == stages;
    }
}
