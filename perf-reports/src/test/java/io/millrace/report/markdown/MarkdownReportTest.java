package io.millrace.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.report.results.ResultsReader;
import io.millrace.report.results.ResultsWriter;
import io.millrace.report.support.SampleResults;
import io.millrace.report.support.SampleRuns;
import io.millrace.report.support.SampleStudies;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownReportTest {
    @TempDir
    private Path directory;

    @Test
    void holdsRatiosPercentilesScoresAndContext() {
        SampleResults.writeTo(directory);
        final String text = MarkdownReport.render(ResultsReader.read(directory));
        assertThat(text)
                .contains("| compiled flow: nine operators against one class | 1.32× the time | ≤ 1.10 | ✗ missed |")
                .contains("| fused at 500k | 500 k/s | 0.19")
                .contains("| keyedCandle |")
                .contains("commit 0123456789ab on Example Processor 9000")
                .contains("* steal: the hypervisor");
    }

    @Test
    void tellsOnceWhatAllRunsShare() {
        SampleResults.writeTo(directory);
        final String text = MarkdownReport.render(ResultsReader.read(directory));
        assertThat(text)
                .containsOnlyOnce("journal memory-mapped")
                .contains("All runs: tee: 1 s candle, z-score, journal memory-mapped, not pinned, Serial GC, JDK 17");
    }

    @Test
    void tellsServiceCostAndUpToWhichRateASweepHolds() {
        SampleStudies.addTo(ResultsWriter.into(directory, SampleResults.context()));
        assertThat(MarkdownReport.render(ResultsReader.read(directory)))
                .contains("### Service cost of the measured window")
                .contains("| thread millrace-risk |")
                .contains("### " + SampleStudies.SWEEP)
                .contains("| fused, spin, 1 thread | 1 M/s |")
                .contains("| threaded, yield, 2 threads | 500 k/s |")
                .contains("### " + SampleStudies.LONG_RUN)
                .contains("71 of 256 MiB of heap");
    }

    @Test
    void explainsTheStarOfAThinPercentile() {
        ResultsWriter.into(directory, SampleResults.context())
                .latency("run", SampleRuns.run("fused", 1000).build(), SampleRuns.values(1, 2, 3));
        assertThat(MarkdownReport.render(ResultsReader.read(directory)))
                .contains("0.00300\\*")
                .contains("* \\*: fewer than ten records");
    }

    @Test
    void givesEachRowAsManyCellsAsItsTableHas() {
        SampleResults.writeTo(directory);
        final ResultsWriter writer = ResultsWriter.into(directory, SampleResults.context());
        SampleStudies.addTo(writer);
        writer.latency(
                "hostile",
                SampleRuns.run("fused", 1000).title("a|b\n| c \\| `d` <e> *f*").build(),
                SampleRuns.values(1, 2, 3));
        int cells = 0;
        for (final String line :
                MarkdownReport.render(ResultsReader.read(directory)).lines().toList()) {
            final int found = line.startsWith("|") ? line.split("(?<!\\\\)\\|", -1).length : 0;
            if (cells > 0 && found > 0) {
                assertThat(found).as(line).isEqualTo(cells);
            }
            cells = found;
        }
    }

    @Test
    void setsNumbersFlushRight() {
        final StringBuilder out = new StringBuilder();
        new MarkdownTable(out, List.of("name", "value:")).row("x", "1");
        assertThat(out).hasToString("| name | value |\n| --- | ---: |\n| x | 1 |\n");
    }
}
