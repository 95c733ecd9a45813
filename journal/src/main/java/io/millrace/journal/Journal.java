package io.millrace.journal;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.log.JournalReader;
import io.millrace.journal.log.JournalWriter;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.ReadOptions;
import io.millrace.journal.model.SessionMark;
import io.millrace.journal.restart.JournalResumption;
import io.millrace.journal.restart.ResumeOptions;
import io.millrace.journal.session.Beginnings;
import io.millrace.journal.session.LogOpening;
import io.millrace.journal.store.Chronicle;
import io.millrace.journal.store.DefinitionTable;
import io.millrace.journal.store.DirectoryLock;
import io.millrace.journal.store.HeadCodec;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.store.LogFiles;
import io.millrace.journal.sync.WriterSession;
import java.nio.file.Path;
import java.util.List;

/**
 * The way to journals.
 *
 * <pre>{@code
 *   JournalHead head = JournalHead.of(graph.name(), arguments, graph.inputs());
 *   try (FlowRun run = FlowRun.live(definition, Journal.create(dir, head, JournalOptions.DEFAULTS), config)) { ... }
 *
 *   JournalReader journal = Journal.open(dir);
 *   journal.head().requireMatches(graph.name(), graph.inputs());
 *   try (FlowRun run = FlowRun.replay(definition, journal, config)) { ... }
 * }</pre>
 */
public final class Journal {
    private Journal() {}

    /**
     * Begins a journal.
     *
     * @param dir  made if need be; must not hold a journal
     * @param head what the journal is; its durability becomes that of the options
     * @throws ConnectorException if that is not possible; says why and what to do
     */
    public static JournalWriter create(final Path dir, final JournalHead head, final JournalOptions options) {
        final LogDirectory directory = LogDirectory.ofJournal(dir);
        directory.makeWritable();
        Chronicle.prepare();
        final DirectoryLock lock = DirectoryLock.take(directory);
        final int number;
        try {
            requireNoLog(directory);
            number = directory.makeSession();
        } catch (final RuntimeException e) {
            lock.close();
            throw e;
        }
        final WriterSession session = WriterSession.anew(directory, lock, head.id(), options.durability());
        return new JournalWriter(
                directory,
                session,
                head.durability(options.durability())
                        .session(new SessionMark(number, head.session().begun(), List.of())),
                options,
                new DefinitionTable(),
                0);
    }

    /**
     * Opens a journal to go on with it; nobody else can write it from now on.
     *
     * @param run     what the head of the run's journal would be, which must fit; null if anything does
     * @param options how
     * @throws ConnectorException if that is not possible; says why and what to do
     */
    public static JournalResumption resume(final Path dir, final JournalHead run, final ResumeOptions options) {
        return JournalResumption.of(LogDirectory.ofJournal(dir), run, options);
    }

    /**
     * Whether a directory holds a journal, in whatever condition. One whose writer ended before it had written anything is
     * none.
     */
    public static boolean isThere(final Path dir) {
        return !Beginnings.isNone(LogDirectory.ofJournal(dir));
    }

    /**
     * Checks that a journal can be begun in a directory.
     *
     * @throws ConnectorException if it holds one; says which
     */
    public static void requireNone(final Path dir) {
        requireNoLog(LogDirectory.ofJournal(dir));
    }

    private static void requireNoLog(final LogDirectory directory) {
        if (Beginnings.isNone(directory)) {
            return;
        }
        final int files = new LogFiles(directory, true).list().size();
        String what;
        try (JournalReader reader = open(directory.root(), ReadOptions.DEFAULTS.laterStart(true))) {
            what = "the journal of flow '" + reader.head().flow() + "', begun "
                    + reader.head().created();
        } catch (final ConnectorException e) {
            what = "a journal that can't be read (" + e.getMessage() + ")";
        }
        throw new ConnectorException(
                directory.root() + " already holds " + what + ", " + files
                        + " file(s). Nothing of it is overwritten: go on with it, replay it, or choose another directory for a new one.");
    }

    /**
     * Opens a journal for reading; it may be one that is being written.
     *
     * @throws ConnectorException if there is none; says what to do
     */
    public static JournalReader open(final Path dir) {
        return open(dir, ReadOptions.DEFAULTS);
    }

    /**
     * Opens a journal for reading; it may be one that is being written.
     *
     * @throws ConnectorException if there is none; says what to do
     */
    public static JournalReader open(final Path dir, final ReadOptions options) {
        return open(dir, options, 0);
    }

    /**
     * Opens a journal for reading from a record on, which takes little time wherever it is.
     *
     * @param fromSeq number of the first record to give: the first batch begins with exactly that one
     * @throws ConnectorException if it is not there; says what is
     */
    public static JournalReader open(final Path dir, final ReadOptions options, final long fromSeq) {
        final LogOpening opening = LogOpening.of(LogDirectory.ofJournal(dir), options);
        final JournalHead head = HeadCodec.decode(opening.sessions().newest().head());
        return new JournalReader(opening, head, fromSeq);
    }
}
