package io.millrace.report.results;

import io.millrace.report.machine.MachineContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * Reads a results directory and refuses what is not complete.
 *
 * <p>Thread: one. Cold.
 */
public final class ResultsReader {
    private ResultsReader() {}

    /**
     * All that the directory holds.
     *
     * @throws ReportException if it is no results directory, if a file can't be read, or if a figure lacks a part of its
     *     context; the message names the file and the part
     */
    public static Results read(final Path directory) {
        final Path contextFile = directory.resolve(ContextFile.NAME);
        if (!Files.exists(contextFile)) {
            throw new ReportException(contextFile
                    + ": is not there: figures without their machine are no results. Name a directory that a benchmark"
                    + " wrote its results to");
        }
        final MachineContext context = ContextFile.read(contextFile);
        final List<Ratio> ratios = RatiosFile.read(directory.resolve(RatiosFile.NAME));
        final List<MeasuredRun> latency = latency(directory.resolve(ResultsWriter.LATENCY));
        final List<JmhResult> jmh = files(directory.resolve(ResultsWriter.JMH), ".json").stream()
                .flatMap(file -> JmhFile.read(file).stream())
                .toList();
        if (ratios.isEmpty() && latency.isEmpty() && jmh.isEmpty()) {
            throw new ReportException(
                    directory
                            + ": holds a context but no results: no ratios.json, no jmh/*.json, no latency/*.hlog. Measure first");
        }
        return new Results(context, ratios, latency, jmh, HistoryFile.read(directory.resolve(HistoryFile.NAME)));
    }

    private static List<MeasuredRun> latency(final Path directory) {
        for (final Path context : files(directory, LatencyFile.EXTENSION)) {
            sibling(context, LatencyFile.EXTENSION, HistogramLog.EXTENSION, "has a context but no histogram");
        }
        return files(directory, HistogramLog.EXTENSION).stream()
                .map(ResultsReader::run)
                .toList();
    }

    private static MeasuredRun run(final Path log) {
        final Path context = sibling(log, HistogramLog.EXTENSION, LatencyFile.EXTENSION, "has no context beside it");
        final LatencyRun run = LatencyFile.read(context);
        final Histogram histogram = HistogramLog.read(log);
        final long recorded = LatencyFile.recorded(context);
        if (histogram.getTotalCount() != recorded) {
            throw new ReportException(log + ": holds " + histogram.getTotalCount() + " records, but "
                    + context.getFileName() + " tells of " + recorded + ". Measure again, or delete both");
        }
        return new MeasuredRun(stem(log, HistogramLog.EXTENSION), run, histogram);
    }

    private static Path sibling(final Path file, final String from, final String to, final String otherwise) {
        final Path other = file.resolveSibling(stem(file, from) + to);
        if (!Files.exists(other)) {
            throw new ReportException(file + ": " + otherwise + ": " + other.getFileName()
                    + " is not there. Measure again, or delete it");
        }
        return other;
    }

    private static String stem(final Path file, final String extension) {
        final String name = file.getFileName().toString();
        return name.substring(0, name.length() - extension.length());
    }

    /** In the order of their names: what a directory lists first must not change a report. */
    private static List<Path> files(final Path directory, final String extension) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(file -> file.getFileName().toString().endsWith(extension))
                    .sorted()
                    .toList();
        } catch (final IOException e) {
            throw new ReportException(directory + ": can't be read: " + e.getMessage(), e);
        }
    }
}
