package io.millrace.bench.recovery;

import io.millrace.bench.chain.ChainFlows;
import io.millrace.bench.chain.Tallies;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.Origin;
import io.millrace.journal.Journal;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.restart.JournalResumption;
import io.millrace.journal.restart.ResumeOptions;
import io.millrace.journal.snapshot.SnapshotFiles;
import io.millrace.journal.snapshot.SnapshotOptions;
import io.millrace.operators.Flow;
import io.millrace.operators.market.Instruments;
import io.millrace.operators.market.Trade;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The journal of flow W (1 s candles of a hundred instruments, an average, two outputs), with one snapshot on the way; and
 * how a run goes on with it.
 */
final class CandleJournal {
    private final Path directory;

    CandleJournal(final Path directory) {
        this.directory = directory;
    }

    /**
     * Writes it: a live flow, fused, durability {@code process}. It ends like one that was killed: no snapshot at its end.
     *
     * @param records    trades in it
     * @param snapshotAt trades before the snapshot
     */
    void write(final long records, final long snapshotAt) throws InterruptedException {
        final EndlessTrades trades = new EndlessTrades(records, snapshotAt);
        final Flow flow = flow(trades);
        final JournalHead head =
                JournalHead.of(flow.name(), Map.of(), flow.get().inputs());
        final RunConfig config = new RunConfig().snapshots(new OneSnapshot(snapshots(head)));
        try (FlowRun run = FlowRun.live(flow, Journal.create(directory, head, JournalOptions.DEFAULTS), config)) {
            trades.onMarked(run::requestSnapshot);
            run.start();
            trades.await();
            run.stop();
            run.await();
        }
    }

    /**
     * Goes on with it, as a process does that starts again, until the flow is live.
     *
     * @param fromSnapshot whether the snapshot is used; else all is replayed
     */
    Recovery recover(final boolean fromSnapshot) throws InterruptedException {
        final long start = System.nanoTime();
        final Flow flow = flow(EndlessTrades.none());
        final JournalHead head =
                JournalHead.of(flow.name(), Map.of(), flow.get().inputs());
        final JournalResumption journal = Journal.resume(directory, head, ResumeOptions.DEFAULTS);
        final WatchedLog log = new WatchedLog(journal);
        final OneSnapshot snapshots = new OneSnapshot(snapshots(journal.head()));
        final RunConfig config = fromSnapshot ? new RunConfig().snapshots(snapshots) : new RunConfig();
        try (FlowRun run = FlowRun.resume(flow, log, config)) {
            final long made = System.nanoTime();
            run.start();
            log.awaitLive();
            run.stop();
            run.await();
            if (!run.obstacles().isEmpty()) {
                throw new IllegalStateException("not specialised: " + run.obstacles());
            }
            final long loading = fromSnapshot ? snapshots.readNanos() + (made - log.lookedAt()) : 0;
            return log.recovery(start, loading, new TreeMap<>(run.stepHashes()).toString());
        }
    }

    private SnapshotFiles snapshots(final JournalHead head) {
        return SnapshotFiles.open(directory, head.id(), SnapshotOptions.DEFAULTS);
    }

    private static Flow flow(final Feed feed) {
        final Origin<Trade> origin = new Origin<>(feed, "trades", Trade.CODEC, Instruments.TYPE);
        final Tallies out = new Tallies();
        return new Flow("candles", flow -> ChainFlows.candles(flow.input("trades", origin), out));
    }
}
