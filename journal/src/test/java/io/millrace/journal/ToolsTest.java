package io.millrace.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.Codec;
import io.millrace.engine.item.Codecs;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.log.JournalWriter;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.Roll;
import io.millrace.journal.restart.JournalResumption;
import io.millrace.journal.restart.ResumeOptions;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.support.Batch;
import io.millrace.journal.support.Heads;
import io.millrace.journal.tool.JournalInfo;
import io.millrace.journal.tool.JournalInfo.Writer;
import io.millrace.journal.tool.JournalPrinter;
import io.millrace.journal.tool.JournalVerifier;
import io.millrace.journal.tool.Verification;
import io.millrace.journal.tool.Verification.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.agrona.concurrent.UnsafeBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ToolsTest {
    private final Batch batch = new Batch();
    private final JournalHead head = Heads.head();
    private long now = 1_700_000_000_000L;

    @TempDir
    private Path temp;

    private JournalWriter create() {
        return Journal.create(
                temp, head, JournalOptions.DEFAULTS.roll(Roll.MINUTELY).wallClock(() -> now));
    }

    private static Codec<?> codec(final JournalHead.Input input) {
        return input.codec().equals("text") ? Codecs.TEXT : null;
    }

    private String print(final long from, final long count, final Function<JournalHead.Input, Codec<?>> codecs)
            throws IOException {
        final StringBuilder out = new StringBuilder();
        new JournalPrinter(temp, codecs, (input, payload) -> null).print(from, count, out);
        return out.toString();
    }

    @Test
    void infoTellsWhatAJournalHolds() {
        try (JournalWriter log = create()) {
            batch.definition("BTC").data("1").appendTo(log);
            now += TimeUnit.MINUTES.toMillis(1);
            batch.data("2").data("3").data("4").appendTo(log);
            final JournalInfo running = JournalInfo.of(temp);
            assertThat(running.writer()).isEqualTo(Writer.RUNNING);
            assertThat(running.complete()).isFalse();
            batch.lastEnd().appendTo(log);
        }
        final JournalInfo info = JournalInfo.of(temp);
        assertThat(info.head()).isEqualTo(head);
        assertThat(info.writer()).isEqualTo(Writer.CLOSED);
        assertThat(info.documents()).isEqualTo(3);
        assertThat(info.records()).isEqualTo(6);
        assertThat(info.firstSeq()).isZero();
        assertThat(info.lastSeq()).isEqualTo(5);
        assertThat(info.firstTime()).isZero();
        assertThat(info.lastTime()).isEqualTo(5_000_000);
        assertThat(info.complete()).isTrue();
        assertThat(info.endsIncomplete()).isFalse();
        assertThat(info.files()).hasSize(2);
        assertThat(info.files().get(0).firstSeq()).isZero();
        assertThat(info.files().get(1).firstSeq()).isEqualTo(2);
        assertThat(info.files().get(1).path()).hasParent(temp.resolve("input/000001"));
        assertThat(info.bytes()).isBetween(1_000L, 200_000L);
    }

    @Test
    void infoOfAnEmptyJournal() {
        create().close();
        final JournalInfo info = JournalInfo.of(temp);
        assertThat(info.records()).isZero();
        assertThat(info.lastSeq()).isEqualTo(-1);
        assertThat(info.complete()).isFalse();
    }

    @Test
    void infoOfALaterStart() throws IOException {
        try (JournalWriter log = create()) {
            batch.definition("BTC").data("1").appendTo(log);
            now += TimeUnit.MINUTES.toMillis(1);
            batch.data("2").appendTo(log);
        }
        Files.delete(LogDirectory.ofJournal(temp).files().paths().get(0));
        final JournalInfo info = JournalInfo.of(temp);
        assertThat(info.firstSeq()).isEqualTo(2);
        assertThat(info.firstTime()).isEqualTo(2_000_000);
        assertThat(info.records()).isEqualTo(1);
        final Verification verification = JournalVerifier.verify(temp);
        assertThat(verification.isSound()).isTrue();
        assertThat(verification.firstSeq()).isEqualTo(2);
    }

    @Test
    void verifierFindsASoundJournalSound() {
        try (JournalWriter log = create()) {
            batch.definition("BTC").data("1").appendTo(log);
            now += TimeUnit.MINUTES.toMillis(1);
            batch.data("2").add(RecordKind.TICK, (byte) 0, "").appendTo(log);
            batch.lastEnd().appendTo(log);
        }
        final Verification verification = JournalVerifier.verify(temp);
        assertThat(verification.outcome()).isEqualTo(Outcome.OK);
        assertThat(verification.nextSeq()).isEqualTo(5);
        assertThat(verification.timesBack()).isZero();
        assertThat(verification).hasToString("OK: 5 documents, records 0 to 4");
    }

    @Test
    void verifierLooksIntoRecords() {
        assertThat(verifyRecord(RecordKind.PADDING, 0, 0).damage()).hasMessageContaining("unknown kind 64");
        assertThat(verifyRecord(RecordKind.DATA, 1, 0).damage()).hasMessageContaining("input 1, the journal has 1");
        assertThat(verifyRecord(RecordKind.DATA, 0, 7).damage())
                .hasMessageContaining("record 7 stands in the place of record 0");
        assertThat(verifyRecord(RecordKind.TICK, 0, 0).outcome()).isEqualTo(Outcome.OK);
    }

    private Verification verifyRecord(final byte kind, final int input, final long seq) {
        final Path dir = temp.resolve(kind + "-" + input + "-" + seq);
        final UnsafeBuffer record = new UnsafeBuffer(new byte[RecordLayout.HEADER]);
        RecordLayout.header(record, 0, 0, kind, (byte) 0, input, seq, 0, 0);
        try (JournalWriter log = Journal.create(dir, head, JournalOptions.DEFAULTS)) {
            log.append(record, 0, RecordLayout.HEADER, 0, 1);
        }
        return JournalVerifier.verify(dir);
    }

    @Test
    void verifierCountsTimesThatGoBack() {
        final UnsafeBuffer records = new UnsafeBuffer(new byte[3 * RecordLayout.HEADER]);
        for (int i = 0; i < 3; i++) {
            RecordLayout.header(records, i * RecordLayout.HEADER, 0, RecordKind.TICK, (byte) 0, 0, i, 5 - i, 0);
        }
        try (JournalWriter log = create()) {
            log.append(records, 0, records.capacity(), 0, 3);
        }
        assertThat(JournalVerifier.verify(temp).timesBack()).isEqualTo(2);
    }

    @Test
    void printsOneLineForEachRecord() throws IOException {
        try (JournalWriter log = create()) {
            batch.definition("BTC").data("a line\nand \\another").appendTo(log);
            batch.add(RecordKind.TICK, (byte) 0, "").lastEnd().appendTo(log);
        }
        assertThat(print(0, 100, ToolsTest::codec)).isEqualTo("""
                        0 1970-01-01T00:00:00.000000000Z DEFINITION lines 425443
                        1 1970-01-01T00:00:00.001000000Z DATA lines a line\\nand \\\\another
                        2 1970-01-01T00:00:00.002000000Z TICK
                        3 1970-01-01T00:00:00.003000000Z INPUT_END lines last
                        """);
        assertThat(print(1, 1, input -> null))
                .isEqualTo("1 1970-01-01T00:00:00.001000000Z DATA lines 61206c696e650a616e64205c616e6f74686572\n");
        assertThat(print(2, 1, ToolsTest::codec)).startsWith("2 ").hasLineCount(1);
        assertThat(print(7, 1, ToolsTest::codec)).isEmpty();
    }

    @Test
    void printsWhatACodecCanNotRead() throws IOException {
        try (JournalWriter log = create()) {
            batch.data("short").appendTo(log);
        }
        assertThat(print(0, 1, input -> Codecs.INT64))
                .contains("DATA lines 73686f7274 (codec int64 can't read it: ")
                .hasLineCount(1);
    }

    @Test
    void toolsSayWhenThereIsNoJournal() {
        assertThatThrownBy(() -> JournalInfo.of(temp)).isInstanceOf(ConnectorException.class);
        assertThatThrownBy(() -> JournalVerifier.verify(temp)).isInstanceOf(ConnectorException.class);
        assertThatThrownBy(() -> print(0, 1, ToolsTest::codec)).isInstanceOf(ConnectorException.class);
    }

    @Test
    void knowSessionsEpochsTornTailsAndTheArchive() throws IOException {
        final Batch batch = new Batch();
        final ResumeOptions resuming = ResumeOptions.DEFAULTS.writing(JournalOptions.DEFAULTS.blockBytes(1 << 20));
        try (JournalWriter log = Journal.create(temp, Heads.head(), resuming.writing())) {
            batch.appendNumbers(log, 3);
        }
        try (JournalResumption resumption = Journal.resume(temp, null, resuming);
                JournalWriter log = resumption.resume(3)) {
            batch.appendNumbers(log, 2);
        }
        Files.delete(temp.resolve("progress.dat"));
        try (JournalResumption resumption = Journal.resume(temp, null, resuming.acceptLoss(true));
                JournalWriter log = resumption.resume(5)) {
            batch.appendNumbers(log, 1);
        }
        assertThat(JournalFiles.releaseBefore(temp, 3, JournalFiles.Release.ARCHIVE))
                .hasSize(1);
        final JournalInfo info = JournalInfo.of(temp);
        assertThat(info.sessions())
                .extracting(session ->
                        session.mark().number() + "/" + session.mark().epoch() + ": " + session.firstSeq())
                .containsExactly("2/1: 3", "3/2: 5");
        assertThat(info.archived()).isEqualTo(1);
        assertThat(info.files()).hasSize(2);
        assertThat(info.tornTails()).isEmpty();
        final Verification verification = JournalVerifier.verify(temp);
        assertThat(verification.firstSeq()).isZero();
        assertThat(verification.sessions()).isEqualTo(3);
        assertThat(verification).hasToString("OK: 8 documents, records 0 to 5 in 3 sessions");
        assertThat(print(1, 2, ToolsTest::codec)).startsWith("1 ").hasLineCount(2);
    }
}
