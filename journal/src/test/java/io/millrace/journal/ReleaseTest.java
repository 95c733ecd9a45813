package io.millrace.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.journal.JournalFiles.Release;
import io.millrace.journal.log.JournalReader;
import io.millrace.journal.log.JournalWriter;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.ReadOptions;
import io.millrace.journal.model.Roll;
import io.millrace.journal.restart.JournalResumption;
import io.millrace.journal.restart.ResumeOptions;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.store.LogFiles;
import io.millrace.journal.support.Batch;
import io.millrace.journal.support.Heads;
import io.millrace.journal.support.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ReleaseTest {
    private static final ReadOptions LATER = ReadOptions.DEFAULTS.laterStart(true);
    private static final ReadOptions ALL = ReadOptions.DEFAULTS.archive(true);

    private final Batch batch = new Batch();
    private long now = 1_700_000_000_000L;
    private final JournalOptions writing =
            JournalOptions.DEFAULTS.roll(Roll.MINUTELY).wallClock(() -> now).blockBytes(1 << 20);
    private final ResumeOptions options = ResumeOptions.DEFAULTS.writing(writing);
    private List<String> all;

    @TempDir
    private Path temp;

    /** Files that begin with records 0, 3, 5 and, in another session, 6, 6 (nothing but a head), 6 and 8. */
    @BeforeEach
    void writeAJournal() {
        try (JournalWriter log = Journal.create(temp, Heads.head(), writing)) {
            batch.definition("BTC").data("1").data("2").appendTo(log);
            roll();
            batch.definition("ETH").data("4").appendTo(log);
            roll();
            batch.data("5").appendTo(log);
        }
        resume(6).close();
        try (JournalWriter log = resume(6)) {
            batch.definition("SOL").data("7").appendTo(log);
            roll();
            batch.data("8").appendTo(log);
        }
        all = Records.of(temp);
    }

    private void roll() {
        now += TimeUnit.MINUTES.toMillis(1);
    }

    private JournalWriter resume(final long next) {
        try (JournalResumption resumption = Journal.resume(temp, Heads.head(), options)) {
            return resumption.resume(next);
        }
    }

    private int filesLeft() {
        return LogDirectory.ofJournal(temp).files().list().size();
    }

    private List<String> from(final long seq, final ReadOptions how) {
        try (JournalReader reader = Journal.open(temp, how, seq)) {
            return Records.rest(reader);
        }
    }

    @Test
    void releasesFilesWhoseRecordsAreAllBefore() {
        assertThat(JournalFiles.releaseBefore(temp, 2, Release.ARCHIVE)).isEmpty();
        assertThat(JournalFiles.releaseBefore(temp, 3, Release.ARCHIVE)).hasSize(1);
        assertThat(JournalFiles.releaseBefore(temp, 3, Release.ARCHIVE)).isEmpty();
        assertThat(Records.of(temp, LATER)).startsWith("0 DEFINITION BTC", "", "3 DEFINITION ETH", "4 DATA 4", "");
        assertThat(JournalFiles.releaseBefore(temp, 6, Release.ARCHIVE)).hasSize(3);
        assertThat(Records.of(temp, LATER))
                .containsExactly(
                        "0 DEFINITION BTC", "3 DEFINITION ETH", "", "6 DEFINITION SOL", "7 DATA 7", "", "8 DATA 8", "");
        assertThat(JournalFiles.releaseBefore(temp, Long.MAX_VALUE, Release.ARCHIVE))
                .hasSize(1);
        assertThat(filesLeft()).isEqualTo(1);
        assertThat(from(8, ReadOptions.DEFAULTS)).containsExactly("8 DATA 8", "");
    }

    @Test
    void readsTheArchiveAsIfNothingHadHappened() {
        for (final long seq : new long[] {3, 5, 6, 9}) {
            JournalFiles.releaseBefore(temp, seq, Release.ARCHIVE);
            assertThat(Records.of(temp, ALL)).isEqualTo(all);
            assertThat(from(4, ALL)).startsWith("4 DATA 4", "", "5 DATA 5");
        }
        assertThat(temp.resolve("input/000001")).doesNotExist();
        assertThat(new LogFiles(LogDirectory.ofJournal(temp), true).list()).hasSize(6);
    }

    @Test
    void saysWhatIsNotThereAnyMore() throws IOException {
        assertThat(JournalFiles.releaseBefore(temp, 5, Release.DELETE)).hasSize(2);
        assertThat(Files.exists(temp.resolve("archive"))).isFalse();
        assertThatThrownBy(() -> from(4, ReadOptions.DEFAULTS))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("record 4 is not here any more")
                .hasMessageContaining("begins with record 5");
        assertThatThrownBy(() -> Records.of(temp)).hasMessageContaining("files before it are missing");
        assertThat(from(5, ReadOptions.DEFAULTS)).startsWith("5 DATA 5", "");
    }

    @Test
    void goesOnAfterwards() {
        JournalFiles.releaseBefore(temp, 6, Release.ARCHIVE);
        try (JournalResumption resumption = Journal.resume(temp, Heads.head(), options)) {
            try (InputLogReader reader = resumption.read(0)) {
                assertThat(Records.rest(reader)).isEqualTo(all);
            }
            try (JournalWriter log = resumption.resume(9)) {
                assertThat(log.head().session().number()).isEqualTo(4);
                batch.data("9").appendTo(log);
                assertThat(JournalFiles.releaseBefore(temp, 9, Release.ARCHIVE)).hasSize(2);
                roll();
                batch.data("10").appendTo(log);
                assertThat(JournalFiles.releaseBefore(temp, 10, Release.DELETE)).hasSize(1);
                roll();
                batch.data("11").appendTo(log);
            }
        }
        assertThat(Records.of(temp, LATER))
                .containsExactly(
                        "0 DEFINITION BTC",
                        "3 DEFINITION ETH",
                        "6 DEFINITION SOL",
                        "",
                        "10 DATA 10",
                        "",
                        "11 DATA 11",
                        "");
    }

    @Test
    void releasesNothingWhereNothingIs() {
        assertThat(JournalFiles.releaseBefore(temp.resolve("nowhere"), 5, Release.ARCHIVE))
                .isEmpty();
    }
}
