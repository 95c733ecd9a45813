package io.millrace.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.journal.log.JournalReader;
import io.millrace.journal.log.JournalWriter;
import io.millrace.journal.model.DamageException;
import io.millrace.journal.model.Durability;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.Roll;
import io.millrace.journal.model.SessionMark;
import io.millrace.journal.restart.JournalResumption;
import io.millrace.journal.restart.ResumeOptions;
import io.millrace.journal.store.HeadCodec;
import io.millrace.journal.support.Batch;
import io.millrace.journal.support.Heads;
import io.millrace.journal.support.LogBytes;
import io.millrace.journal.support.Records;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The gaps that a well-known engine's journal has, one test each: numbers are those of the list they come from. */
@Timeout(120)
class KnownGapsTest {
    private final Batch batch = new Batch();
    private long now = 1_700_000_000_000L;
    private final JournalOptions writing =
            JournalOptions.DEFAULTS.roll(Roll.MINUTELY).wallClock(() -> now).blockBytes(1 << 20);

    @TempDir
    private Path temp;

    /** Six records in each of two files. */
    private LogBytes twoFiles() {
        try (JournalWriter log = Journal.create(temp, Heads.head(), writing)) {
            batch.appendNumbers(log, 6);
            now += TimeUnit.MINUTES.toMillis(1);
            batch.appendNumbers(log, 6);
        }
        return LogBytes.of(temp);
    }

    private JournalResumption resumption() {
        return Journal.resume(temp, Heads.head(), ResumeOptions.DEFAULTS.writing(writing));
    }

    private List<String> readable() {
        final List<String> lines = new ArrayList<>();
        try (JournalReader reader = Journal.open(temp)) {
            while (reader.next()) {
                Records.add(reader, lines);
            }
        } catch (final DamageException e) {
            lines.add(e.what());
        }
        return lines;
    }

    /** Gap 1: no length, no checksum. */
    @Test
    void noticesAChangedByteByTheChecksumOfItsBatch() {
        final LogBytes bytes = twoFiles();
        final byte[] file = bytes.bytes(bytes.queueFiles().get(0));
        // The payload of record 3: a digit, and nothing else up to the end of its word.
        final byte[] payload = {'3', 0, 0, 0, 0, 0, 0, 0};
        int at = file.length - payload.length;
        while (!Arrays.equals(file, at, at + payload.length, payload, 0, payload.length)) {
            at -= Integer.BYTES;
        }
        file[at] = '4';
        bytes.write();
        assertThat(readable())
                .containsExactly("0 DATA 0", "1 DATA 1", "2 DATA 2", "damaged: the checksum of a document is wrong");
    }

    /** Gap 2: a torn tail, or any error, is an end, and the next partition follows. */
    @Test
    void doesNotGoOnWithTheNextFileBehindATornOne() {
        final LogBytes bytes = twoFiles();
        final String first = bytes.queueFiles().get(0);
        bytes.put(first, Arrays.copyOf(bytes.bytes(first), bytes.bytes(first).length - 2_100))
                .write();
        assertThat(readable()).hasSizeLessThan(7).last().asString().startsWith("damaged: ");
    }

    /** Gap 3: a gap in the numbers is a warning. */
    @Test
    void takesAGapInTheNumbersForDamage() {
        final LogBytes bytes = twoFiles();
        final String first = bytes.queueFiles().get(0);
        bytes.put(first, bytes.bytes(bytes.queueFiles().get(1))).write();
        assertThatThrownBy(() -> Records.of(temp)).isInstanceOf(ConnectorException.class);
    }

    /** Gap 4: the last events of a batch stay in a buffer. */
    @Test
    void showsABatchToOthersAsSoonAsItIsAppended() {
        try (JournalWriter log = Journal.create(temp, Heads.head(), writing);
                JournalReader reader = Journal.open(temp)) {
            for (int i = 0; i < 5; i++) {
                batch.data("a").definition("b").appendTo(log);
                assertThat(Records.count(Records.rest(reader))).isEqualTo(2);
                assertThat(log.syncedSeq()).isEqualTo(2L * i + 1);
            }
        }
    }

