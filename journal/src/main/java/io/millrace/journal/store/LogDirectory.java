package io.millrace.journal.store;

import io.millrace.engine.spi.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where the files of a log are.
 *
 * @param root    the log's directory
 * @param queue   where its sessions are, each a directory with a Chronicle Queue of its own
 * @param archive where files of sessions are put that nobody needs to go on
 */
public record LogDirectory(Path root, Path queue, Path archive) {
    private static final Pattern SESSION = Pattern.compile("\\d{6}|[1-9]\\d{6,8}");
    private static final String ARCHIVE = "archive";
    private static final String INPUT = "input";
    private static final String ITEMS = "items";
    private static final String PROGRESS = "progress.dat";
    private static final String LOCK = "writer.lock";

    /** The directory of a journal. */
    public static LogDirectory ofJournal(final Path root) {
        return new LogDirectory(root, root.resolve(INPUT), root.resolve(ARCHIVE));
    }

    /** The directory of an output log. */
    public static LogDirectory ofOutputLog(final Path root) {
        return new LogDirectory(root, root.resolve(ITEMS), root.resolve(ARCHIVE));
    }

    /** File of {@link Progress}. */
    public Path progress() {
        return root.resolve(PROGRESS);
    }

    /** File of {@link DirectoryLock}. */
    public Path lock() {
        return root.resolve(LOCK);
    }

    /** Files of the log, without those in the archive. */
    public LogFiles files() {
        return new LogFiles(this, false);
    }

    /** Directory of a session. */
    public Path session(final int number) {
        return queue.resolve(sessionName(number));
    }

    /** Directory of a session's files that were released. */
    public Path archive(final int number) {
        return archive.resolve(sessionName(number));
    }

    static String sessionName(final int number) {
        return String.format(Locale.ROOT, "%06d", number);
    }

    static boolean isSession(final Path path) {
        return SESSION.matcher(path.getFileName().toString()).matches();
    }

    static int sessionNumber(final Path path) {
        return Integer.parseInt(path.getFileName().toString());
    }

    /**
     * Makes the directory of a new session.
     *
     * @return its number, greater than that of any other
     * @throws ConnectorException if it can't be made; says why
     */
    public int makeSession() {
        final List<Integer> numbers = new LogFiles(this, true).sessionNumbers();
        final int number = numbers.isEmpty() ? 1 : numbers.get(numbers.size() - 1) + 1;
        try {
            Files.createDirectory(session(number));
        } catch (final IOException e) {
            throw new ConnectorException(
                    "can't make the directory " + session(number) + " (" + e
                            + "): check the permissions and the space on its disk. Nothing was changed.",
                    e);
        }
        return number;
    }

    /**
     * Makes the directory if need be.
     *
     * @throws ConnectorException if it can't be written to; says why
     */
    public void makeWritable() {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new ConnectorException(
                    root + " is a file: a log needs a directory of its own, choose another name or move the file away");
        }
        try {
            Files.createDirectories(queue);
        } catch (final IOException e) {
            throw new ConnectorException(
                    "can't make the directory " + queue + " (" + e + "): check the path and its permissions", e);
        }
        if (!Files.isWritable(root) || !Files.isWritable(queue)) {
            throw new ConnectorException("can't write to " + root
                    + ": give this user the right to write there, or choose another directory");
        }
    }
}
