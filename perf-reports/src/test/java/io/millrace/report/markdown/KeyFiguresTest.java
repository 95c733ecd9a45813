package io.millrace.report.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.report.results.ReportException;
import io.millrace.report.results.Results;
import io.millrace.report.results.ResultsReader;
import io.millrace.report.results.ResultsWriter;
import io.millrace.report.support.SampleResults;
import io.millrace.report.support.SampleStudies;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFiguresTest {
    @TempDir
    private Path directory;

    private Results results;

    @BeforeEach
    void setUp() {
        SampleResults.writeTo(directory);
        results = ResultsReader.read(directory);
    }

    @Test
    void tellWhereTheyComeFrom() {
        assertThat(KeyFigures.render(results))
                .startsWith(KeyFigures.BEGIN)
                .endsWith(KeyFigures.END + "\n")
                .contains("1.07× the time")
                .contains("Measured 2026-01-31 at commit 0123456789ab");
    }

    @Test
    void leaveStudiesOut() {
        SampleStudies.addTo(ResultsWriter.into(directory, SampleResults.context()));
        assertThat(KeyFigures.render(ResultsReader.read(directory)))
                .contains("from the intended send time")
                .doesNotContain("bursts of 100")
                .doesNotContain("71 of 256 MiB")
                .doesNotContain("backoff");
    }

    @Test
    void replaceTheOldOnesAndNothingElse() {
        final String readme =
                "# Title\n\nbefore\n\n" + KeyFigures.BEGIN + "\nold\n" + KeyFigures.END + "\n\nafter $1 \\\n";
        final String fresh = KeyFigures.replaceIn(readme, "README.md", results);
        assertThat(fresh)
                .startsWith("# Title\n\nbefore\n\n" + KeyFigures.BEGIN)
                .endsWith(KeyFigures.END + "\n\nafter $1 \\\n")
                .doesNotContain("old");
        assertThat(KeyFigures.replaceIn(fresh, "README.md", results)).isEqualTo(fresh);
    }

    @Test
    void refuseATextWithoutAPlaceForThem() {
        assertThatThrownBy(() -> KeyFigures.replaceIn("# Title\n", "README.md", results))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("README.md")
                .hasMessageContaining(KeyFigures.BEGIN);
        final String twice = (KeyFigures.BEGIN + "\n" + KeyFigures.END + "\n").repeat(2);
        assertThatThrownBy(() -> KeyFigures.replaceIn(twice, "README.md", results))
                .isInstanceOf(ReportException.class);
    }
}
