package io.millrace.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.millrace.connectors.support.Context;
import io.millrace.connectors.text.TextBuffer;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.ExactSink;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of rows that are continued, and what is refused. */
class RowFileTest {
    private static final UUID JOURNAL = UUID.fromString("5e0bd6a5-3f0d-4a44-8a5c-000000000001");

    @TempDir
    Path directory;

    private Path file;
    private Path beside;

    @BeforeEach
    void names() {
        file = directory.resolve("rows.csv");
        beside = directory.resolve("rows.csv.millrace");
    }

    private static RowFormat<String> format(final String header) {
        return new RowFormat<>() {
            @Override
            public String header() {
                return header;
            }

            @Override
            public void write(final String item, final TextBuffer row) {
                row.append(item);
            }
        };
    }

    private Sink<String> open(final SinkContext context, final String header) {
        return CsvSink.to(new TextTarget.File(file), ignored -> format(header)).open(context);
    }

    private ExactSink<String> exact(final boolean continues) {
        return (ExactSink<String>) open(new Context(JOURNAL, "out", continues), "head");
    }

    private void threeRows() {
        try (ExactSink<String> sink = exact(false)) {
            sink.accept("a");
            sink.accept("b");
            sink.flush();
            sink.sync();
            sink.accept("c");
        }
    }

    private long held() {
        try (ExactSink<String> sink = exact(true)) {
            return sink.held();
        }
    }

    private void damage(final Path path, final int at, final int with) throws IOException {
        final byte[] bytes = Files.readAllBytes(path);
        bytes[at < 0 ? bytes.length + at : at] = (byte) with;
        Files.write(path, bytes);
    }

    @Test
    void saysBesideTheFileWhoseOutputItIs() throws IOException {
        threeRows();
        assertThat(file).hasContent("head\na\nb\nc\n");
        assertThat(Files.readString(beside))
                .startsWith("millrace output 1\njournal " + JOURNAL + "\nstep out\ncrc ")
                .contains("rows 00000000000000000002 bytes 00000000000000000009 crc ");
    }

    @Test
    void countsOnlyBehindTheLastMark() throws IOException {
        threeRows();
        // Nobody looks at it: the mark says that two rows end behind it.
        damage(file, 6, 'X');
        assertThat(held()).isEqualTo(3);
    }

    @Test
    void takesTheOtherMarkIfOneIsTorn() throws IOException {
        threeRows();
        try (ExactSink<String> sink = exact(true)) {
            sink.sync();
        }
        damage(beside, -1, 0);
        assertThat(held()).isEqualTo(3);
        Files.writeString(beside, Files.readString(beside).replace("mark 0", "mark 9"));
        assertThat(held()).isEqualTo(3);
    }

    @Test
    void beginsAnewIfTheFileIsGone() throws IOException {
        threeRows();
        Files.delete(file);
        try (ExactSink<String> sink = exact(true)) {
            assertThat(sink.held()).isZero();
            sink.accept("A");
        }
        assertThat(file).hasContent("head\nA\n");
        assertThat(held()).isEqualTo(1);
    }

    @Test
    void writesATornHeaderAnew() throws IOException {
        exact(false).close();
        for (final String torn : new String[] {"", "he", "head", "he\0\0\0"}) {
            Files.writeString(file, torn);
            assertThat(held()).isZero();
            assertThat(file).hasContent("head\n");
        }
    }

    @Test
    void namesTheSidecarIfThatCannotBeWritten() {
        threeRows();
        assumeTrue(beside.toFile().setReadOnly() && !Files.isWritable(beside), "this user may write any file");
        assertThatThrownBy(() -> exact(true))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("can't write " + beside + ": permission denied");
    }

    @Test
    void refusesAFileWithoutASidecar() throws IOException {
        Files.writeString(file, "head\nprecious\n");
        assertThatThrownBy(() -> exact(true))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("rows.csv has content, but no rows.csv.millrace beside it")
                .hasMessageContaining("remove it");
        assertThat(file).hasContent("head\nprecious\n");
    }

    @Test
    void refusesContentInANewRun() {
        threeRows();
        assertThatThrownBy(() -> exact(false)).hasMessageContaining("already has content");
    }

    @Test
    void refusesAFileThatWasMadeShorter() throws IOException {
        threeRows();
        Files.writeString(file, "head\na\n");
        assertThatThrownBy(this::held)
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("it had 2 rows in 9 bytes")
                .hasMessageContaining("move it and rows.csv.millrace away");
        assertThat(file).hasContent("head\na\n");
    }

    @Test
    void refusesAnotherHeader() {
        threeRows();
        assertThatThrownBy(() -> open(new Context(JOURNAL, "out", true), "head,more"))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("does not begin with the header that the flow writes now, 'head,more'");
    }

    @Test
    void refusesASecondStepOfTheSameRun() {
        open(new Context(JOURNAL, "out", false), "").close();
        assertThatThrownBy(() -> open(new Context(JOURNAL, "other", false), ""))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("step 'out'")
                .hasMessageContaining("step 'other'");
    }

    @Test
    void refusesARunWithoutAJournalBesideASidecar() throws IOException {
        threeRows();
        Files.delete(file);
        assertThatThrownBy(() -> open(null, "head"))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("rows.csv.millrace says that rows.csv is the output of a journal");
    }

    @Test
    void refusesADamagedOrNewerSidecar() throws IOException {
        threeRows();
        final String good = Files.readString(beside);
        Files.writeString(beside, good.replace("step out", "step oot"));
        assertThatThrownBy(this::held).hasMessageContaining("rows.csv.millrace is damaged");
        Files.writeString(beside, "");
        assertThatThrownBy(this::held).hasMessageContaining("rows.csv.millrace is damaged");
        Files.writeString(beside, good.replace("output 1", "output 2"));
        assertThatThrownBy(this::held).hasMessageContaining("'millrace output 2'");
    }

    @Test
    void keepsAsideWhatIsCut() throws IOException {
        threeRows();
        for (int kept = 2; kept >= 1; kept--) {
            try (ExactSink<String> sink = exact(true)) {
                sink.cutTo(kept);
            }
        }
        assertThat(file).hasContent("head\na\n");
        assertThat(directory.resolve("rows.csv.cut-1")).hasContent("c\n");
        assertThat(directory.resolve("rows.csv.cut-2")).hasContent("b\n");
    }

    @Test
    void countsRowsOfMoreThanABuffer() throws IOException {
        final String large = "x".repeat(700_000);
        try (ExactSink<String> sink = exact(false)) {
            for (int i = 0; i < 5; i++) {
                sink.accept(large);
                sink.accept("\"two\nlines\"");
            }
        }
        Files.write(file, large.getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
        assertThat(held()).isEqualTo(10);
    }

    @Test
    void refusesRowsThatCouldNotBeCounted() throws IOException {
        try (ExactSink<String> sink = exact(false)) {
            sink.accept("good");
            for (final String bad : new String[] {"two\nlines", "a \" quote", "zero \0 byte", "12345678\n12345678"}) {
                assertThatThrownBy(() -> sink.accept(bad))
                        .isInstanceOf(ConnectorException.class)
                        .hasMessageContaining("TextBuffer.appendQuoted");
            }
        }
        assertThat(file).hasContent("head\ngood\n");
    }

    @Test
    void keepsDevicesAsTheyAre() {
        assertThat(CsvSink.to(new TextTarget.File(Path.of("/dev/null")), ignored -> format("head"))
                        .open(new Context(JOURNAL, "out", false)))
                .isNotInstanceOf(ExactSink.class);
        assertThat(Path.of("/dev/null.millrace")).doesNotExist();
    }
}
