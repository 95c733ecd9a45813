package io.millrace.report.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.report.support.SampleRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.DoubleHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistogramLogTest {
    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void setUp() {
        file = directory.resolve("run.hlog");
    }

    @Test
    void addsUpItsIntervals() {
        final List<Histogram> intervals = SampleRuns.intervals(1, 200, 10_000, 5_000);
        final Histogram expected = new Histogram(3);
        intervals.forEach(expected::add);
        HistogramLog.write(file, intervals);
        assertThat(HistogramLog.read(file)).isEqualTo(expected);
    }

    @Test
    void keepsAHistogramThatNoRecorderStamped() {
        HistogramLog.write(file, SampleRuns.values(100, 200, 300));
        assertThat(HistogramLog.read(file).getTotalCount()).isEqualTo(3);
    }

    @Test
    void keepsAHistogramWithoutRecords() {
        HistogramLog.write(file, SampleRuns.values());
        assertThat(HistogramLog.read(file).getTotalCount()).isZero();
    }

    @Test
    void refusesALogWithoutHistograms() {
        HistogramLog.write(file, List.of());
        assertThatThrownBy(() -> HistogramLog.read(file))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("run.hlog: holds no histogram");
    }

    @Test
    void refusesALineThatIsNoHistogram() throws IOException {
        HistogramLog.write(file, SampleRuns.values(100));
        Files.writeString(file, Files.readString(file) + "1.0,1.0,3.0,garbage\n");
        assertThatThrownBy(() -> HistogramLog.read(file))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("run.hlog: interval 2 can't be read");
    }

    @Test
    void neverTakesACutLineForTheWholeOne() throws IOException {
        final List<Histogram> intervals = SampleRuns.intervals(1, 200, 10_000, 2_000);
        HistogramLog.write(file, intervals);
        final String text = Files.readString(file).strip();
        final long all = HistogramLog.read(file).getTotalCount();
        final int lastLine = text.lastIndexOf('\n') + 1;
        final long allButLast = all - intervals.get(intervals.size() - 1).getTotalCount();
        for (int length = lastLine + 1; length < text.length(); length++) {
            Files.writeString(file, text.substring(0, length));
            assertThat(countOrRefused())
                    .as("cut at %d of %d", length, text.length())
                    .isIn(-1L, allButLast);
        }
    }

    @Test
    void refusesHistogramsOfDecimals() throws IOException {
        final DoubleHistogram decimals = new DoubleHistogram(3);
        decimals.recordValue(1.5);
        decimals.setStartTimeStamp(0);
        decimals.setEndTimeStamp(0);
        final HistogramLogWriter writer = new HistogramLogWriter(file.toFile());
        writer.outputIntervalHistogram(decimals);
        writer.close();
        assertThatThrownBy(() -> HistogramLog.read(file)).hasMessageContaining("decimal values");
    }

    @Test
    void namesAFileThatIsNotThere() {
        assertThatThrownBy(() -> HistogramLog.read(file)).hasMessageContaining("run.hlog: is not there");
    }

    private long countOrRefused() {
        try {
            return HistogramLog.read(file).getTotalCount();
        } catch (final ReportException e) {
            return -1;
        }
    }
}
