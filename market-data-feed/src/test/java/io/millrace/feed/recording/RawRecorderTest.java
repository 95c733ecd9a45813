package io.millrace.feed.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.support.FakeContext;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RawRecorderTest {
    private final FakeContext context = new FakeContext();

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("raw.gz");
    }

    private static void record(final RawRecorder recorder, final long time, final int session, final String text) {
        final byte[] bytes = ("  " + text + "  ").getBytes(StandardCharsets.UTF_8);
        recorder.frame(time, session, session - 1, false, bytes, 2, bytes.length - 4);
    }

    private List<String> lines() throws IOException {
        return lines(Files.readAllBytes(file));
    }

    /** What can be read, up to where the file is cut off. */
    private static List<String> lines(final byte[] bytes) throws IOException {
        final StringBuilder text = new StringBuilder();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                text.append((char) next);
            }
        } catch (final EOFException e) {
            // Cut off: what was there counts.
        }
        return text.isEmpty() ? List.of() : List.of(text.toString().split("\n", -1));
    }

    @Test
    void writesFramesAsLinesOfACapture() throws IOException {
        try (RawRecorder recorder = new RawRecorder(file, context)) {
            record(recorder, 10, 1, "{\"a\":1}");
            record(recorder, 11, 1, "[2]");
            record(recorder, 12, 2, " {\"b\":\r\n3}");
            record(recorder, 13, 2, "pong");
            recorder.frame(14, 2, 1, true, new byte[] {1, 2, 3, 4}, 0, 4);
            recorder.mark(15, 1, 0, SessionMark.DISCONNECTED);
            record(recorder, 16, 1, "{}");
            recorder.mark(17, 1, 0, SessionMark.RETIRING);
            recorder.mark(17, 1, 0, SessionMark.DISCONNECTED);
            record(recorder, 18, 1, "{}");
        }
        assertThat(lines())
                .containsExactly(
                        "10 {\"capture\":\"connection\",\"number\":1,\"plan\":0}",
                        "10 {\"a\":1}",
                        "11 [2]",
                        "12 {\"capture\":\"connection\",\"number\":2,\"plan\":1}",
                        "12 {\"b\":  3}",
                        "14 \"AQIDBA==\"",
                        "15 {\"capture\":\"disconnected\",\"number\":1,\"plan\":0}",
                        "16 {\"capture\":\"connection\",\"number\":1,\"plan\":0}",
                        "16 {}",
                        "17 {\"capture\":\"retiring\",\"number\":1,\"plan\":0}",
                        "17 {\"capture\":\"disconnected\",\"number\":1,\"plan\":0}",
                        "18 {\"capture\":\"connection\",\"number\":1,\"plan\":0}",
                        "18 {}",
                        "");
        assertThat(context.count("frames recorded")).isEqualTo(7);
    }

    @Test
    void putsLongFramesTogether() throws IOException {
        final String frame = "{\"long\":\"" + "x".repeat(300_000) + "\"}";
        try (RawRecorder recorder = new RawRecorder(file, context)) {
            record(recorder, 1, 1, frame);
            record(recorder, 2, 1, "{}");
        }
        assertThat(lines()).hasSize(4).contains("1 " + frame, "2 {}");
    }

    @Test
    void writesWithoutBeingClosedAndLeavesWhatCanBeReadWhenItIsKilled() throws IOException {
        final List<byte[]> states = new ArrayList<>();
        try (RawRecorder recorder = new RawRecorder(file, context)) {
            for (int id = 1; id <= 3; id++) {
                record(recorder, id, 1, "{\"id\":" + id + "}");
                final long before = states.isEmpty() ? 0 : states.get(states.size() - 1).length;
                while (Files.size(file) == before) {
                    Thread.onSpinWait();
                }
                states.add(Files.readAllBytes(file));
            }
        }
        for (int id = 1; id <= 3; id++) {
            assertThat(lines(states.get(id - 1)))
                    .contains(id + " {\"id\":" + id + "}")
                    .hasSize(id + 2);
        }
        final byte[] all = states.get(2);
        for (int cut = states.get(1).length; cut < all.length; cut++) {
            assertThat(lines(Arrays.copyOf(all, cut))).contains("1 {\"id\":1}", "2 {\"id\":2}");
        }
    }

    @Test
    void dropsWholeFramesThatItHasNoRoomForAndSaysSo() throws IOException {
        final int frames = 20_000;
        final String filler = "y".repeat(500);
        try (RawRecorder recorder = new RawRecorder(file, context, 1 << 18)) {
            for (int id = 0; id < frames; id++) {
                record(recorder, id, 1, "{\"id\":" + id + ",\"filler\":\"" + filler + "\"}");
            }
        }
        final long dropped = context.count("frames not recorded for want of room");
        assertThat(dropped).isPositive();
        assertThat(context.count("frames recorded")).isEqualTo(frames - dropped);
        assertThat(lines())
                .hasSize((int) (frames - dropped) + 2)
                .allMatch(line -> line.isEmpty() || line.endsWith("}"));
        assertThat(context.reports()).singleElement().asString().contains("slower than the venue");
    }

    @Test
    void doesNotTouchAFileThatIsThere() throws IOException {
        Files.writeString(file, "precious");
        assertThatThrownBy(() -> new RawRecorder(file, context))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("exists already");
        assertThat(Files.readString(file)).isEqualTo("precious");
        assertThatThrownBy(() -> new RawRecorder(folder.resolve("no/such/folder.gz"), context))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("check the path");
    }
}
