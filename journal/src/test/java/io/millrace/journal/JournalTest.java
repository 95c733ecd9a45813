package io.millrace.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.InputLog;
import io.millrace.journal.log.JournalReader;
import io.millrace.journal.log.JournalWriter;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.ReadOptions;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.support.Batch;
import io.millrace.journal.support.Heads;
import io.millrace.journal.support.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private final Batch batch = new Batch();

    @TempDir
    private Path temp;

    private JournalWriter create(final Path dir) {
        return Journal.create(dir, Heads.head(), JournalOptions.DEFAULTS);
    }

    @Test
    void givesBackRecordsInTheirBatches() {
        final Path dir = temp.resolve("journal");
        try (JournalWriter log = create(dir)) {
            batch.definition("BTCUSDT")
                    .data("a")
                    .data("longer than eight bytes")
                    .appendTo(log);
            batch.data("").appendTo(log);
            batch.add(RecordKind.TICK, (byte) 0, "").lastEnd().appendTo(log);
        }
        final String[] expected = {
            "0 DEFINITION BTCUSDT",
            "1 DATA a",
            "2 DATA longer than eight bytes",
            "",
            "3 DATA ",
            "",
            "4 TICK ",
            "5 INPUT_END ",
            ""
        };
        assertThat(Records.of(dir)).containsExactly(expected);
        assertThat(Records.of(dir, ReadOptions.DEFAULTS.checkSums(false))).containsExactly(expected);
    }

    @Test
    void givesBackEveryByteOfARecord() {
        final UnsafeBuffer record = new UnsafeBuffer(new byte[64]);
        RecordLayout.header(record, 8, 11, RecordKind.ANSWER, (byte) 5, 0xFFFE, 0, Long.MIN_VALUE + 3, 77);
        record.putStringWithoutLengthAscii(8 + RecordLayout.HEADER, "hello world");
        try (JournalWriter log = create(temp)) {
            log.append(record, 8, RecordLayout.aligned(RecordLayout.HEADER + 11), 0, 1);
        }
        try (JournalReader reader = Journal.open(temp)) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.length()).isEqualTo(48);
            assertThat(reader.offset() % 8).isZero();
            assertThat(reader.buffer().addressOffset() % 8).isZero();
            final byte[] read = new byte[48];
            reader.buffer().getBytes(reader.offset(), read);
            final byte[] written = new byte[48];
            record.getBytes(8, written);
            assertThat(read).isEqualTo(written);
            assertThat(reader.next()).isFalse();
        }
    }

    @Test
    void takesBatchesFromAnyKindOfMemory() {
        final UnsafeBuffer onHeap = new UnsafeBuffer(new byte[1024], 8, 1016);
        final UnsafeBuffer byAddress = new UnsafeBuffer(batch.buffer().addressOffset(), 1024);
        try (JournalWriter log = create(temp)) {
            batch.data("direct").appendTo(log);
            batch.data("on heap");
            onHeap.putBytes(16, batch.buffer(), 0, batch.length());
            log.append(onHeap, 16, batch.length(), batch.firstSeq(), batch.count());
            batch.appendTo(InputLog.NONE);
            batch.data("by address");
            log.append(byAddress, 0, batch.length(), batch.firstSeq(), batch.count());
        }
        assertThat(Records.of(temp))
                .containsExactly("0 DATA direct", "", "1 DATA on heap", "", "2 DATA by address", "");
    }

    @Test
    void keepsWhatTheHeadSays() {
        final JournalHead head = Heads.head();
        create(temp.resolve("empty")).close();
        Journal.create(temp.resolve("journal"), head, JournalOptions.DEFAULTS).close();
        try (JournalReader reader = Journal.open(temp.resolve("journal"))) {
            assertThat(reader.head()).isEqualTo(head);
            assertThat(reader.next()).isFalse();
        }
    }

    @Test
    void refusesADirectoryThatHoldsAJournal() {
        create(temp).close();
        assertThatThrownBy(() -> create(temp))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining(temp.toString())
                .hasMessageContaining("already holds the journal of flow 'flow'")
                .hasMessageContaining("replay it, or choose another directory");
        assertThat(Records.of(temp)).isEmpty();
    }

    @Test
    void refusesADirectoryThatHoldsAJournalNobodyCanRead() throws IOException {
        create(temp).close();
        for (final Path file : LogDirectory.ofJournal(temp).files().paths()) {
            Files.write(file, new byte[100]);
        }
        assertThatThrownBy(() -> create(temp))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("already holds a journal that can't be read");
    }

    @Test
    void refusesAFile() throws IOException {
        final Path file = Files.writeString(temp.resolve("file"), "text");
        assertThatThrownBy(() -> create(file))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("is a file");
        assertThatThrownBy(() -> create(file.resolve("below")))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("can't make the directory");
    }

    @Test
    void refusesToReadWhatIsNoJournal() throws IOException {
        assertThatThrownBy(() -> Journal.open(temp.resolve("nowhere")))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("there is no directory");
        assertThatThrownBy(() -> Journal.open(temp))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("holds no log");
        Files.createDirectories(temp.resolve("input/000001"));
        Files.write(temp.resolve("input/000001/20260101F.cq4"), new byte[0]);
        assertThatThrownBy(() -> Journal.open(temp))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("has anything in it");
    }

    @Test
    void refusesBatchesThatDoNotFollow() {
        try (JournalWriter log = create(temp)) {
            batch.data("0").data("1").appendTo(log);
            batch.data("2");
            assertThatThrownBy(() -> log.append(batch.buffer(), 0, batch.length(), 3, 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("3")
                    .hasMessageContaining("the next one is 2");
            assertThatThrownBy(() -> log.append(batch.buffer(), 0, batch.length(), 1, 1))
                    .isInstanceOf(IllegalStateException.class);
            batch.appendTo(log);
            assertThat(log.nextSeq()).isEqualTo(3);
        }
    }

    @Test
    void refusesBatchesThatAreNotWhatTheySay() {
        try (JournalWriter log = create(temp)) {
            batch.data("0").data("1");
            assertThatThrownBy(() -> log.append(batch.buffer(), 0, batch.length(), 0, 3))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> log.append(batch.buffer(), 0, batch.length() - 8, 0, 2))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> log.append(new UnsafeBuffer(new byte[64]), 0, 64, 0, 1))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> log.append(batch.buffer(), 0, 0, 0, 0))
                    .isInstanceOf(IllegalArgumentException.class);
            batch.appendTo(log);
        }
        assertThat(Records.of(temp)).containsExactly("0 DATA 0", "1 DATA 1", "");
    }

    @Test
    void refusesABatchThatNoFileCanHold() {
        final JournalOptions small = JournalOptions.DEFAULTS.blockBytes(1 << 20);
        final String text = "x".repeat(300_000);
        try (JournalWriter log = Journal.create(temp, Heads.head(), small)) {
            batch.data("before").appendTo(log);
            batch.data(text);
            assertThatThrownBy(() -> batch.appendTo(log))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageContaining("too large")
                    .hasMessageContaining("blocks larger");
        }
        assertThat(Records.of(temp)).containsExactly("0 DATA before", "");
    }

    @Test
    void takesBatchesUpToTheLimitAcrossManyBlocks() {
        final JournalOptions small = JournalOptions.DEFAULTS.blockBytes(1 << 20);
        final String text = "x".repeat((1 << 18) - 40 - 32);
        try (JournalWriter log = Journal.create(temp, Heads.head(), small)) {
            for (int i = 0; i < 40; i++) {
                batch.data(text.substring(i)).appendTo(log);
            }
        }
        final List<String> records = Records.of(temp);
        assertThat(records).hasSize(80);
        for (int i = 0; i < 40; i++) {
            assertThat(records.get(2 * i)).isEqualTo(i + " DATA " + text.substring(i));
        }
    }

    @Test
    void closesTwiceAndTakesNothingAfterwards() {
        final JournalWriter log = create(temp);
        batch.data("0").appendTo(log);
        log.close();
        log.close();
        batch.data("1");
        assertThatThrownBy(() -> batch.appendTo(log))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void readsWhileItIsWritten() {
        try (JournalWriter log = create(temp);
                JournalReader reader = Journal.open(temp)) {
            assertThat(reader.next()).isFalse();
            assertThat(reader.next()).isFalse();
            batch.data("0").appendTo(log);
            assertThat(Records.rest(reader)).containsExactly("0 DATA 0", "");
            assertThat(reader.next()).isFalse();
            batch.data("1").appendTo(log);
            batch.data("2").appendTo(log);
            assertThat(Records.rest(reader)).containsExactly("1 DATA 1", "", "2 DATA 2", "");
        }
    }
}
