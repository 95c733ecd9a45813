package io.millrace.report.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.report.machine.MachineContext;
import io.millrace.report.support.SampleJmh;
import io.millrace.report.support.SampleResults;
import io.millrace.report.support.SampleRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsWriterTest {
    @TempDir
    private Path directory;

    private ResultsWriter writer;

    @BeforeEach
    void setUp() {
        writer = ResultsWriter.into(directory, SampleResults.context());
    }

    @Test
    void keepsContextAndRatios() {
        writer.ratios(SampleResults.ratios());
        final Results results = ResultsReader.read(directory);
        assertThat(results.context()).isEqualTo(SampleResults.context());
        assertThat(results.ratios()).isEqualTo(SampleResults.ratios());
    }

    @Test
    void keepsWhatAPlatformDoesNotTell() {
        final LatencyRun run = SampleRuns.run("fused", 1000)
                .stealPercent(OptionalDouble.empty())
                .contextSwitches(OptionalLong.empty(), OptionalLong.empty())
                .pageFaults(OptionalLong.empty(), OptionalLong.empty())
                .allocatedBytes(OptionalLong.empty())
                .collections(OptionalLong.empty())
                .safepoints(OptionalLong.empty())
                .vm(VmCost.UNKNOWN)
                .threadCosts(List.of())
                .start(RunStart.UNKNOWN)
                .build();
        writer.latency("run", run, SampleRuns.values(1));
        assertThat(ResultsReader.read(directory).latency().get(0).run()).isEqualTo(run);
    }

    @Test
    void keepsARunAndItsPercentiles() {
        final LatencyRun run = SampleRuns.run("fused", 1000).build();
        final List<Histogram> intervals = SampleRuns.intervals(3, 150, 9_000, 20_000);
        final Histogram expected = new Histogram(3);
        intervals.forEach(expected::add);
        writer.latency("fused-1k", run, intervals);

        final MeasuredRun read = ResultsReader.read(directory).latency().get(0);

        assertThat(read.name()).isEqualTo("fused-1k");
        assertThat(read.run()).isEqualTo(run);
        assertThat(read.count()).isEqualTo(expected.getTotalCount());
        assertThat(read.max()).isEqualTo(expected.getMaxValue());
        for (final double percentile : new double[] {0, 50, 90, 99, 99.9, 99.99, 100}) {
            assertThat(read.at(percentile)).isEqualTo(expected.getValueAtPercentile(percentile));
        }
    }

    @Test
    void namesTheFileThatJmhWritesTo() throws IOException {
        Files.writeString(
                writer.jmhFile("hops"),
                new SampleJmh().averageTime("a.B.c", "", 10, 0.1).json());
        assertThat(ResultsReader.read(directory).jmh())
                .extracting(JmhResult::benchmark)
                .containsExactly("a.B.c");
    }

    @Test
    void replacesARatioThatIsMeasuredAgain() {
        final Ratio first = SampleResults.ratios().get(0);
        writer.ratios(SampleResults.ratios());
        final Ratio again = new Ratio(
                first.group(),
                first.name(),
                1.01,
                first.target(),
                first.baseline(),
                first.subject(),
                first.pairs(),
                first.context());
        writer.ratios(List.of(again));
        assertThat(ResultsReader.read(directory).ratios())
                .extracting(Ratio::value)
                .containsExactly(1.01, 1.32, 13.6, 1.22);
    }

    @Test
    void letsLaterProcessesAddToADirectory() {
        writer.ratios(SampleResults.ratios().subList(0, 1));
        ResultsWriter.into(directory, SampleResults.context().withNote("later"))
                .ratios(SampleResults.ratios().subList(1, 2));
        final Results results = ResultsReader.read(directory);
        assertThat(results.ratios()).hasSize(2);
        assertThat(results.context().notes()).contains("later");
    }

    @Test
    void leavesTheContextToTheProcessThatBegan() {
        ResultsWriter.addingTo(directory, SampleResults.context().withNote("child"))
                .ratios(SampleResults.ratios());
        assertThat(ResultsReader.read(directory).context()).isEqualTo(SampleResults.context());
        assertThatThrownBy(() -> ResultsWriter.addingTo(
                        directory, SampleResults.context().withCommit("fedcba987654")))
                .isInstanceOf(ReportException.class);
    }

    @Test
    void refusesToMixCommits() {
        final MachineContext other = SampleResults.context().withCommit("fedcba987654");
        assertThatThrownBy(() -> ResultsWriter.into(directory, other))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("context.json")
                .hasMessageContaining("0123456789ab")
                .hasMessageContaining("fedcba987654")
                .hasMessageContaining("choose an empty one");
    }

    @Test
    void refusesNamesThatLeaveTheDirectory() {
        final LatencyRun run = SampleRuns.run("fused", 1000).build();
        assertThatThrownBy(() -> writer.latency("../run", run, SampleRuns.values(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("../run");
        assertThatThrownBy(() -> writer.jmhFile("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void saysWhatARunLacks() {
        assertThatThrownBy(() -> LatencyRun.builder().title("x").build()).hasMessageContaining("\"flow\"");
        assertThatThrownBy(() -> SampleRuns.run("fused", 1000).journal(null).build())
                .hasMessageContaining("\"journal\" is missing");
        assertThatThrownBy(() -> SampleRuns.run("fused", 1000).from(null).build())
                .hasMessageContaining("\"from\" is missing");
    }
}
