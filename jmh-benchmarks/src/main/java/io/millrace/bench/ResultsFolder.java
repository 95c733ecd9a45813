package io.millrace.bench;

import io.millrace.report.results.ReportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A directory of earlier results. */
final class ResultsFolder {
    private static final Pattern OURS = Pattern.compile(
            "context\\.json|ratios\\.json|index\\.html|report\\.md|jmh(/[^/]+\\.json)?|latency(/[^/]+\\.(hlog|json))?");

    /** Of earlier commits: what is replaced is this one's. */
    private static final String HISTORY = "history.json";

    private static final Path CHECKED_IN = Path.of("perf-reports", "results");
    private static final Path BUILT = Path.of("target", "bench");

    private final Path directory;
    private final boolean temporary;

    private ResultsFolder(final Path directory, final boolean temporary) {
        this.directory = directory;
        this.temporary = temporary;
    }

    /**
     * Where results go.
     *
     * @param named     what the user named, or null
     * @param quick     whether figures are rough: those never go where the checked-in ones are
     * @param reference whether the checked-in ones are retaken
     * @throws ReportException if that does not go together
     */
    static ResultsFolder chosen(final Path named, final boolean quick, final boolean reference) {
        final String jdk = "jdk" + Runtime.version().feature();
        if (reference) {
            if (quick || named != null) {
                throw new ReportException("--reference retakes the results in " + CHECKED_IN.resolve(jdk)
                        + ", properly: it goes neither with --quick nor with --results");
            }
            return new ResultsFolder(CHECKED_IN.resolve(jdk), false);
        }
        if (named == null) {
            return new ResultsFolder(BUILT.resolve((quick ? "quick-" : "") + jdk), quick);
        }
        if (quick && named.toAbsolutePath().normalize().startsWith(CHECKED_IN.toAbsolutePath())) {
            throw new ReportException(named + ": holds results that are checked in, and those of --quick are rough."
                    + " Leave --quick out, or name another directory");
        }
        return new ResultsFolder(named, false);
    }

    Path path() {
        return directory;
    }

    /** Whether nobody wants to keep what is in it. */
    boolean isTemporary() {
        return temporary;
    }

    /**
     * Deletes results and reports, and nothing else: the history of earlier commits stays.
     *
     * @throws ReportException if there is something else
     */
    void clear() {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(directory)) {
            final List<Path> files = walk.filter(file -> !file.equals(directory))
                    .filter(file -> !file.equals(directory.resolve(HISTORY)))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (final Path file : files) {
                final String name = directory.relativize(file).toString().replace('\\', '/');
                if (!OURS.matcher(name).matches()) {
                    throw new ReportException(file + " is no result: " + directory + " is left as it is");
                }
            }
            for (final Path file : files) {
                Files.delete(file);
            }
        } catch (final IOException e) {
            throw new ReportException(directory + ": can't be cleared: " + e.getMessage(), e);
        }
    }
}
