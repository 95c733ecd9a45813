package io.millrace.journal.session;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.store.LogFiles;
import io.millrace.journal.store.ProgressFile;

/** Whether a directory holds a log at all. */
public final class Beginnings {
    private Beginnings() {}

    /**
     * Whether there is no log: no files, or only such as a writer leaves that ended before it had written anything. In doubt
     * there is one.
     */
    public static boolean isNone(final LogDirectory directory) {
        final LogFiles files = new LogFiles(directory, true);
        if (files.list().isEmpty()) {
            return true;
        }
        try {
            return Sessions.of(files).count() == 0 && ProgressFile.promisesNothing(directory.progress());
        } catch (final ConnectorException e) {
            return false;
        }
    }
}
