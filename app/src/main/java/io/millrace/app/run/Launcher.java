package io.millrace.app.run;

import io.millrace.engine.metrics.Counters;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.spi.InputLog;
import io.millrace.engine.verify.StepFinder;
import io.millrace.engine.verify.UpTo;
import io.millrace.journal.Journal;
import io.millrace.journal.log.JournalReader;
import io.millrace.journal.log.JournalWriter;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.ReadOptions;
import io.millrace.journal.restart.JournalResumption;
import io.millrace.journal.restart.ResumeOptions;
import io.millrace.journal.snapshot.SnapshotFiles;
import io.millrace.journal.snapshot.SnapshotOptions;
import io.millrace.operators.Flow;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Runs a flow until its end, a failure, a signal, or until who watches has seen enough.
 *
 * <p>Thread: one.
 */
public final class Launcher {
    private static final long LOOK_MILLIS = 100;

    private final Watch watch;
    private final JournalOptions writing;

    /** @param watch looks at the run ten times a second */
    public Launcher(final Watch watch) {
        this(watch, JournalOptions.DEFAULTS);
    }

    /**
     * A launcher whose journals are written in another way than usual.
     *
     * @param watch   looks at the run ten times a second
     * @param writing how journals are written; the durability is that of the recording
     */
    public Launcher(final Watch watch, final JournalOptions writing) {
        this.watch = watch;
        this.writing = writing;
    }

    /**
     * Runs a flow on its sources, or goes on with its journal if there is one. Metrics go into the journal's directory,
     * unless the configuration says where.
     *
     * @throws RuntimeException what it failed with
     */
    public Outcome live(final Flow flow, final Recording recording, final RunConfig config)
            throws InterruptedException {
        if (recording.directory().isEmpty()) {
            return unrecorded(flow, config);
        }
        final Path directory = recording.directory().get();
        final JournalHead head =
                JournalHead.of(flow.name(), recording.arguments(), flow.get().inputs());
        return Journal.isThere(directory)
                ? resume(flow, directory, head, recording, config)
                : begin(flow, directory, head, recording, config);
    }

    /**
     * Runs a flow on its sources, without a journal.
     *
     * @throws RuntimeException what it failed with
     */
    public Outcome unrecorded(final Flow flow, final RunConfig config) throws InterruptedException {
        return run(FlowRun.live(flow, InputLog.NONE, config), config, () -> 0);
    }

    private Outcome begin(
            final Flow flow,
            final Path directory,
            final JournalHead head,
            final Recording recording,
            final RunConfig config)
            throws InterruptedException {
        final JournalWriter journal = Journal.create(directory, head, options(recording));
        try {
            keep(directory, head.id(), recording, config);
            return run(FlowRun.live(flow, journal, config), config, journal::bytes);
        } finally {
            // The run has closed it, unless it never began.
            journal.close();
        }
    }

    private Outcome resume(
            final Flow flow,
            final Path directory,
            final JournalHead head,
            final Recording recording,
            final RunConfig config)
            throws InterruptedException {
        final ResumeOptions options = ResumeOptions.DEFAULTS
                .writing(options(recording))
                .acceptLoss(recording.going().acceptLoss())
                .skips(recording.going().skips());
        try (JournalResumption journal = Journal.resume(directory, head, options)) {
            keep(directory, journal.id(), recording, config);
            config.acceptsOtherSteps(recording.going().acceptOtherSteps());
            return run(FlowRun.resume(flow, journal, config), config, journal::bytes);
        }
    }

    private JournalOptions options(final Recording recording) {
        return writing.durability(recording.durability());
    }

    private static void keep(final Path directory, final UUID id, final Recording recording, final RunConfig config) {
        if (!config.hasCounters()) {
            config.counters(Counters.inFile(directory.resolve(Counters.FILE_NAME)));
        }
        config.snapshots(SnapshotFiles.open(directory, id, SnapshotOptions.DEFAULTS))
                .snapshotEvery(recording.keeping().every().toNanos())
                .onSnapshot(recording.keeping().files().of(directory, config.reporter()));
        if (recording.keeping().replica()) {
            config.replica(fromSeq -> Journal.open(directory, ReadOptions.DEFAULTS.archive(true), fromSeq))
                    .stepSearch(StepFinder.asSearch());
        }
    }

    /**
     * Runs a flow on a journal.
     *
     * @param journal closed in any case
     * @param lastSeq last record that is worked on
     * @throws RuntimeException what it failed with
     */
    public Outcome replay(final Flow flow, final JournalReader journal, final long lastSeq, final RunConfig config)
            throws InterruptedException {
        try {
            journal.head().requireMatches(flow.name(), flow.get().inputs());
            return run(FlowRun.replay(flow, new UpTo(journal, lastSeq), config), config, () -> 0);
        } finally {
            journal.close();
        }
    }

    private Outcome run(final FlowRun run, final RunConfig config, final LongSupplier journalBytes)
            throws InterruptedException {
        final RunView view = new RunView(config.counters(), journalBytes);
        final long nanos;
        try (run) {
            Shutdown.onRequest(run::stop);
            run.start();
            while (!run.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (!watch.look(view)) {
                    run.stop();
                }
            }
            nanos = view.elapsedNanos();
        }
        return new Outcome(view, nanos, run.reachedEndOfInput());
    }
}
