package io.millrace.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.spi.InputLogReader;
import io.millrace.journal.log.JournalReader;
import io.millrace.journal.log.JournalWriter;
import io.millrace.journal.model.DamageException;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.ReadOptions;
import io.millrace.journal.model.Roll;
import io.millrace.journal.model.TornTail;
import io.millrace.journal.restart.JournalResumption;
import io.millrace.journal.restart.ResumeOptions;
import io.millrace.journal.store.Chronicle;
import io.millrace.journal.store.RollClock;
import io.millrace.journal.support.Batch;
import io.millrace.journal.support.Heads;
import io.millrace.journal.support.LogBytes;
import io.millrace.journal.support.Records;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a killed process leaves behind, wherever it was: the run goes on, once, twice and ten times. */
@Timeout(300)
class TearTest {
    private static final int NEXT = 32;
    private static final int RECORDS = 6;

    private final Batch batch = new Batch();
    private long now = 1_700_000_000_000L;
    private final JournalOptions writing =
            JournalOptions.DEFAULTS.roll(Roll.MINUTELY).wallClock(() -> now).blockBytes(1 << 20);
    private final ResumeOptions options = ResumeOptions.DEFAULTS.writing(writing);
    private LogBytes whole;
    private String file;
    private int lastHeader;

    @TempDir
    private Path temp;

    @BeforeEach
    void writeAJournal() {
        try (JournalWriter log = Journal.create(temp, Heads.head(), writing)) {
            batch.definition("BTC").appendTo(log);
            batch.appendNumbers(log, RECORDS - 1);
        }
        whole = LogBytes.of(temp);
        file = whole.queueFiles().get(0);
        try (JournalReader reader = Journal.open(temp, ReadOptions.DEFAULTS, RECORDS - 1)) {
            assertThat(reader.next()).isTrue();
            lastHeader = (int) reader.document().file().position() - Integer.BYTES;
        }
    }

    private static List<String> records(final int to) {
        final List<String> lines = new ArrayList<>(List.of("0 DEFINITION BTC", ""));
        for (int i = 1; i < to; i++) {
            lines.addAll(List.of(i + " DATA " + i, ""));
        }
        return lines;
    }

    /** The last document has no header yet, and so many of its bytes are there; the writer had not promised it. */
    private LogBytes torn(final int bytes) {
        final byte[] torn = Arrays.copyOf(whole.bytes(file), lastHeader + Integer.BYTES + bytes);
        Arrays.fill(torn, lastHeader, lastHeader + Integer.BYTES, (byte) 0);
        final byte[] padded = Arrays.copyOf(torn, torn.length + 5_000);
        return whole.copy().put(file, padded).put("progress.dat", promising(RECORDS - 1));
    }

    private byte[] promising(final long next) {
        final byte[] progress = whole.bytes("progress.dat").clone();
        ByteBuffer.wrap(progress).order(ByteOrder.LITTLE_ENDIAN).putLong(NEXT, next);
        return progress;
    }

    private List<TornTail> goOn(final int from, final int times, final ResumeOptions how) {
        final List<TornTail> first = new ArrayList<>();
        int next = from;
        for (int i = 0; i < times; i++) {
            try (JournalResumption resumption = Journal.resume(temp, Heads.head(), i == 0 ? how : options)) {
                try (InputLogReader reader = resumption.read(0)) {
                    assertThat(Records.rest(reader)).isEqualTo(records(next));
                }
                final Batch more = new Batch();
                more.goTo(next);
                try (JournalWriter log = resumption.resume(next)) {
                    more.appendNumbers(log, 1);
                }
                next++;
                first.addAll(i == 0 ? resumption.tornTails() : List.of());
            }
        }
        assertThat(Records.of(temp)).isEqualTo(records(next));
        return first;
    }

    @Test
    void passesOverAndReportsADocumentThatWasNeverCompleted() {
        final int length = whole.bytes(file).length - lastHeader - 2_000 - Integer.BYTES;
        for (int bytes = 0; bytes <= length; bytes++) {
            torn(bytes).write();
            final List<TornTail> tails = goOn(RECORDS - 1, 2, options);
            // What is less than the first words of a document is nothing yet.
            if (bytes >= 32) {
                assertThat(tails).as(bytes + " bytes").hasSize(1);
                assertThat(tails.get(0).file()).isEqualTo(temp.resolve(file));
                assertThat(tails.get(0).position()).isEqualTo(lastHeader);
                assertThat(tails.get(0).bytes()).isBetween(20L, bytes + 4L);
            }
        }
        torn(length / 2).write();
        goOn(RECORDS - 1, 10, options);
    }

