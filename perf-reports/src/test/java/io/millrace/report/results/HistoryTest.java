package io.millrace.report.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.report.support.SampleHistory;
import io.millrace.report.support.SampleResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
    @TempDir
    private Path directory;

    private History history() {
        return ResultsReader.read(directory).history();
    }

    private List<Double> costs() {
        final Ratio cost = ResultsReader.read(directory).ratios().get(0);
        return history().of(cost).stream().map(History.Point::value).toList();
    }

    @Test
    void isEmptyUntilSomethingIsRemembered() {
        ResultsWriter.into(directory, SampleResults.context()).ratios(SampleResults.ratios());
        assertThat(history().entries()).isEmpty();
    }

    @Test
    void hasOneEntryForEachCommit() {
        SampleHistory.commit(directory, "aaa", 1.5, 3);
        SampleHistory.commit(directory, "bbb", 1.23456, 3);
        SampleHistory.commit(directory, "aaa", 1.4, 3);
        assertThat(history().entries()).extracting(History.Entry::commit).containsExactly("aaa", "bbb");
        assertThat(costs()).containsExactly(1.4, 1.235);
    }

    @Test
    void keepsWhatAnotherProcessAddedToACommit() {
        SampleHistory.commit(directory, SampleResults.context(), SampleResults.ratios());
        SampleHistory.commit(directory, SampleResults.context().commit(), 1.5, 3);
        assertThat(history().entries())
                .singleElement()
                .satisfies(entry -> assertThat(entry.ratios())
                        .containsKeys(
                                "group: cost",
                                History.key(SampleResults.ratios().get(0))));
    }

    @Test
    void isBoundedAndKeepsTheFirst() {
        for (int commit = 0; commit < History.MOST + 5; commit++) {
            SampleHistory.commit(directory, "c" + commit, 1 + commit / 100.0, 3);
        }
        assertThat(history().entries())
                .hasSize(History.MOST)
                .extracting(History.Entry::commit)
                .startsWith("c0", "c6")
                .endsWith("c" + (History.MOST + 4));
    }

    @Test
    void refusesWhatItCannotRead() throws IOException {
        SampleHistory.commit(directory, "aaa", 1.5, 3);
        final Path file = directory.resolve(HistoryFile.NAME);
        Files.writeString(file, Files.readString(file).replace("1.5", "-1.5"));
        assertThatThrownBy(this::history)
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("history.json")
                .hasMessageContaining("group: cost");
    }
}
