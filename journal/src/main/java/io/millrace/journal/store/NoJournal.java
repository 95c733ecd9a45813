package io.millrace.journal.store;

import io.millrace.engine.spi.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Why a directory can't be read as a log, in words. */
public final class NoJournal {
    private NoJournal() {}

    /** There is no head. */
    public static ConnectorException in(final LogDirectory directory) {
        if (!Files.isDirectory(directory.root())) {
            return new ConnectorException("there is no directory " + directory.root() + ": check the path");
        }
        final int files = directory.files().list().size();
        if (files == 0) {
            return new ConnectorException(directory.root() + " holds no log: there is no "
                    + directory.queue().getFileName() + "/*.cq4 in it. Check the path.");
        }
        return new ConnectorException("the first of " + files + " files in " + directory.queue()
                + " has nothing in it: its writer has not begun yet, or ended before it had, or the file was cut."
                + " In the last case restore it from a copy.");
    }

    /** The system does not let it be read. */
    public static ConnectorException unreadable(final Path file, final IOException cause) {
        return new ConnectorException(
                "can't read " + file + " (" + cause + "): check the disk and the permissions", cause);
    }

    /** The oldest file is not the first. */
    public static ConnectorException beginningMissing(final Path oldest, final long first) {
        return new ConnectorException("the oldest file, " + oldest + ", begins with record " + first
                + ": files before it are missing. Put them back, or ask to start there; the definitions that it needs"
                + " are repeated in it.");
    }
}
