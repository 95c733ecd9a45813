package io.millrace.app.run;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.JournalFiles;
import io.millrace.journal.JournalFiles.Release;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/**
 * What becomes of a journal's files that no restart needs any more: those before the oldest snapshot that is kept, if no
 * output can lose what was given before it.
 */
public enum Retention {
    /** They stay where they are. */
    KEEP,
    /** They go into the journal's archive, from where replays still read them. */
    ARCHIVE,
    /** They are deleted: replays begin later then, and a lost output can't be written anew. */
    DELETE;

    /**
     * Releases files, each time it is told from which record on the journal is needed.
     *
     * @param reporter hears of files that could not be released; the run goes on
     */
    public LongConsumer of(final Path journal, final Consumer<String> reporter) {
        if (this == KEEP) {
            return neededFrom -> {};
        }
        final Release how = this == DELETE ? Release.DELETE : Release.ARCHIVE;
        return neededFrom -> {
            try {
                JournalFiles.releaseBefore(journal, neededFrom, how);
            } catch (final ConnectorException e) {
                reporter.accept(e.getMessage());
            }
        };
    }
}
