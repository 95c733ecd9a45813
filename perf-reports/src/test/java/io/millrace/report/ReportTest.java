package io.millrace.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.report.markdown.KeyFigures;
import io.millrace.report.results.ReportException;
import io.millrace.report.support.SampleResults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    private Path directory;

    @Test
    void writesAPageAndASummary() throws IOException {
        SampleResults.writeTo(directory);
        final Path target = directory.resolve("out").resolve("report");
        Report.read(directory).writeTo(target);
        assertThat(target.resolve("index.html")).content().startsWith("<!DOCTYPE html>");
        assertThat(target.resolve("report.md")).content().startsWith("# Millrace performance report");
    }

    @Test
    void givesTheSameBytesForTheSameResults(@TempDir final Path other) {
        SampleResults.writeTo(directory);
        SampleResults.writeTo(other);
        final Report report = Report.read(directory);
        assertThat(report.html())
                .isEqualTo(report.html())
                .isEqualTo(Report.read(other).html());
        assertThat(report.markdown()).isEqualTo(Report.read(other).markdown());
        assertThat(report.keyFigures()).isEqualTo(Report.read(other).keyFigures());
    }

    @Test
    void givesTheSameBytesInAnyLocaleAndTimeZone() {
        SampleResults.writeTo(directory);
        final String expected =
                Report.read(directory).html() + Report.read(directory).markdown();
        final Locale locale = Locale.getDefault();
        final TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-SA-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kolkata"));
            assertThat(Report.read(directory).html() + Report.read(directory).markdown())
                    .isEqualTo(expected);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void putsKeyFiguresIntoAReadme() throws IOException {
        SampleResults.writeTo(directory);
        final Path readme = directory.resolve("README.md");
        Files.writeString(readme, "# X\n" + KeyFigures.BEGIN + "\n" + KeyFigures.END + "\n");
        final Report report = Report.read(directory);
        report.updateKeyFigures(readme);
        assertThat(readme).hasContent("# X\n" + report.keyFigures());
    }

    @Test
    void namesTheFileThatKeyFiguresCantGoInto() {
        SampleResults.writeTo(directory);
        assertThatThrownBy(() -> Report.read(directory).updateKeyFigures(directory.resolve("NONE.md")))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("NONE.md");
    }

    @Test
    void runsFromACommandLine() throws IOException {
        SampleResults.writeTo(directory);
        assertThat(run(directory.toString())).isEqualTo("0 " + directory.resolve("index.html") + "\n");
        Files.delete(directory.resolve("latency/fused-100k.json"));
        assertThat(run(directory.toString())).startsWith("1 ").contains("fused-100k.hlog: has no context beside it");
        assertThat(run()).startsWith("2 usage:");
    }

    private static String run(final String... args) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        final int status = Main.run(args, out, out);
        return status + " " + bytes.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
    }
}
