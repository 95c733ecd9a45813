package io.millrace.report.results;

import io.millrace.report.machine.MachineContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;

/**
 * What a benchmark writes its results with. Several processes may add to one directory, one after the other, as long as
 * they run the same commit on the same machine.
 *
 * <pre>
 *   ResultsWriter results = ResultsWriter.into(directory, MachineContext.capture());
 *   results.ratios(ratios);
 *   results.latency("fused-500k", run, intervals);
 *   jmhOptions.resultFormat(JSON).result(results.jmhFile("hops").toString());
 * </pre>
 *
 * <p>Thread: one. Cold: call it when the measurement is over.
 */
public final class ResultsWriter {
    static final String LATENCY = "latency";
    static final String JMH = "jmh";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final Path directory;

    private ResultsWriter(final Path directory) {
        this.directory = directory;
    }

    /**
     * Writes the context into a directory, which is made if need be.
     *
     * @throws ReportException if the directory can't be written, or holds results of another commit or machine
     */
    public static ResultsWriter into(final Path directory, final MachineContext context) {
        final ResultsWriter writer = addingTo(directory, context);
        ContextFile.write(directory.resolve(ContextFile.NAME), context);
        return writer;
    }

    /**
     * The same for a process that another one started to measure on another JVM: a context that is there stays.
     *
     * @throws ReportException if the directory can't be written, or holds results of another commit or machine
     */
    public static ResultsWriter addingTo(final Path directory, final MachineContext context) {
        try {
            Files.createDirectories(directory.resolve(LATENCY));
            Files.createDirectories(directory.resolve(JMH));
        } catch (final IOException e) {
            throw new ReportException(directory + ": can't be made: " + e.getMessage(), e);
        }
        final Path file = directory.resolve(ContextFile.NAME);
        if (Files.exists(file)) {
            requireSameOrigin(file, ContextFile.read(file), context);
        } else {
            ContextFile.write(file, context);
        }
        return new ResultsWriter(directory);
    }

    private static void requireSameOrigin(final Path file, final MachineContext old, final MachineContext fresh) {
        if (!old.commit().equals(fresh.commit())
                || !old.machine().cpu().equals(fresh.machine().cpu())
                || !old.machine().kernel().equals(fresh.machine().kernel())
                || old.machine().processors() != fresh.machine().processors()) {
            throw new ReportException(file + ": tells of commit " + old.commit() + " on "
                    + old.machine().cpu()
                    + ", this is " + fresh.commit() + " on " + fresh.machine().cpu()
                    + ". One directory holds one commit on one machine: choose an empty one");
        }
    }

    /** Adds ratios; one that has the group and the name of an older one replaces it. */
    public void ratios(final List<Ratio> ratios) {
        final Path file = directory.resolve(RatiosFile.NAME);
        final Map<List<String>, Ratio> all = new LinkedHashMap<>();
        RatiosFile.read(file).forEach(ratio -> all.put(List.of(ratio.group(), ratio.name()), ratio));
        ratios.forEach(ratio -> all.put(List.of(ratio.group(), ratio.name()), ratio));
        RatiosFile.write(file, List.copyOf(all.values()));
    }

    /**
     * Writes a latency run: its context and its histograms, of nanoseconds, one per interval or a single one. A run of
     * the same name is replaced.
     *
     * @param name name of its files: letters, digits, points, dashes
     * @throws IllegalArgumentException if it can't be the name of a file
     */
    public void latency(final String name, final LatencyRun run, final List<Histogram> intervals) {
        final Path folder = directory.resolve(LATENCY);
        HistogramLog.write(folder.resolve(checked(name) + HistogramLog.EXTENSION), intervals);
        LatencyFile.write(
                folder.resolve(name + LatencyFile.EXTENSION),
                run,
                intervals.stream().mapToLong(Histogram::getTotalCount).sum());
    }

    /**
     * Adds the ratios that a directory holds to its history, as those of the commit that its context names: one entry for
     * each commit, a limited number of them. Call it when all is measured; once more does no harm.
     *
     * @throws ReportException if the directory can't be read, or its history can't be written
     */
    public static void remember(final Path directory) {
        final Results results = ResultsReader.read(directory);
        HistoryFile.write(
                directory.resolve(HistoryFile.NAME), results.history().with(results.context(), results.ratios()));
    }

    /**
     * The file that JMH should write its results to, in its format JSON.
     *
     * @param name name of the file, without extension: letters, digits, points, dashes
     * @throws IllegalArgumentException if it can't be the name of a file
     */
    public Path jmhFile(final String name) {
        return directory.resolve(JMH).resolve(checked(name) + ".json");
    }

    private static String checked(final String name) {
        Required.that(
                NAME.matcher(name).matches(),
                "\"" + name + "\" can't name a file: use letters, digits, points and dashes");
        return name;
    }
}
