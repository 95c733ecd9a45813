package io.millrace.feed.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.spi.ConnectorException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaptureReaderTest {
    @TempDir
    private Path folder;

    private Path write(final byte[] content) throws IOException {
        return Files.write(folder.resolve("capture"), content);
    }

    private Path write(final String content) throws IOException {
        return write(content.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(final String content) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static List<String> read(final Path file) {
        final List<String> lines = new ArrayList<>();
        try (CaptureReader reader = new CaptureReader(file)) {
            while (reader.next()) {
                lines.add(reader.line() + " " + reader.receiveTime() + " "
                        + new String(
                                reader.bytes(), reader.frameOffset(), reader.frameLength(), StandardCharsets.UTF_8));
            }
        }
        return lines;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1723161255030314667 {\"a\":1}\n2 [1]\n",
                "1723161255030314667 {\"a\":1}\n2 [1]",
                "1723161255030314667 {\"a\":1}\r\n2 [1]\r\n"
            })
    void givesTimeAndFrameOfEachLine(final String content) throws IOException {
        final List<String> expected = List.of("1 1723161255030314667 {\"a\":1}", "2 2 [1]");
        assertThat(read(write(content))).isEqualTo(expected);
        assertThat(read(write(gzip(content)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1618678132.8258188: {\"a\":1} | 1618678132825818800 {\"a\":1}",
                "1618678132: [1] | 1618678132000000000 [1]",
                "2019-08-01T00:00:02.9970505Z {\"a\":1} | 1564617602997050500 {\"a\":1}",
                "{\"rx_ns\":42890222687400,\"frame\":{\"b\":[2]}} | 42890222687400 {\"b\":[2]}",
                "{\"frame\":{\"ts\":5},\"rx_ns\":42} | 42 {\"ts\":5}",
                "{\"topic\":\"t\",\"ts\":1733011200691,\"data\":{\"ts\":1}} | 1733011200691000000 {\"topic\":\"t\",\"ts\":1733011200691,\"data\":{\"ts\":1}}",
                "{\"a\":1} | 3 {\"a\":1}",
                "7 \"AQID\" | 7 \"AQID\"",
            })
    void readsLinesAsOthersWriteThem(final String line, final String expected) throws IOException {
        assertThat(read(write("3 {}\n" + line + "\n"))).containsExactly("1 3 {}", "2 " + expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wss://ws.kraken.com <-> 1618678132.3858151",
                "wss://ws.kraken.com <- 1618678132.8253062: {\"event\":\"subscribe\"}",
                "https://api.kraken.com/0/public/AssetPairs -> 1618678132.358447: {\"error\":[]}",
                "configuration: {}",
                "{\"rx_ns\":42,\"dir\":\"tx\",\"frame\":{}}"
            })
    void leavesOutWhatIsNoFrame(final String line) throws IOException {
        assertThat(read(write("1 {}\n" + line + "\n3 {}\n"))).containsExactly("1 1 {}", "3 3 {}");
    }

    @Test
    void readsTheFirstFileOfAnArchive() throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("a"));
            out.write("1 {}\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(write(bytes.toByteArray()))).containsExactly("1 1 {}");
    }

    @Test
    void readsAnEmptyFile() throws IOException {
        assertThat(read(write(""))).isEmpty();
        assertThat(read(write(gzip("")))).isEmpty();
    }

    @Test
    void skipsEmptyLines() throws IOException {
        assertThat(read(write("1 {}\n\n\n2 {}\n\n"))).containsExactly("1 1 {}", "4 2 {}");
    }

    @Test
    void readsLinesLongerThanItsBuffer() throws IOException {
        final String frame = "{\"a\":\"" + "x".repeat(3_000_000) + "\"}";
        assertThat(read(write("1 {}\n2 " + frame + "\n3 {}\n"))).containsExactly("1 1 {}", "2 2 " + frame, "3 3 {}");
    }

    @Test
    void readsManyLines() throws IOException {
        final StringBuilder content = new StringBuilder();
        final List<String> expected = new ArrayList<>();
        for (int i = 1; i <= 50_000; i++) {
            final String frame = "{\"n\":\"" + "y".repeat(i % 97) + "\"}";
            content.append(i * 10L).append(' ').append(frame).append('\n');
            expected.add(i + " " + i * 10L + " " + frame);
        }
        assertThat(read(write(gzip(content.toString())))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x {}",
                " {}",
                "12",
                "12 ",
                "12{}",
                "12 x",
                "99999999999999999999 {}",
                "-1 {}",
                "{",
                "{\"a\":1}}",
                "1.5 {}",
                "1.5:{}",
                "2019-13-01T00:00:02Z {}"
            })
    void namesTheLineThatIsBroken(final String line) throws IOException {
        final Path file = write("1 {}\n" + line + "\n3 {}\n");
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining(file + ", line 2")
                .hasMessageContaining("<receive ns> <frame>");
    }

    @Test
    void saysWhereTruncatedDataEnds() throws IOException {
        final StringBuilder content = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            content.append(i).append(" {\"a\":").append(i * 7919L % 10_007).append("}\n");
        }
        final byte[] whole = gzip(content.toString());
        final Path file = write(Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("behind line ")
                .hasMessageContaining("copy it again");
    }

    @Test
    void refusesWhatOnlyBeginsLikeGzip() throws IOException {
        final Path file = write(new byte[] {0x1F, (byte) 0x8B, 0, 0, 0});
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining(file + " can't be opened");
    }

    @Test
    void refusesMissingFilesAndFolders() {
        assertThatThrownBy(() -> read(folder.resolve("absent")))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> read(folder))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("is not a file");
    }
}
