package io.millrace.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.report.Report;
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

class JmhPairTest {
    @TempDir
    private Path directory;

    private List<JmhPair> pairs(final SampleJmh sample) throws IOException {
        Files.writeString(ResultsWriter.into(directory, SampleResults.context()).jmhFile("x"), sample.json());
        return JmhGroup.of(ResultsReader.read(directory).jmh()).stream()
                .flatMap(group -> JmhPair.of(group).stream())
                .toList();
    }

    @Test
    void standsBesideTheSameWorkByOtherMeansWithTheSameParameters() throws IOException {
        final List<JmhPair> pairs = pairs(new SampleJmh()
                .averageTime("a.Log.append", "\"batch\" : \"1\"", 30, 0.1)
                .averageTime("a.Log.append", "\"batch\" : \"16\"", 12, 0.1)
                .averageTime("a.Log.appendByMappedFile", "\"batch\" : \"1\"", 20, 0.1)
                .averageTime("a.Log.appendByMappedFile", "\"batch\" : \"16\"", 24, 0.1)
                .averageTime("a.Log.read", "\"batch\" : \"1\"", 5, 0.1)
                .averageTime("a.Other.appendByHand", "\"batch\" : \"1\"", 5, 0.1));
        assertThat(pairs).extracting(JmhPair::cost).containsExactly(1.5, 0.5);
        assertThat(pairs).extracting(JmhPair::means).containsOnly("Mapped File");
    }

    @Test
    void throughputIsACostTheOtherWayRound() throws IOException {
        assertThat(pairs(new SampleJmh().throughput("a.Log.append", "", 5).throughput("a.Log.appendByHand", "", 10)))
                .extracting(JmhPair::cost)
                .containsExactly(2.0);
    }

    @Test
    void bothReportsTellIt() throws IOException {
        pairs(new SampleJmh()
                .averageTime("a.Log.append", "", 30, 0.1)
                .averageTime("a.Log.appendByLong2ObjectHashMap", "", 20, 0.1));
        assertThat(Report.read(directory).markdown()).contains("| append |  | Long2Object Hash Map | 1.50× |");
        assertThat(Report.read(directory).html()).contains("Each piece beside its floor", "<strong>1.50×</strong>");
    }
}
