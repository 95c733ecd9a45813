package io.millrace.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.report.Report;
import io.millrace.report.markup.Markup;
import io.millrace.report.plot.CoursePlot;
import io.millrace.report.results.ResultsReader;
import io.millrace.report.support.SampleHistory;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseTest {
    @TempDir
    private Path directory;

    private List<String> changes() {
        return Course.of(ResultsReader.read(directory)).stream()
                .map(Course::change)
                .toList();
    }

    @Test
    void saysWhetherARatioHasBecomeBetterOrWorse() {
        SampleHistory.commit(directory, "aaa", 1.0, 4);
        assertThat(changes()).isEmpty();
        SampleHistory.commit(directory, "bbb", 1.2, 5);
        assertThat(changes()).containsExactly("20 % worse", "25 % better");
        SampleHistory.commit(directory, "ccc", 0.9, 2);
        assertThat(changes()).containsExactly("10 % better", "50 % worse");
        SampleHistory.commit(directory, "ddd", 1.04, 3.9);
        assertThat(changes()).containsExactly("as it was", "as it was");
    }

    @Test
    void drawsAPointForEachCommit() {
        SampleHistory.commit(directory, "aaa", 1.0, 4);
        SampleHistory.commit(directory, "bbb", 1.2, 5);
        final Markup markup = new Markup();
        CoursePlot.draw(markup, Course.of(ResultsReader.read(directory)).get(0));
        assertThat(markup.end()).contains("commit aaa", "commit bbb", "zone").containsOnlyOnce("class=\"line\"");
    }

    @Test
    void bothReportsTellIt() {
        SampleHistory.commit(directory, "aaa", 1.0, 4);
        assertThat(Report.read(directory).html()).doesNotContain("id=\"history\"");
        SampleHistory.commit(directory, "bbb", 1.2, 5);
        assertThat(Report.read(directory).html()).contains("id=\"history\"", "href=\"#history\"");
        assertThat(Report.read(directory).markdown())
                .contains("## History", "| group: cost | 1.00× | aaa | 1.20× | bbb | 20 % worse | 2 |");
    }
}
