package io.millrace.bench.longrun;

import io.millrace.bench.chain.Records;
import io.millrace.bench.journaled.Scratch;
import io.millrace.bench.latency.ConstantArrivals;
import io.millrace.bench.latency.JournalLevel;
import io.millrace.bench.latency.LatencyCase;
import io.millrace.bench.latency.LatencyMeasurement;
import io.millrace.bench.latency.Schedule;
import io.millrace.engine.run.Layout;
import io.millrace.journal.JournalFiles;
import io.millrace.journal.JournalFiles.Release;
import io.millrace.journal.model.Roll;
import io.millrace.report.machine.MachineContext;
import io.millrace.report.results.LatencyRun;
import io.millrace.report.results.ReportException;
import io.millrace.report.results.ResultsWriter;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The process of the long run. It ends with 0 only if all trades came through.
 *
 * <p>Files of the journal are released as soon as all their records are some seconds old, by {@link JournalFiles}, which anyone
 * can call while a journal is written.
 */
public final class LongRunProcess {
    private static final String STUDY = "Long run without a collector";
    private static final int MOST_WARM_UP_SECONDS = 10;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long KEPT_NANOS = 5_000_000_000L;
    private static final long BETWEEN_RELEASES = 5_000_000_000L;
    private static final int FILES_AT_ONCE = 3;
    private static final int SECONDS_PER_FILE = 60;
    private static final double MIB = 1 << 20;

    private final Schedule schedule;
    private Path journal;
    private long nextRelease;
    private int released;

    private LongRunProcess(final Schedule schedule) {
        this.schedule = schedule;
    }

    /** Entry point: directory for the journal, what it is called, results directory, commit, rate, seconds. */
    public static void main(final String[] args) {
        final int seconds = Integer.parseInt(args[5]);
        final int warmUp = Math.max(1, Math.min(MOST_WARM_UP_SECONDS, seconds / 10));
        final Schedule schedule = new Schedule(new ConstantArrivals(Long.parseLong(args[4])), warmUp, seconds);
        new LongRunProcess(schedule)
                .run(
                        Path.of(args[0]),
                        args[1],
                        Path.of(args[2]),
                        MachineContext.capture().withCommit(args[3]));
    }

    private void run(final Path files, final String where, final Path results, final MachineContext context) {
        requireRoom(files.toFile());
        final LatencyCase what = LatencyCase.of(Layout.FUSED, JournalLevel.PROCESS, schedule);
        final LatencyMeasurement measurement =
                new LatencyMeasurement(what, options -> options.roll(Roll.MINUTELY), this::release);
        try (Scratch scratch = new Scratch(files)) {
            journal = scratch.path(LatencyMeasurement.journalName());
            measurement.run(scratch);
            if (!measurement.ended()) {
                throw new IllegalStateException("long run: far behind its schedule, given up");
            }
            final String heap = heap();
            final LatencyRun run = measurement
                    .describe(where, context.jvm())
                    .study(STUDY)
                    .title(what.title() + ", " + heap)
                    .journal(JournalLevel.PROCESS.text() + ", " + where
                            + ", a file a minute, deleted when its records are worked on")
                    .build();
            ResultsWriter.addingTo(results, context).latency("long-run-" + what.name(), run, measurement.histograms());
            System.out.println("long run: " + schedule.total() + " trades in "
                    + schedule.end() / NANOS_PER_SECOND + " s, " + heap + ", "
                    + released + " files of the journal released");
        }
    }

    private void requireRoom(final File directory) {
        final long perFile = schedule.arrivals().ratePerSecond() * SECONDS_PER_FILE * Records.LENGTH;
        final long needed = Math.min(schedule.total() * Records.LENGTH, FILES_AT_ONCE * perFile);
        if (directory.getUsableSpace() < needed) {
            throw new ReportException(directory + ": needs " + needed / (1 << 20)
                    + " MiB for the journal of the long run. Name another with --files");
        }
    }

    /** Called all the time: keeps what is younger than a few seconds. */
    private void release(final long sinceStart) {
        if (sinceStart < nextRelease || sinceStart < KEPT_NANOS) {
            return;
        }
        nextRelease = sinceStart + BETWEEN_RELEASES;
        // There are a few records more than trades, so that no record is released early.
        released += JournalFiles.releaseBefore(journal, schedule.before(sinceStart - KEPT_NANOS), Release.DELETE)
                .size();
    }

    private static String heap() {
        final MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        return String.format(
                Locale.ROOT, "%.0f of %.0f MiB of heap used at the end", heap.getUsed() / MIB, heap.getMax() / MIB);
    }
}
