package io.millrace.journal.store;

import java.nio.file.Path;

/**
 * A file of a log. The order of files is that of sessions, then of names, which are dates.
 *
 * @param session number of the session that it belongs to
 * @param path    where it is
 */
public record LogFile(int session, Path path) implements Comparable<LogFile> {
    private static final String SUFFIX = ".cq4";
    private static final String INDEX_SUFFIX = ".idx";

    /** Whether a path is that of such a file. */
    public static boolean isOne(final Path path) {
        return path.getFileName().toString().endsWith(SUFFIX);
    }

    /** Name of the file in its session. */
    public String name() {
        return path.getFileName().toString();
    }

    /** Its {@link SparseIndex}. */
    public Path index() {
        return indexOf(path);
    }

    static Path indexOf(final Path path) {
        final String name = path.getFileName().toString();
        return path.resolveSibling(name.substring(0, name.length() - SUFFIX.length()) + INDEX_SUFFIX);
    }

    @Override
    public int compareTo(final LogFile other) {
        return session != other.session ? Integer.compare(session, other.session) : name().compareTo(other.name());
    }
}
