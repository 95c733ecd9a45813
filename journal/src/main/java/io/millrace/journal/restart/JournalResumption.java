package io.millrace.journal.restart;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.engine.spi.ResumableLog;
import io.millrace.journal.log.JournalReader;
import io.millrace.journal.log.JournalWriter;
import io.millrace.journal.model.Durability;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.ReadOptions;
import io.millrace.journal.model.SessionMark;
import io.millrace.journal.model.TornTail;
import io.millrace.journal.session.Beginnings;
import io.millrace.journal.session.LogOpening;
import io.millrace.journal.session.Sessions;
import io.millrace.journal.store.Chronicle;
import io.millrace.journal.store.Damage;
import io.millrace.journal.store.DirectoryLock;
import io.millrace.journal.store.Disk;
import io.millrace.journal.store.HeadCodec;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.store.LogFile;
import io.millrace.journal.store.NoJournal;
import io.millrace.journal.sync.WriterSession;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

/**
 * A journal that a run goes on with. Nobody else can write it from the moment on that it is opened.
 *
 * <p>Thread: one. Allocation: yes. Deterministic: what is read is.
 */
public final class JournalResumption implements ResumableLog {
    /** Readers of the released files are those whose snapshots are all lost. */
    private static final ReadOptions READ = ReadOptions.DEFAULTS.archive(true);

    private final LogDirectory directory;
    private final DirectoryLock lock;
    private final ResumeOptions options;
    private final JournalHead head;
    private final boolean progressLost;
    private LossyReader lossy;
    private boolean lossTaken;
    private List<TornTail> tornTails = List.of();
    private volatile JournalWriter appended;
    private boolean closed;

    private JournalResumption(
            final LogDirectory directory,
            final DirectoryLock lock,
            final JournalHead run,
            final ResumeOptions options) {
        this.directory = directory;
        this.lock = lock;
        this.options = options;
        final LogOpening opening = look();
        this.progressLost = opening.progress() == null;
        final long synced = progressLost ? 0 : opening.progress().synced();
        opening.close();
        final JournalHead last = HeadCodec.decode(opening.sessions().newest().head());
        if (run != null) {
            last.requireContinues(run);
        }
        this.head = last.inputs(run == null ? last.inputs() : run.inputs())
                .durability(options.writing().durability())
                .skips(LongStream.concat(
                                last.skips().stream().mapToLong(Long::longValue),
                                options.skips().stream().mapToLong(Long::longValue))
                        .sorted()
                        .distinct()
                        .boxed()
                        .toList());
        if (head.durability().level() != Durability.Level.PROCESS) {
            makeDurable(opening, synced);
        }
    }

    /**
     * Opens a journal to go on with it.
     *
     * @param run what the head of the run's journal would be, which must fit; null if anything does
     * @throws ConnectorException if that is not possible; says why and what to do
     */
    public static JournalResumption of(
            final LogDirectory directory, final JournalHead run, final ResumeOptions options) {
        if (Beginnings.isNone(directory)) {
            throw NoJournal.in(directory);
        }
        directory.makeWritable();
        Chronicle.prepare();
        final DirectoryLock lock = DirectoryLock.take(directory);
        try {
            return new JournalResumption(directory, lock, run, options);
        } catch (final RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private LogOpening look() {
        if (options.acceptLoss()) {
            return LogOpening.ofWhatIsLeft(directory, READ);
        }
        final LogOpening opening = LogOpening.of(directory, READ);
        if (opening.progress() == null) {
            throw Damage.progressMissing(directory.progress());
        }
        return opening;
    }

    /** What is there has survived the process. If more is promised, it is now made to survive more. */
    private static void makeDurable(final LogOpening opening, final long synced) {
        final Sessions sessions = opening.sessions();
        for (int i = sessions.indexOf(synced); i < sessions.count(); i++) {
            for (final LogFile file : opening.files().of(sessions.at(i).number())) {
                Disk.sync(file.path());
            }
        }
    }

    /** What the journal is, as the next session will say; that session's number and epoch are not known yet. */
    public JournalHead head() {
        return head;
    }

    @Override
    public UUID id() {
        return head.id();
    }

    @Override
    public InputLogReader read(final long fromSeq) {
        requireOpen();
        final JournalReader reader = new JournalReader(look(), head, fromSeq);
        if (!options.acceptLoss()) {
            return reader;
        }
        lossy = new LossyReader(reader);
        return lossy;
    }

    @Override
    public JournalWriter resume(final long nextSeq) {
        requireOpen();
        final LogOpening opening = look();
        final LastLook last =
                LastLook.at(opening, nextSeq, lossy != null && lossy.hasLost(nextSeq), options.acceptLoss());
        tornTails = last.tornTails();
        final boolean lost =
                lossTaken || last.isLost() || progressLost || opening.sessions().lost() != null;
        final SessionMark newest = opening.sessions().newest().mark();
        final List<Long> epochs = lost ? newest.andEpochFrom(nextSeq) : newest.epochs();
        final JournalHead next = head.session(SessionMark.now(directory.makeSession(), epochs));
        // From here on the lock is the writer's.
        closed = true;
        final Durability durability = head.durability();
        final WriterSession writer = progressLost
                ? WriterSession.replacing(directory, lock, head.id(), durability, nextSeq)
                : WriterSession.following(directory, lock, head.id(), durability, nextSeq);
        appended = new JournalWriter(directory, writer, next, options.writing(), last.definitions(), nextSeq);
        return appended;
    }

    /** Bytes appended since {@link #resume}; any thread. */
    public long bytes() {
        final JournalWriter begun = appended;
        return begun == null ? 0 : begun.bytes();
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException(
                    "the journal in " + directory.root() + " is closed, or has begun to be" + " written");
        }
    }

    /** Documents that were never completed at the end of sessions, as {@link #resume} has found them; the last one's last. */
    public List<TornTail> tornTails() {
        return tornTails;
    }

    @Override
    public long[] skips() {
        return head.skips().stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public void lossTaken() {
        lossTaken = true;
    }

    @Override
    public boolean acceptsLoss() {
        return options.acceptLoss();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            lock.close();
        }
    }
}
