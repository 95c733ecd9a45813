package io.millrace.journal;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.log.JournalReader;
import io.millrace.journal.log.JournalWriter;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.ReadOptions;
import io.millrace.journal.store.DirectoryLock;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.sync.WriterSession;
import java.nio.file.Path;

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
        final DirectoryLock lock = DirectoryLock.take(directory);
        try {
            requireEmpty(directory);
        } catch (final RuntimeException e) {
            lock.close();
            throw e;
        }
        final WriterSession session = new WriterSession(directory, lock, head.id(), options.durability());
        return new JournalWriter(directory, session, head.durability(options.durability()), options);
    }

    /**
     * Checks that a journal can be begun in a directory.
     *
     * @throws ConnectorException if it holds one; says which
     */
    public static void requireNone(final Path dir) {
        requireEmpty(LogDirectory.ofJournal(dir));
    }

    private static void requireEmpty(final LogDirectory directory) {
        final int files = directory.files().list().size();
        if (files == 0) {
            return;
        }
        String what;
        try (JournalReader reader = new JournalReader(directory, ReadOptions.DEFAULTS.laterStart(true))) {
            what = "the journal of flow '" + reader.head().flow() + "', begun "
                    + reader.head().created();
        } catch (final ConnectorException e) {
            what = "a journal that can't be read (" + e.getMessage() + ")";
        }
        throw new ConnectorException(directory.root() + " already holds " + what + ", " + files
                + " file(s). Nothing of it is overwritten: replay it, or choose another directory for a new one.");
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
        return new JournalReader(LogDirectory.ofJournal(dir), options);
    }
}
