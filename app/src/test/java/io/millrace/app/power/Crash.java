package io.millrace.app.power;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.run.Layout;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.SnapshotStore;
import io.millrace.journal.model.Durability;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.agrona.DirectBuffer;

/**
 * A run that is cut off, and what was in its files at some moments. At each of them a cut has gone through all stages, so
 * that nothing moves; at the third it becomes no snapshot.
 *
 * <pre>
 *   number   300        500             700              900
 *            snapshot   snapshot        no snapshot      snapshot
 *            roll       outputs: older  outputs: synced  outputs, snapshots: newest
 *                                       journal: synced  journal: written
 * </pre>
 */
final class Crash {
    private static final int[] MOMENTS = {300, 500, 700, 900};
    private static final int WITHOUT_SNAPSHOT = 2;

    private final PowerRun run;
    private final AtomicInteger moments = new AtomicInteger();
    private volatile boolean asked;
    private volatile boolean answered;

    private Tree journal;
    private Tree syncedJournal;
    private long synced;
    private Tree snapshots;
    private Tree laterSnapshots;
    private final Tree[] outputs = new Tree[MOMENTS.length];

    private Crash(final PowerRun run) {
        this.run = run;
    }

    private static final class CutOff extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Lets a run come to its end by force. */
    static Crash of(final Path root, final Layout layout, final Durability durability) throws InterruptedException {
        return of(root, layout, durability, PowerFlow.Kind.ALL);
    }

    /** Lets a run come to its end by force. */
    static Crash of(final Path root, final Layout layout, final Durability durability, final PowerFlow.Kind kind)
            throws InterruptedException {
        final Crash crash = new Crash(new PowerRun(root, layout, durability, kind));
        assertThat(crash.run.begin(crash::mayCome, crash::watch)).isInstanceOf(CutOff.class);
        return crash;
    }

    private SnapshotStore watch(final SnapshotStore store) {
        return new Watched(store);
    }

    /** On the ingress thread. */
    private boolean mayCome(final int number) {
        final int moment = moments.get();
        if (moment == MOMENTS.length || number < MOMENTS[moment]) {
            return true;
        }
        if (!asked) {
            asked = true;
            run.running().requestSnapshot();
        }
        if (!answered) {
            return false;
        }
        look();
        run.roll();
        asked = false;
        answered = false;
        if (moments.incrementAndGet() == MOMENTS.length) {
            throw new CutOff();
        }
        return true;
    }

    private void look() {
        final int moment = moments.get();
        outputs[moment] = Tree.of(run.out());
        final Tree all = Tree.of(run.journal());
        if (moment == WITHOUT_SNAPSHOT) {
            synced = run.log().syncedSeq() + 1;
            syncedJournal = all;
            snapshots = all.below(Ruins.SNAPSHOTS);
        } else if (moment == MOMENTS.length - 1) {
            laterSnapshots = all.below(Ruins.SNAPSHOTS);
            journal = all;
        }
    }

    /** The journal with all of its files at the end. */
    Tree journal() {
        return journal;
    }

    /** One past the last record that is on the modelled disk in any case. */
    long synced() {
        return synced;
    }

    /** The journal when that was the last record. */
    Tree syncedJournal() {
        return syncedJournal;
    }

    /** Snapshots of what was synced. */
    Tree snapshots() {
        return snapshots;
    }

    /** And one of what was not. */
    Tree laterSnapshots() {
        return laterSnapshots;
    }

    /** Outputs as they were some time before the loss. */
    Tree olderOutputs() {
        return outputs[1];
    }

    /** Outputs of what was synced. */
    Tree outputs() {
        return outputs[2];
    }

    /** Outputs of all. */
    Tree newestOutputs() {
        return outputs[3];
    }

    /** Says when a cut has gone through. */
    private final class Watched implements SnapshotStore {
        private final SnapshotStore store;

        Watched(final SnapshotStore store) {
            this.store = store;
        }

        @Override
        public long[] list() {
            return store.list();
        }

        @Override
        public DirectBuffer read(final long inputSeq) {
            return store.read(inputSeq);
        }

        @Override
        public void write(final long inputSeq, final DirectBuffer snapshot, final int length) {
            try {
                if (moments.get() == WITHOUT_SNAPSHOT) {
                    throw new ConnectorException("not now");
                }
                store.write(inputSeq, snapshot, length);
            } finally {
                answered = true;
            }
        }
    }
}
