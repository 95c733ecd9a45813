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

    private ResultsFolder() {}

    /**
     * Deletes results and reports in a directory, and nothing else.
     *
     * @throws ReportException if it holds something else
     */
    static void clear(final Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(directory)) {
            final List<Path> files = walk.filter(file -> !file.equals(directory))
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
