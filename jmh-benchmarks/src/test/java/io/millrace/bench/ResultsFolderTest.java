package io.millrace.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.report.results.ReportException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsFolderTest {
    private static final Path CHECKED_IN = Path.of("perf-reports", "results");

    @TempDir
    private Path directory;

    @Test
    void onlyAReferenceGoesWhereResultsAreCheckedIn() {
        assertThat(ResultsFolder.chosen(null, false, true).path()).startsWithRaw(CHECKED_IN);
        assertThat(ResultsFolder.chosen(null, false, false).path()).startsWithRaw(Path.of("target"));
        assertThat(ResultsFolder.chosen(null, true, false).path()).startsWithRaw(Path.of("target"));
    }

    @Test
    void roughFiguresAreKeptFromWhereResultsAreCheckedIn() {
        final Path checkedIn = Path.of("jmh-benchmarks", "..", "perf-reports", "results", "jdk17");
        assertThatThrownBy(() -> ResultsFolder.chosen(checkedIn, true, false))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("--quick");
        assertThatThrownBy(() -> ResultsFolder.chosen(null, true, true)).hasMessageContaining("--quick");
        assertThat(ResultsFolder.chosen(checkedIn, false, false).path()).isEqualTo(checkedIn);
    }

    @Test
    void onlyWhatNobodyNamedAndIsRoughIsTemporary() {
        assertThat(ResultsFolder.chosen(null, true, false).isTemporary()).isTrue();
        assertThat(ResultsFolder.chosen(null, false, false).isTemporary()).isFalse();
        assertThat(ResultsFolder.chosen(directory, true, false).isTemporary()).isFalse();
    }

    @Test
    void historyIsKept() throws IOException {
        Files.writeString(directory.resolve("history.json"), "[]");
        Files.writeString(directory.resolve("ratios.json"), "[]");
        ResultsFolder.chosen(directory, false, false).clear();
        assertThat(directory).isDirectoryNotContaining("glob:**/ratios.json");
        assertThat(directory.resolve("history.json")).exists();
    }

    @Test
    void onlyResultsAreDeleted() throws IOException {
        Files.writeString(directory.resolve("context.json"), "{}");
        ResultsFolder.chosen(directory, false, false).clear();
        assertThat(directory).isEmptyDirectory();

        Files.writeString(directory.resolve("context.json"), "{}");
        Files.writeString(directory.resolve("thesis.doc"), "");
        assertThatThrownBy(ResultsFolder.chosen(directory, false, false)::clear).hasMessageContaining("thesis.doc");
        assertThat(directory.resolve("context.json")).exists();
    }
}
