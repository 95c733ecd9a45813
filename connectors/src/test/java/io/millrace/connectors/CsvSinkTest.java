package io.millrace.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.connectors.text.TextBuffer;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.Sink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSinkTest {
    @TempDir
    Path directory;

    private static final RowFormat<Long> SQUARES = new RowFormat<>() {
        @Override
        public String header() {
            return "number,square";
        }

        @Override
        public void write(final Long item, final TextBuffer row) {
            row.append(item).append(',').append(item * item);
        }
    };

    private static Sink<Long> open(final Path file) {
        return CsvSink.to(new TextTarget.File(file), context -> SQUARES).open(null);
    }

    @Test
    void writesHeaderAndRows() throws IOException {
        final Path file = directory.resolve("squares.csv");
        try (Sink<Long> sink = open(file)) {
            sink.accept(2L);
            sink.flush();
            sink.accept(3L);
        }
        assertThat(file).hasContent("number,square\n2,4\n3,9\n");
    }

    @Test
    void writesManyRowsInBatches() throws IOException {
        final Path file = directory.resolve("squares.csv");
        try (Sink<Long> sink = open(file)) {
            for (long i = 0; i < 100_000; i++) {
                sink.accept(i);
            }
        }
        assertThat(Files.readAllLines(file)).hasSize(100_001).last().isEqualTo("99999,9999800001");
    }

    @Test
    void refusesAFileThatHasContentAndTakesAnEmptyOne() throws IOException {
        final Path file = directory.resolve("old.csv");
        Files.writeString(file, "precious\n");
        assertThatThrownBy(() -> open(file))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("old.csv already has content");
        assertThat(file).hasContent("precious\n");
        Files.writeString(file, "");
        open(file).close();
        assertThat(file).hasContent("number,square\n");
    }

    @Test
    void saysWhatIsWrongWithAPlace() {
        assertThatThrownBy(() -> open(directory)).hasMessageContaining("is a directory: name a file");
        assertThatThrownBy(() -> open(directory.resolve("no/such/file.csv")))
                .hasMessageContaining("does not exist: create it first");
    }

    @Test
    void saysThatTheDiskIsFull() {
        final Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.isWritable(full), "needs a device that is always full");
        final Sink<Long> sink = open(full);
        sink.accept(1L);
        assertThatThrownBy(sink::flush)
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("/dev/full")
                .hasMessageContaining("No space left on device");
        sink.close();
    }
}
