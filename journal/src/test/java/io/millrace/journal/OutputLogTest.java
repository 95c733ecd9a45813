package io.millrace.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.item.Codec;
import io.millrace.engine.item.Codecs;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.Sink;
import io.millrace.journal.model.DamageException;
import io.millrace.journal.model.Durability;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.Roll;
import io.millrace.journal.output.OutputLog;
import io.millrace.journal.output.OutputLogReader;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.support.Sum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputLogTest {
    private long now = 1_700_000_000_000L;

    @TempDir
    private Path temp;

    private static <T> List<String> read(final Path dir, final Codec<T> codec) {
        try (OutputLogReader<T> reader = OutputLogReader.open(dir, codec)) {
            return rest(reader);
        }
    }

    private static <T> List<String> rest(final OutputLogReader<T> reader) {
        final List<String> items = new ArrayList<>();
        while (reader.next()) {
            items.add(reader.number() + ": " + reader.item());
        }
        return items;
    }

    @Test
    void givesBackItemsWithTheirNumbers() {
        try (Sink<Sum> sink = OutputLog.at(temp, Sum.TYPE).open(Sum.CONTEXT)) {
            sink.accept(Sum.of(10));
            sink.accept(Sum.of(11));
            sink.flush();
            sink.flush();
            sink.accept(Sum.of(-7));
        }
        assertThat(read(temp, Sum.TYPE)).containsExactly("0: 10/5", "1: 11/5", "2: -7/-3");
    }

    @Test
    void givesBackItemsOfAnyLength() {
        final List<String> expected = new ArrayList<>();
        try (Sink<String> sink = OutputLog.at(temp, Codecs.TEXT).open(Sum.CONTEXT)) {
            for (int i = 0; i < 300; i++) {
                final String text = "x".repeat(i * i);
                sink.accept(text);
                expected.add(i + ": " + text);
            }
        }
        assertThat(read(temp, Codecs.TEXT)).isEqualTo(expected);
    }

    @Test
    void goesOnFromFileToFile() {
        final OutputLog<Sum> log = OutputLog.at(temp, Sum.TYPE)
                .options(JournalOptions.DEFAULTS
                        .roll(Roll.MINUTELY)
                        .durability(Durability.BATCH)
                        .wallClock(() -> now));
        try (Sink<Sum> sink = log.open(Sum.CONTEXT);
                OutputLogReader<Sum> reader = OutputLogReader.open(temp, Sum.TYPE)) {
            for (int i = 0; i < 4; i++) {
                sink.accept(Sum.of(i));
                assertThat(reader.next()).isFalse();
                sink.flush();
                assertThat(rest(reader)).containsExactly(i + ": " + Sum.of(i));
                now += TimeUnit.MINUTES.toMillis(1);
            }
        }
        assertThat(LogDirectory.ofOutputLog(temp).files().paths()).hasSize(4);
        assertThat(read(temp, Sum.TYPE)).hasSize(4);
    }

    @Test
    void tellsWhatItHolds() {
        OutputLog.at(temp, Sum.TYPE).open(Sum.CONTEXT).close();
        try (OutputLogReader<Sum> reader = OutputLogReader.open(temp, Sum.TYPE)) {
            assertThat(reader.head().step()).isEqualTo("sums");
            assertThat(reader.head().codec()).isEqualTo("sum");
            assertThat(reader.next()).isFalse();
        }
        assertThatThrownBy(() -> OutputLogReader.open(temp, Codecs.TEXT))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("holds items of codec 'sum' version 1, asked for was 'text'");
        assertThatThrownBy(() -> OutputLogReader.open(temp.resolve("nowhere"), Codecs.TEXT))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("there is no directory");
    }

    @Test
    void refusesADirectoryThatHoldsOne() {
        try (Sink<Sum> sink = OutputLog.at(temp, Sum.TYPE).open(Sum.CONTEXT)) {
            sink.accept(Sum.of(1));
            assertThatThrownBy(() -> OutputLog.at(temp, Sum.TYPE).open(Sum.CONTEXT))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageContaining("is being written");
        }
        assertThatThrownBy(() -> OutputLog.at(temp, Sum.TYPE).open(Sum.CONTEXT))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("output 'sums'")
                .hasMessageContaining("already holds an output log");
        assertThat(read(temp, Sum.TYPE)).containsExactly("0: 1/0");
    }

    @Test
    void saysWhereItIsDamaged() throws IOException {
        try (Sink<Sum> sink = OutputLog.at(temp, Sum.TYPE).open(Sum.CONTEXT)) {
            sink.accept(Sum.of(0x1122334455667788L));
            sink.flush();
        }
        final Path file = LogDirectory.ofOutputLog(temp).files().paths().get(0);
        final byte[] bytes = Files.readAllBytes(file);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == (byte) 0x88 && bytes[i + 1] == 0x77) {
                bytes[i] = 0;
            }
        }
        Files.write(file, bytes);
        assertThatThrownBy(() -> read(temp, Sum.TYPE))
                .isInstanceOf(DamageException.class)
                .hasMessageContaining(file.toString());
    }
}
