package io.millrace.journal.store;

import io.millrace.engine.spi.ConnectorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a log as they are there now.
 *
 * @param directory of the log
 * @param archive   whether files that were put into the archive are among them
 */
public record LogFiles(LogDirectory directory, boolean archive) {

    /** All files, oldest first. */
    public List<LogFile> list() {
        final TreeSet<LogFile> all = new TreeSet<>();
        sessions().forEach((number, any) -> all.addAll(of(number)));
        return List.copyOf(all);
    }

    /** Where all files are, oldest first. */
    public List<Path> paths() {
        return list().stream().map(LogFile::path).toList();
    }

    /** Files of one session, oldest first. */
    public List<LogFile> of(final int session) {
        final TreeSet<LogFile> all = new TreeSet<>(list(directory.queue(), session));
        if (archive) {
            // A file that is in both places stays the one that it was.
            all.addAll(list(directory.archive(), session));
        }
        return List.copyOf(all);
    }

    private static List<LogFile> list(final Path parent, final int session) {
        return entries(parent.resolve(LogDirectory.sessionName(session))).stream()
                .filter(LogFile::isOne)
                .map(path -> new LogFile(session, path))
                .toList();
    }

    /** The oldest file of the same session that is newer than this one, or null. */
    public LogFile after(final LogFile file) {
        for (final LogFile candidate : of(file.session())) {
            if (candidate.compareTo(file) > 0) {
                return candidate;
            }
        }
        return null;
    }

    /** Numbers of the sessions that have a directory, ascending. */
    public List<Integer> sessionNumbers() {
        return List.copyOf(sessions().keySet());
    }

    private SortedMap<Integer, Path> sessions() {
        final SortedMap<Integer, Path> sessions = numbered(directory.queue());
        if (archive) {
            sessions.putAll(numbered(directory.archive()));
        }
        return sessions;
    }

    private static SortedMap<Integer, Path> numbered(final Path parent) {
        return entries(parent).stream()
                .filter(LogDirectory::isSession)
                .collect(Collectors.toMap(LogDirectory::sessionNumber, path -> path, (a, b) -> a, TreeMap::new));
    }

    private static List<Path> entries(final Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        } catch (final NoSuchFileException | NotDirectoryException e) {
            return List.of();
        } catch (final IOException e) {
            throw new ConnectorException("can't list " + directory + " (" + e + "): check its permissions", e);
        }
    }
}
