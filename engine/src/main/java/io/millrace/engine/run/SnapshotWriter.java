package io.millrace.engine.run;

import io.millrace.engine.compile.StageUnit;
import io.millrace.engine.spi.InputLog;
import io.millrace.engine.spi.SnapshotStore;
import io.millrace.engine.stage.CountedOutput;
import io.millrace.engine.stage.OutputTerms;
import io.millrace.engine.stage.StateWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.agrona.DirectBuffer;

/**
 * Gives whole snapshots to the store, but not before their record is as durable as the journal promises: a snapshot is never
 * ahead of its journal. Then it says from which record on the journal is still needed: from the oldest snapshot that is kept,
 * or from an older one, as long as a sink could lose items that were given before that.
 *
 * <p>Thread: stages call {@link #settle}, one other thread {@link #write}. Allocation: each snapshot.
 */
final class SnapshotWriter {
    private static final long REST_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private record Written(long inputSeq, List<OutputPlace> outputs) {}

    private final String flow;
    private final SnapshotStore store;
    private final OutputTerms terms;
    private final Consumer<String> reporter;
    private final LongConsumer onSnapshot;
    private final Map<String, Long> settled = new HashMap<>();
    private final Deque<Written> written = new ArrayDeque<>();
    private final StateWriter whole = new StateWriter();
    private long safeSeq;
    private volatile boolean ending;

    /** @param start where the run begins, which no sink is behind; null for the first record */
    SnapshotWriter(final String flow, final Snapshot start, final OutputTerms terms, final RunConfig config) {
        this.flow = flow;
        this.store = config.snapshots();
        this.terms = terms;
        this.reporter = config.reporter();
        this.onSnapshot = config.onSnapshot();
        this.safeSeq = start == null ? 0 : start.inputSeq();
    }

    /** Lets out what may leave a stage that has come to a cut, and remembers what of it can't be lost any more. */
    void settle(final StageUnit unit) {
        final boolean toDisk = terms.log().survivesPowerLoss();
        for (final CountedOutput output : unit.outputs()) {
            final long count = output.settle(toDisk);
            synchronized (settled) {
                settled.put(output.stepId(), count);
            }
        }
    }

    /** Writes a snapshot, or reports why it can't be. */
    void write(
            final long inputSeq,
            final DirectBuffer places,
            final List<OutputPlace> outputs,
            final List<StateWriter> stages) {
        try {
            if (isDurable(inputSeq)) {
                Snapshot.write(whole, flow, inputSeq, places, outputs, stages);
                store.write(inputSeq, whole.buffer(), whole.length());
                onSnapshot.accept(neededFrom(new Written(inputSeq, outputs)));
            } else {
                reporter.accept("no snapshot was taken at record " + inputSeq
                        + ": the journal ended before that record was durable");
            }
        } catch (final RuntimeException e) {
            reporter.accept("no snapshot was taken at record " + inputSeq + ": " + e.getMessage());
        }
    }

    private boolean isDurable(final long inputSeq) {
        final InputLog log = terms.log();
        boolean last = false;
        while (log.syncedSeq() < inputSeq) {
            if (last) {
                return false;
            }
            // Read first: what is durable at the end can be seen after it.
            last = ending;
            LockSupport.parkNanos(REST_NANOS);
        }
        return true;
    }

    private long neededFrom(final Written newest) {
        written.add(newest);
        while (!written.isEmpty() && isSafe(written.peek())) {
            safeSeq = written.remove().inputSeq();
        }
        final long[] kept = store.list();
        return kept.length == 0 ? safeSeq : Math.min(safeSeq, kept[kept.length - 1]);
    }

    private boolean isSafe(final Written snapshot) {
        synchronized (settled) {
            return snapshot.outputs().stream()
                    .allMatch(output -> settled.getOrDefault(output.stepId(), 0L) >= output.count());
        }
    }

    /** The journal is closed: what is not durable now never will be. */
    void end() {
        ending = true;
    }
}
