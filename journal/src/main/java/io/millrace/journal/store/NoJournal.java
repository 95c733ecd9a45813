package io.millrace.journal.store;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.NotJournaledException;
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
                    + directory.queue().getFileName() + "/<session>/*.cq4 in it. Check the path.");
        }
        return new ConnectorException("none of the sessions in " + directory.queue()
                + " has anything in it: its writer has not begun yet, or ended before it had, or the file was cut."
                + " In the last case restore it from a copy.");
    }

    /** The system does not let it be read. */
    public static ConnectorException unreadable(final Path file, final IOException cause) {
        return new ConnectorException(
                "can't read " + file + " (" + cause + "): check the disk and the permissions", cause);
    }

    /** It ends before a record that was asked for. */
    public static NotJournaledException notThere(final LogDirectory directory, final long seq, final long next) {
        return new NotJournaledException(
                "record " + (seq - 1) + " was to be the last one before the place to begin, but " + directory.root()
                        + " ends before record " + next + ": begin at that one, or earlier");
    }

    /** What was asked for is not here any more. */
    public static ConnectorException released(final Path oldest, final long first, final long seq) {
        return new ConnectorException("record " + seq + " is not here any more: the oldest file, " + oldest
                + ", begins with record " + first + ". Put the files before it back.");
    }

    /** A head that another version wrote. */
    public static ConnectorException otherVersion(final Path file) {
        return new ConnectorException("the head of " + file + " is of a version that this Millrace does not read: use"
                + " the Millrace that wrote it, or a newer one");
    }

    /** The oldest file is not the first. */
    public static ConnectorException beginningMissing(final Path oldest, final long first) {
        return new ConnectorException("the oldest file, " + oldest + ", begins with record " + first
                + ": files before it are missing. Put them back, or ask to start there; the definitions that it needs"
                + " are repeated in it.");
    }
}
