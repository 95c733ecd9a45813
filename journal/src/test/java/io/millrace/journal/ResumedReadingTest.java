package io.millrace.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.log.JournalReader;
import io.millrace.journal.log.JournalWriter;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.ReadOptions;
import io.millrace.journal.restart.JournalResumption;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.support.Batch;
import io.millrace.journal.support.Heads;
import io.millrace.journal.support.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A journal of several sessions is read like one, from any record on, also while it grows. */
@Timeout(120)
class ResumedReadingTest extends SessionFixture {
    @Test
    void beginsWithExactlyTheRecordThatWasAskedFor() {
        try (JournalWriter log = create()) {
            batch.data("0").definition("one").data("2 longer").appendTo(log);
            batch.data("3").appendTo(log);
            batch.data("4").data("5").appendTo(log);
        }
        assertThat(from(1))
                .containsExactly("1 DEFINITION one", "2 DATA 2 longer", "", "3 DATA 3", "", "4 DATA 4", "5 DATA 5", "");
        assertThat(from(2)).startsWith("2 DATA 2 longer", "", "3 DATA 3");
        assertThat(from(5)).containsExactly("5 DATA 5", "");
        assertThat(from(6)).isEmpty();
        try (JournalReader reader = Journal.open(temp, ReadOptions.DEFAULTS, 2)) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.count()).isEqualTo(1);
        }
        assertThatThrownBy(() -> from(7))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("ends before record 6");
    }

    @Test
    void findsRecordsByTheIndexAndWithoutIt() throws IOException {
        final JournalOptions dense = writing.indexBytes(10_000);
        try (JournalWriter log = Journal.create(temp, Heads.head(), dense)) {
            batch.appendNumbers(log, 2_000);
        }
        try (JournalWriter log =
                Journal.resume(temp, null, options.writing(dense)).resume(2_000)) {
            batch.appendNumbers(log, 2_000);
        }
        final Path index = LogDirectory.ofJournal(temp).files().list().get(1).index();
        assertThat(Files.size(index)).isGreaterThan(16 * 10);
        final byte[] original = Files.readAllBytes(index);
        for (final int seq : new int[] {1, 1_999, 2_000, 2_001, 3_000, 3_999, 4_000}) {
            assertThat(from(seq)).isEqualTo(numbers(seq, 4_000));
        }
        try (JournalReader reader = Journal.open(temp, ReadOptions.DEFAULTS, 3_900)) {
            assertThat(reader.next()).isTrue();
        }
        for (int i = 0; i < original.length; i++) {
            final byte[] damaged = original.clone();
            damaged[i]++;
            Files.write(index, damaged);
            assertThat(from(3_990)).as("byte " + i).isEqualTo(numbers(3_990, 4_000));
        }
        Files.delete(index);
        assertThat(from(3_990)).isEqualTo(numbers(3_990, 4_000));
    }

    @Test
    void readsOnAcrossSessionsWhileTheyBegin() {
        try (JournalWriter log = create()) {
            batch.appendNumbers(log, 2);
            try (JournalReader reader = Journal.open(temp)) {
                assertThat(Records.rest(reader)).isEqualTo(numbers(0, 2));
                batch.appendNumbers(log, 1);
                log.close();
                resume(3).close();
                try (JournalWriter second = resume(3)) {
                    assertThat(Records.rest(reader)).isEqualTo(numbers(2, 3));
                    batch.appendNumbers(second, 2);
                    assertThat(Records.rest(reader)).isEqualTo(numbers(3, 5));
                    now += MINUTE;
                    batch.appendNumbers(second, 1);
                }
                try (JournalWriter third = resume(6)) {
                    batch.appendNumbers(third, 1);
                    assertThat(Records.rest(reader)).isEqualTo(numbers(5, 7));
                }
                assertThat(reader.next()).isFalse();
            }
        }
    }

    @Test
    void readsOnInAnotherThreadAcrossSessionsAndRolls() throws Exception {
        final int sessions = 6;
        final int perSession = 400;
        create().close();
        final ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            final Future<List<String>> read = executor.submit(() -> {
                final List<String> lines = new ArrayList<>();
                try (JournalReader reader = Journal.open(temp)) {
                    while (Records.count(lines) < sessions * perSession) {
                        lines.addAll(Records.rest(reader));
                        Thread.onSpinWait();
                    }
                }
                return lines;
            });
            for (int i = 0; i < sessions; i++) {
                try (JournalWriter log = resume((long) i * perSession)) {
                    batch.appendNumbers(log, perSession / 2);
                    now += MINUTE;
                    batch.appendNumbers(log, perSession / 2);
                }
            }
            assertThat(read.get(60, TimeUnit.SECONDS)).isEqualTo(numbers(0, sessions * perSession));
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void tellsAReaderWhoseRecordsWereTakenBack() throws IOException {
        try (JournalWriter log = create()) {
            batch.appendNumbers(log, 3);
            now += MINUTE;
            batch.appendNumbers(log, 2);
        }
        try (JournalReader reader = Journal.open(temp)) {
            assertThat(Records.rest(reader)).isEqualTo(numbers(0, 5));
            Files.delete(LogDirectory.ofJournal(temp).files().paths().get(1));
            final Batch again = new Batch();
            again.goTo(3);
            try (JournalResumption resumption = Journal.resume(temp, null, options.acceptLoss(true));
                    JournalWriter log = resumption.resume(3)) {
                again.appendNumbers(log, 3);
            }
            assertThatThrownBy(reader::next)
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageContaining("has taken records back")
                    .hasMessageContaining("read again");
        }
        assertThat(Records.of(temp)).isEqualTo(numbers(0, 6));
    }
}
