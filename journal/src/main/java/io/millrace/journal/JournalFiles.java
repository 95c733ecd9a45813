package io.millrace.journal;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.session.Sessions;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.store.LogFile;
import io.millrace.journal.store.LogFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What becomes of a journal's files when no restart needs them any more.
 *
 * <p>Thread: any, also while the journal is written. Allocation: yes. Deterministic: changes no result.
 */
public final class JournalFiles {
    private JournalFiles() {}

    /** Where files go. */
    public enum Release {
        /** Into the journal's {@code archive}, where a backtest still finds them. */
        ARCHIVE,
        /** They are deleted. */
        DELETE
    }

    /**
     * Releases the files all of whose records are before one. The files that are left begin with a head and all definitions
     * so far; the newest one always stays.
     *
     * @param seq the record: those from it on stay
     * @return the files that were released, oldest first, by the names that they had
     * @throws ConnectorException if a file can't be moved or deleted; those before it have been
     */
    public static List<Path> releaseBefore(final Path dir, final long seq, final Release how) {
        final LogDirectory directory = LogDirectory.ofJournal(dir);
        final LogFiles files = directory.files();
        final Sessions sessions = Sessions.of(files);
        final List<Path> released = new ArrayList<>();
        final LogFile oldestToStay = sessions.count() == 0 ? null : sessions.oldestToBeginWith(files, seq);
        if (oldestToStay == null) {
            return released;
        }
        for (final LogFile file : files.list()) {
            if (file.compareTo(oldestToStay) >= 0) {
                break;
            }
            release(directory, file, how);
            released.add(file.path());
        }
        return released;
    }

    private static void release(final LogDirectory directory, final LogFile file, final Release how) {
        try {
            if (how == Release.DELETE) {
                Files.delete(file.path());
                Files.deleteIfExists(file.index());
            } else {
                final Path target = directory.archive(file.session());
                Files.createDirectories(target);
                moveIfThere(file.index(), target);
                moveIfThere(file.path(), target);
            }
            removeIfDone(file.path().getParent());
        } catch (final IOException e) {
            throw new ConnectorException(
                    "can't release " + file.path() + " (" + e
                            + "): check the permissions and the disk. It is still read" + " where it is.",
                    e);
        }
    }

    private static void moveIfThere(final Path file, final Path target) throws IOException {
        if (Files.exists(file)) {
            Files.move(file, target.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** What is left of a session without documents is what Chronicle keeps for its writer. */
    private static void removeIfDone(final Path session) throws IOException {
        final List<Path> left;
        try (Stream<Path> entries = Files.list(session)) {
            left = entries.toList();
        }
        if (left.stream().noneMatch(LogFile::isOne)) {
            for (final Path rest : left) {
                Files.deleteIfExists(rest);
            }
            Files.delete(session);
        }
    }
}
