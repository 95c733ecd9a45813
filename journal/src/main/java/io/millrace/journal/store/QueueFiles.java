package io.millrace.journal.store;

import io.millrace.engine.spi.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a Chronicle Queue. Their names are dates, so that the order of names is the order of time.
 *
 * @param directory where they are
 */
public record QueueFiles(Path directory) {
    private static final String SUFFIX = ".cq4";

    /** All files that are there now, oldest first; none if there is no such directory. */
    public List<Path> list() {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (final NoSuchFileException e) {
            return List.of();
        } catch (final IOException e) {
            throw new ConnectorException("can't list " + directory + " (" + e + "): check its permissions", e);
        }
    }

    /** The oldest file that is newer than this one, or null; the oldest of all if {@code file} is null. */
    public Path after(final Path file) {
        for (final Path candidate : list()) {
            if (file == null || candidate.compareTo(file) > 0) {
                return candidate;
            }
        }
        return null;
    }
}
