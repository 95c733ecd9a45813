package io.millrace.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.report.results.JmhResult;
import io.millrace.report.results.ResultsReader;
import io.millrace.report.results.ResultsWriter;
import io.millrace.report.support.SampleJmh;
import io.millrace.report.support.SampleResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JmhGroupTest {
    @TempDir
    private Path directory;

    @Test
    void keepsClassesAndModesApart() throws IOException {
        final List<JmhGroup> groups = groups(new SampleJmh()
                .averageTime("a.Hops.x", "\"size\" : \"64\"", 1, 0.1)
                .throughput("a.Hops.x", "", 5)
                .averageTime("a.Hops.y", "\"depth\" : \"2\"", 2, 0.1)
                .sampled("a.Clock.z", 3));
        assertThat(groups).extracting(JmhGroup::type).containsExactly("Hops", "Hops", "Clock");
        assertThat(groups.get(0).results()).extracting(JmhResult::method).containsExactly("x", "y");
        assertThat(groups.get(0).params()).containsExactly("depth", "size");
        assertThat(groups.get(0).meaning()).contains("less is better");
        assertThat(groups.get(1).meaning()).contains("more is better");
        assertThat(groups.get(2).hasPercentiles()).isTrue();
    }

    @Test
    void makesRoomForErrorsButNotForAbsurdOnes() throws IOException {
        assertThat(groups(new SampleJmh().averageTime("a.B.c", "", 10, 0.2))
                        .get(0)
                        .greatest())
                .isBetween(11.0, 12.0);
        assertThat(groups(new SampleJmh().averageTime("a.B.c", "", 10, 20))
                        .get(0)
                        .greatest())
                .isEqualTo(20);
    }

    private List<JmhGroup> groups(final SampleJmh sample) throws IOException {
        Files.writeString(ResultsWriter.into(directory, SampleResults.context()).jmhFile("x"), sample.json());
        return JmhGroup.of(ResultsReader.read(directory).jmh());
    }
}
