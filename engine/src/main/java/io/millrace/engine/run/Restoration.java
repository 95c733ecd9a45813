package io.millrace.engine.run;

import io.millrace.engine.compile.StageUnit;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.engine.spi.NotJournaledException;
import io.millrace.engine.spi.ResumableLog;
import io.millrace.engine.spi.SnapshotStore;
import io.millrace.engine.stage.CountedOutput;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Finds the snapshot that a run goes on from: the newest that can be read, and that no sink is behind.
 *
 * <p>Thread: the one that makes the run. Allocation: yes.
 */
final class Restoration {
    private final ResumableLog log;
    private final String flow;
    private final RunConfig config;
    private final Consumer<String> reporter;

    Restoration(final ResumableLog log, final String flow, final RunConfig config) {
        this.log = log;
        this.flow = flow;
        this.config = config;
        this.reporter = config.reporter();
    }

    /**
     * The snapshot to begin with, or null to begin with the first record.
     *
     * @throws ConnectorException if it has state of steps that the flow has not, or is ahead of the log, and that is not
     *     accepted
     */
    Snapshot choose(final List<StageUnit> units) {
        final SnapshotStore store = config.snapshots();
        for (final long inputSeq : store.list()) {
            final Snapshot snapshot = read(store, inputSeq);
            if (snapshot != null && isOfLog(snapshot) && isUsable(snapshot, units)) {
                requireSameSteps(snapshot, units);
                return snapshot;
            }
        }
        return null;
    }

    private Snapshot read(final SnapshotStore store, final long inputSeq) {
        try {
            return new Snapshot(store.read(inputSeq), flow);
        } catch (final ConnectorException e) {
            reporter.accept("the snapshot of record " + inputSeq + " is passed over: " + e.getMessage());
            return null;
        }
    }

    /** Whether the log has the very record that the snapshot was taken at. */
    private boolean isOfLog(final Snapshot snapshot) {
        try (InputLogReader reader = log.read(snapshot.inputSeq())) {
            if (reader.next() && snapshot.isOf(reader.buffer(), reader.offset())) {
                return true;
            }
        } catch (final ConnectorException e) {
            if (!log.acceptsLoss() && !(e instanceof NotJournaledException)) {
                throw e;
            }
        }
        if (!log.acceptsLoss()) {
            throw new ConnectorException(
                    "the snapshot of record " + snapshot.inputSeq() + " is ahead of the journal, which"
                            + " does not hold that record: the journal has lost its end, probably with the power of the machine,"
                            + " or the snapshot is another's. To go on without what was lost, accept the loss (--accept-loss): an earlier"
                            + " snapshot is taken then.");
        }
        log.lossTaken();
        reporter.accept(
                "the snapshot of record " + snapshot.inputSeq() + " is passed over: it is ahead of the journal");
        return false;
    }

    private boolean isUsable(final Snapshot snapshot, final List<StageUnit> units) {
        final CountedOutput behind = snapshot.behind(units);
        if (behind != null) {
            reporter.accept("the snapshot of record " + snapshot.inputSeq() + " is passed over: output '"
                    + behind.stepId() + "' holds only " + behind.held()
                    + " items, fewer than were given by then; the missing ones come again from the journal");
        }
        return behind == null;
    }

    private void requireSameSteps(final Snapshot snapshot, final List<StageUnit> units) {
        final Set<String> known = snapshot.steps();
        final Set<String> gone = new TreeSet<>(known);
        final Set<String> fresh = new TreeSet<>();
        for (final StageUnit unit : units) {
            for (final String step : unit.stateIds()) {
                if (!known.contains(step)) {
                    fresh.add(step);
                }
                gone.remove(step);
            }
        }
        if (gone.isEmpty() && fresh.isEmpty()) {
            return;
        }
        final String what = "the snapshot of record " + snapshot.inputSeq() + " has state of steps " + gone
                + " that flow '" + flow + "' has not, and none of steps " + fresh + " that it has";
        if (!config.acceptsOtherSteps()) {
            throw new ConnectorException(
                    what + ": were steps renamed or removed? Use the version of the flow that wrote"
                            + " it, replay the journal with the new one into new outputs, or accept other steps (--accept-other-steps): then what"
                            + " nobody knows is dropped, and new steps begin empty.");
        }
        reporter.accept(what + ": the former is dropped, the latter begin empty, as was asked for");
    }
}
