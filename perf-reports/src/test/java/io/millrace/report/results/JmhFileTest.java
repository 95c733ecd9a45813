package io.millrace.report.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.report.support.SampleJmh;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmhFileTest {
    @TempDir
    private Path directory;

    @Test
    void readsWhatJmhWrites() throws IOException {
        final JmhResult result = read(new SampleJmh()
                        .averageTime("io.example.Hops.claim", "\"size\" : \"64\", \"mode\" : \"\"", 11.25, 0.1))
                .get(0);
        assertThat(result.type()).isEqualTo("Hops");
        assertThat(result.method()).isEqualTo("claim");
        assertThat(result.mode()).isEqualTo("avgt");
        assertThat(result.paramText()).isEqualTo("mode=, size=64");
        assertThat(result.primary().score()).isEqualTo(11.25);
        assertThat(result.primary().unit()).isEqualTo("ns/op");
        assertThat(result.iterations()).hasSize(10);
        assertThat(result.conditions().measurement()).isEqualTo("5 × 1 s");
        assertThat(result.conditions().warmup()).isEqualTo("5 × 1 s");
        assertThat(result.conditions().jdk()).isEqualTo("17.0.15");
        assertThat(result.allocation().orElseThrow().score()).isEqualTo(0.0002);
    }

    @Test
    void keepsFlagsButNoOtherArguments() throws IOException {
        assertThat(read(new SampleJmh().single("a.B.c", 1)).get(0).conditions().flags())
                .containsExactly("-XX:+UseSerialGC", "-Xlog:gc,safepoint");
    }

    @Test
    void knowsNoErrorOfASingleIteration() throws IOException {
        assertThat(read(new SampleJmh().single("a.B.c", 1)).get(0).primary().hasError())
                .isFalse();
    }

    @Test
    void readsSampledTimes() throws IOException {
        final JmhResult result = read(new SampleJmh().sampled("a.B.c", 24)).get(0);
        assertThat(result.iterations()).isEmpty();
        assertThat(result.percentiles()).containsEntry(99.99, 24.0).containsEntry(100.0, 24.0);
    }

    @Test
    void readsTheNamesOfOlderVersions() throws IOException {
        final Path file = directory.resolve("old.json");
        Files.writeString(
                file, new SampleJmh().single("a.B.c", 1).json().replace("gc.alloc.rate.norm", "·gc.alloc.rate.norm"));
        assertThat(JmhFile.read(file).get(0).allocation()).isPresent();
    }

    @Test
    void namesWhereAScoreIsNoNumber() throws IOException {
        final Path file = directory.resolve("bad.json");
        Files.writeString(
                file,
                new SampleJmh().single("a.B.c", 1.5).json().replace("\"score\" : 1.50000", "\"score\" : \"fast\""));
        assertThatThrownBy(() -> JmhFile.read(file))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("bad.json, entry 1, \"primaryMetric\": \"score\" must be a number, but is fast");
    }

    private List<JmhResult> read(final SampleJmh sample) throws IOException {
        final Path file = directory.resolve("sample.json");
        Files.writeString(file, sample.json());
        return JmhFile.read(file);
    }
}
