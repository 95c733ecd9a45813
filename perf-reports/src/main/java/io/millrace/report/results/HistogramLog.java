package io.millrace.report.results;

import java.io.FileNotFoundException;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.zip.DataFormatException;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogScanner;
import org.HdrHistogram.HistogramLogWriter;

/**
 * {@code latency/<name>.hlog}: interval histograms of nanoseconds, added up when they are read.
 *
 * <p>HdrHistogram's own reader passes over a line that it can't read; a report that did so would quote percentiles of a
 * part of the run.
 */
final class HistogramLog {
    static final String EXTENSION = ".hlog";

    private static final int SIGNIFICANT_DIGITS = 3;

    private HistogramLog() {}

    static Histogram read(final Path file) {
        final Histogram total = new Histogram(SIGNIFICANT_DIGITS);
        final Sum sum = new Sum(file, total);
        try (HistogramLogScanner scanner = new HistogramLogScanner(file.toFile())) {
            scanner.process(sum);
        } catch (final FileNotFoundException e) {
            throw new ReportException(file + ": is not there or can't be read", e);
        } catch (final NoSuchElementException e) {
            throw new ReportException(
                    file + ": ends within interval " + (sum.intervals + 1)
                            + ". Measure again, or delete it and its .json",
                    e);
        }
        if (sum.intervals == 0) {
            throw new ReportException(file + ": holds no histogram. Measure again, or delete it and its .json");
        }
        return total;
    }

    static void write(final Path file, final Iterable<Histogram> intervals) {
        try {
            final HistogramLogWriter writer = new HistogramLogWriter(file.toFile());
            try {
                writer.outputLogFormatVersion();
                writer.outputLegend();
                intervals.forEach(interval -> writer.outputIntervalHistogram(stamped(interval)));
            } finally {
                writer.close();
            }
        } catch (final FileNotFoundException e) {
            throw new ReportException(file + ": can't be written: " + e.getMessage(), e);
        }
    }

    /** A histogram that no recorder made has no times, and its log line would not be readable. */
    private static Histogram stamped(final Histogram interval) {
        if (interval.getStartTimeStamp() != Long.MAX_VALUE) {
            return interval;
        }
        final Histogram copy = interval.copy();
        copy.setStartTimeStamp(0);
        copy.setEndTimeStamp(0);
        return copy;
    }

    /** Adds up the histograms of a log. */
    private static final class Sum implements HistogramLogScanner.EventHandler {
        private final Path file;
        private final Histogram total;
        private int intervals;

        Sum(final Path file, final Histogram total) {
            this.file = file;
            this.total = total;
        }

        @Override
        public boolean onComment(final String comment) {
            return false;
        }

        @Override
        public boolean onBaseTime(final double secondsSinceEpoch) {
            return false;
        }

        @Override
        public boolean onStartTime(final double secondsSinceEpoch) {
            return false;
        }

        @Override
        public boolean onHistogram(
                final String tag,
                final double timestamp,
                final double length,
                final HistogramLogScanner.EncodableHistogramSupplier supplier) {
            final EncodableHistogram interval;
            try {
                interval = supplier.read();
            } catch (final DataFormatException e) {
                throw new IllegalArgumentException(e);
            }
            if (!(interval instanceof Histogram histogram)) {
                throw new IllegalArgumentException("holds decimal values, not nanoseconds");
            }
            total.add(histogram);
            intervals++;
            return false;
        }

        @Override
        public boolean onException(final Throwable problem) {
            throw new ReportException(
                    file + ": interval " + (intervals + 1) + " can't be read: " + problem
                            + ". Measure again, or delete it and its .json",
                    problem);
        }
    }
}
