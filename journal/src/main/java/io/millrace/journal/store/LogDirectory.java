package io.millrace.journal.store;

import io.millrace.engine.spi.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the files of a log are.
 *
 * @param root  the log's directory
 * @param queue the directory of the Chronicle Queue
 */
public record LogDirectory(Path root, Path queue) {
    private static final String INPUT = "input";
    private static final String ITEMS = "items";
    private static final String PROGRESS = "progress.dat";
    private static final String LOCK = "writer.lock";

    /** The directory of a journal. */
    public static LogDirectory ofJournal(final Path root) {
        return new LogDirectory(root, root.resolve(INPUT));
    }

    /** The directory of an output log. */
    public static LogDirectory ofOutputLog(final Path root) {
        return new LogDirectory(root, root.resolve(ITEMS));
    }

    /** File of {@link Progress}. */
    public Path progress() {
        return root.resolve(PROGRESS);
    }

    /** File of {@link DirectoryLock}. */
    public Path lock() {
        return root.resolve(LOCK);
    }

    /** Files of the queue, oldest first. */
    public QueueFiles files() {
        return new QueueFiles(queue);
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
