package io.millrace.report.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.report.support.SampleResults;
import io.millrace.report.support.SampleRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OlderRunsTest {
    @TempDir
    private Path directory;

    @Test
    void readWithoutTheFieldsThatCameLater() throws IOException {
        ResultsWriter.into(directory, SampleResults.context())
                .latency("run", SampleRuns.run("fused", 1000).build(), SampleRuns.values(100, 200));
        final Path file = directory.resolve("latency/run.json");
        String text = Files.readString(file);
        for (final String field : new String[] {
            "study",
            "arrivals",
            "safepointNanos",
            "longestSafepointNanos",
            "compilations",
            "deoptimizations",
            "threadCosts",
            "firstRecordSeconds",
            "steadySeconds"
        }) {
            assertThat(text).contains("\"" + field + "\" :");
            text = text.replace("\"" + field + "\" :", "\"no-" + field + "\" :");
        }
        Files.writeString(file, text);

        final LatencyRun run = ResultsReader.read(directory).latency().get(0).run();

        assertThat(run.setup().study()).isEmpty();
        assertThat(run.setup().arrivals()).isEqualTo(RunSetup.CONSTANT);
        assertThat(run.disturbance().vm()).isEqualTo(VmCost.UNKNOWN);
        assertThat(run.disturbance().threads()).isEmpty();
        assertThat(run.start()).isEqualTo(RunStart.UNKNOWN);
    }
}