    @Test
    void needsTheUsersConsentWhereADocumentIsCutThatWasCompleted() {
        final byte[] bytes = whole.bytes(file);
        final int end = bytes.length - 2_000;
        for (int length = lastHeader; length < end; length += 5) {
            whole.copy().put(file, Arrays.copyOf(bytes, length)).write();
            assertThatThrownBy(this::resumeWithoutConsent)
                    .as("cut to " + length)
                    .isInstanceOf(DamageException.class)
                    .hasMessageContaining(temp.toString());
            Journal.resume(temp, null, options.acceptLoss(true)).close();
            whole.copy().put(file, Arrays.copyOf(bytes, length)).write();
            goOn(RECORDS - 1, length == lastHeader ? 10 : 2, options.acceptLoss(true));
        }
    }

    private void resumeWithoutConsent() {
        try (JournalResumption resumption = Journal.resume(temp, null, options)) {
            resumption.resume(RECORDS - 1).close();
        }
    }

    @Test
    void goesOnBehindGarbageInTheTail() {
        final byte[] bytes = whole.bytes(file).clone();
        Arrays.fill(bytes, bytes.length - 1_900, bytes.length - 1_000, (byte) 0x5A);
        whole.copy().put(file, bytes).write();
        goOn(RECORDS, 10, options);
    }

    @Test
    void goesOnAfterACrashExactlyAtARoll() {
        final List<String> left = List.of("no head", "a head and no batch", "half a head");
        for (final String what : left) {
            final LogBytes rolled = withAFileMore();
            final String second = rolled.queueFiles().get(1);
            final byte[] bytes = rolled.bytes(second);
            final int head = indexOfFirstDocument(bytes);
            final int end = head
                    + 4
                    + (ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(head) & 0xFFFFFF);
            final byte[] changed = bytes.clone();
            if (what.equals("no head")) {
                Arrays.fill(changed, head, changed.length, (byte) 0);
            } else if (what.equals("half a head")) {
                Arrays.fill(changed, head, head + 4, (byte) 0);
                Arrays.fill(changed, end - 40, changed.length, (byte) 0);
            } else {
                Arrays.fill(changed, end + 3 & -4, changed.length, (byte) 0);
            }
            rolled.put(second, changed).put("progress.dat", promising(RECORDS)).write();
            goOn(RECORDS, 10, options);
        }
    }

    /** A writer makes the same journal again, with one roll. */
    private LogBytes withAFileMore() {
        LogBytes.none(temp).write();
        final Batch again = new Batch();
        try (JournalWriter log = Journal.create(temp, Heads.head(), writing)) {
            again.definition("BTC").appendTo(log);
            again.appendNumbers(log, RECORDS - 1);
            now += TimeUnit.MINUTES.toMillis(1);
            again.appendNumbers(log, 1);
        }
        whole = LogBytes.of(temp);
        return whole.copy();
    }

    private static int indexOfFirstDocument(final byte[] bytes) {
        final ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        while ((buffer.getInt(at) & 1 << 30) != 0) {
            at += 4 + (buffer.getInt(at) & (1 << 30) - 1) + 3 & -4;
        }
        return at;
    }

    @Test
    void doesNotMindWhatChronicleLeavesHalfMade() {
        whole.copy()
                .put("input/000002/20231114-2213.cq4", new byte[0])
                .put("input/000003/20231114-2213.cq4", new byte[100_000])
                .put("input/000004/20231114-2213.cq4", new byte[] {0, 0, 0, (byte) 0x80, 0, 0, 0, 0})
                .put("input/000005/metadata.cq4t", new byte[20])
                .write();
        goOn(RECORDS, 2, options);
        Chronicle.open(temp.resolve("input/000009"), writing, new RollClock(() -> now))
                .close();
        goOn(RECORDS + 2, 10, options);
    }

    @Test
    void beginsAnewWhereAWriterEndedBeforeItHadBegun() {
        final byte[] progress = whole.bytes("progress.dat").clone();
        Arrays.fill(progress, NEXT, 64, (byte) 0);
        LogBytes.none(temp).write();
        assertThat(Journal.isThere(temp)).isFalse();
        whole.copy().put(file, new byte[4_000]).put("progress.dat", progress).write();
        assertThat(Journal.isThere(temp)).isFalse();
        assertThatThrownBy(() -> Journal.resume(temp, null, options)).hasMessageContaining("has anything in it");
        Journal.create(temp, Heads.head(), writing).close();
        assertThat(Journal.isThere(temp)).isTrue();
        whole.copy().put(file, new byte[4_000]).write();
        assertThat(Journal.isThere(temp)).isTrue();
        assertThatThrownBy(() -> Journal.create(temp, Heads.head(), writing))
                .hasMessageContaining("already holds a journal that can't be read");
    }
}
