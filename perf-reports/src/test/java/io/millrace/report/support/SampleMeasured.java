package io.millrace.report.support;

import io.millrace.report.results.LatencyRun;
import io.millrace.report.results.MeasuredRun;
import io.millrace.report.results.ResultsReader;
import io.millrace.report.results.ResultsWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** Runs as a report sees them: written to a directory and read back. */
public final class SampleMeasured {
    private SampleMeasured() {}

    /** One run with these histograms. */
    public static MeasuredRun of(final LatencyRun run, final List<Histogram> intervals) {
        return of(List.of(run), intervals).get(0);
    }

    /** Several runs, each with the same histograms, in the same order. */
    public static List<MeasuredRun> of(final List<LatencyRun> runs, final List<Histogram> intervals) {
        return ofEach(runs, Collections.nCopies(runs.size(), intervals));
    }

    /** Several runs, each with histograms of its own, in the same order. */
    public static List<MeasuredRun> ofEach(final List<LatencyRun> runs, final List<List<Histogram>> intervals) {
        try {
            final Path directory = Files.createTempDirectory("measured");
            try {
                final ResultsWriter writer = ResultsWriter.into(directory, SampleResults.context());
                for (int i = 0; i < runs.size(); i++) {
                    writer.latency("run-" + (100 + i), runs.get(i), intervals.get(i));
                }
                return ResultsReader.read(directory).latency();
            } finally {
                delete(directory);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(final Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (final Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