    /** Gaps 5 and 6: after a recovery another numbering begins, and the old folder is in the way. */
    @Test
    void journalsTheFirstRecordAfterARestartIntoTheSameDirectory() {
        twoFiles();
        try (JournalResumption resumption = resumption();
                JournalWriter log = resumption.resume(12)) {
            batch.data("first").appendTo(log);
            assertThat(log.appendedSeq()).isEqualTo(12);
        }
        assertThat(readable()).hasSize(13).endsWith("12 DATA first");
    }

    /** Gap 8: nobody recovers twice. */
    @Test
    void recoversFromARecovery() {
        twoFiles();
        int next = 12;
        for (int generation = 0; generation < 5; generation++) {
            try (JournalResumption resumption = resumption()) {
                try (InputLogReader reader = resumption.read(0)) {
                    assertThat(Records.count(Records.rest(reader))).isEqualTo(next);
                }
                try (JournalWriter log = resumption.resume(next)) {
                    batch.appendNumbers(log, 2);
                }
                next += 2;
            }
        }
        assertThat(readable()).hasSize(22);
    }

    /** Gap 11: a short write loses the rest, a short read goes unnoticed. */
    @Test
    void noticesWhereverAFileIsCut() {
        final LogBytes bytes = twoFiles();
        final String last = bytes.queueFiles().get(1);
        final byte[] file = bytes.bytes(last);
        final int written = file.length - 2_000;
        for (int length = written - 1; length > 0; length -= 101) {
            bytes.copy().put(last, Arrays.copyOf(file, length)).write();
            assertThatThrownBy(() -> Records.of(temp)).isInstanceOf(DamageException.class);
        }
    }

    /** Gap 12: no choice between speed and durability. */
    @Test
    void keepsThePromiseThatWasChosen() {
        for (final Durability durability : List.of(Durability.PROCESS, Durability.interval(1), Durability.BATCH)) {
            final Path dir = temp.resolve(durability.level().name());
            try (JournalWriter log = Journal.create(dir, Heads.head(), writing.durability(durability))) {
                new Batch().data("a").appendTo(log);
                if (durability.level() != Durability.Level.INTERVAL) {
                    assertThat(log.syncedSeq()).isZero();
                }
            }
            try (JournalReader reader = Journal.open(dir)) {
                assertThat(reader.head().durability()).isEqualTo(durability);
            }
        }
    }

    /** Gap 13: no version of the format anywhere. */
    @Test
    void refusesAFormatThatItDoesNotKnow() {
        final byte[] head = HeadCodec.encode(Heads.head());
        head[3]++;
        assertThatThrownBy(() -> HeadCodec.decode(head)).hasMessageContaining("version 3");
        final LogBytes bytes = twoFiles();
        final byte[] file = bytes.bytes(bytes.queueFiles().get(0));
        for (int at = 0; at < file.length - 4; at++) {
            if (file[at] == 1 && file[at + 2] == 0x4D && file[at + 3] == 0x4A) {
                file[at] = 2;
            }
        }
        bytes.write();
        assertThatThrownBy(() -> Records.of(temp)).hasMessageContaining("in a format that this Millrace knows");
    }

    /** Gap 14: what writes and what reads are made apart, by hand. */
    @Test
    void readsTheHeadThatItWrites() {
        final JournalHead head = Heads.head()
                .durability(Durability.interval(7))
                .skips(List.of(3L, Long.MAX_VALUE))
                .session(new SessionMark(999_999, Heads.head().created(), List.of(5L, 2L, 70L)));
        assertThat(HeadCodec.decode(HeadCodec.encode(head))).isEqualTo(head);
        assertThat(head.session().epoch()).isEqualTo(4);
        assertThat(head.session().endOf(1)).isEqualTo(2);
        assertThat(head.session().endOf(3)).isEqualTo(70);
    }
}
