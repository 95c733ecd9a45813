package io.millrace.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.log.JournalReader;
import io.millrace.journal.log.JournalWriter;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.ReadOptions;
import io.millrace.journal.model.Roll;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.support.Batch;
import io.millrace.journal.support.Heads;
import io.millrace.journal.support.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RollTest {
    private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);

    private final Batch batch = new Batch();
    private long now = 1_700_000_000_000L;
    private final JournalOptions options =
            JournalOptions.DEFAULTS.roll(Roll.MINUTELY).wallClock(() -> now).blockBytes(1 << 20);

    @TempDir
    private Path temp;

    private JournalWriter create() {
        return Journal.create(temp, Heads.head(), options);
    }

    private List<Path> files() {
        return LogDirectory.ofJournal(temp).files().paths();
    }

    private static List<String> numbers(final int from, final int to) {
        final List<String> lines = new ArrayList<>();
        for (int i = from; i < to; i++) {
            lines.add(i + " DATA " + i);
            lines.add("");
        }
        return lines;
    }

    @Test
    void keepsNumbersAndOrderFromFileToFile() {
        try (JournalWriter log = create()) {
            for (int i = 0; i < 5; i++) {
                batch.appendNumbers(log, 3);
                now += MINUTE;
            }
            batch.appendNumbers(log, 1);
        }
        assertThat(files()).hasSize(6);
        assertThat(Records.of(temp)).isEqualTo(numbers(0, 16));
    }

    @ParameterizedTest
    @EnumSource(Roll.class)
    void rollsWhenItsTimeHasCome(final Roll roll) {
        final long length = switch (roll) {
            case DAILY -> TimeUnit.DAYS.toMillis(1);
            case HOURLY -> TimeUnit.HOURS.toMillis(1);
            case MINUTELY -> MINUTE;
        };
        now = now / length * length;
        try (JournalWriter log = Journal.create(temp, Heads.head(), options.roll(roll))) {
            now += length - 1;
            batch.appendNumbers(log, 1);
            assertThat(files()).hasSize(1);
            now++;
            batch.appendNumbers(log, 1);
            assertThat(files()).hasSize(2);
        }
        assertThat(Records.of(temp)).isEqualTo(numbers(0, 2));
    }

    @Test
    void makesNoFileWhileNothingComes() {
        try (JournalWriter log = create()) {
            batch.appendNumbers(log, 1);
            now += 10 * MINUTE;
            log.idle();
            batch.appendNumbers(log, 1);
        }
        assertThat(files()).hasSize(2);
    }

    @Test
    void staysInTheFileWhenTheClockGoesBack() {
        try (JournalWriter log = create()) {
            batch.appendNumbers(log, 1);
            now += MINUTE;
            batch.appendNumbers(log, 1);
            now -= 5 * MINUTE;
            batch.appendNumbers(log, 1);
        }
        assertThat(files()).hasSize(2);
        assertThat(Records.of(temp)).isEqualTo(numbers(0, 3));
    }

    @Test
    void doesNotGiveRepeatedDefinitionsTwice() {
        try (JournalWriter log = create()) {
            batch.definition("BTC").data("1").appendTo(log);
            now += MINUTE;
            batch.definition("ETH").data("3").appendTo(log);
            now += MINUTE;
            batch.data("4").appendTo(log);
        }
        assertThat(Records.of(temp))
                .containsExactly(
                        "0 DEFINITION BTC", "1 DATA 1", "", "2 DEFINITION ETH", "3 DATA 3", "", "4 DATA 4", "");
    }

    @Test
    void beginsInALaterFileWithAllDefinitionsBeforeIt() throws IOException {
        try (JournalWriter log = create()) {
            batch.definition("BTC").data("1").definition("ETH").appendTo(log);
            batch.definition("BTC").appendTo(log);
            now += MINUTE;
            batch.data("4").definition("SOL").appendTo(log);
            now += MINUTE;
            batch.data("6").appendTo(log);
        }
        Files.delete(files().get(0));
        assertThatThrownBy(() -> Journal.open(temp))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("begins with record 4")
                .hasMessageContaining("files before it are missing");
        assertThat(Records.of(temp, ReadOptions.DEFAULTS.laterStart(true)))
                .containsExactly(
                        "2 DEFINITION ETH", "3 DEFINITION BTC", "", "4 DATA 4", "5 DEFINITION SOL", "", "6 DATA 6", "");
        Files.delete(files().get(0));
        assertThat(Records.of(temp, ReadOptions.DEFAULTS.laterStart(true)))
                .containsExactly("2 DEFINITION ETH", "3 DEFINITION BTC", "5 DEFINITION SOL", "", "6 DATA 6", "");
    }

    @Test
    void repeatsMoreDefinitionsThanADocumentHolds() throws IOException {
        final String text = "x".repeat(1_000);
        try (JournalWriter log = create()) {
            for (int i = 0; i < 700; i++) {
                batch.definition(i + text).appendTo(log);
            }
            now += MINUTE;
            batch.data("last").appendTo(log);
        }
        assertThat(Records.of(temp)).hasSize(1_402);
        Files.delete(files().get(0));
        final List<String> left = Records.of(temp, ReadOptions.DEFAULTS.laterStart(true));
        assertThat(left.stream().filter(line -> line.contains("DEFINITION"))).hasSize(700);
        assertThat(left).endsWith("", "700 DATA last", "");
    }

    @Test
    void readsAcrossARollWhileItIsWritten() {
        try (JournalWriter log = create();
                JournalReader reader = Journal.open(temp)) {
            batch.appendNumbers(log, 1);
            assertThat(Records.rest(reader)).isEqualTo(numbers(0, 1));
            now += MINUTE;
            assertThat(reader.next()).isFalse();
            batch.appendNumbers(log, 1);
            assertThat(Records.rest(reader)).isEqualTo(numbers(1, 2));
            now += MINUTE;
            batch.appendNumbers(log, 1);
            now += MINUTE;
            batch.appendNumbers(log, 1);
            assertThat(Records.rest(reader)).isEqualTo(numbers(2, 4));
            assertThat(reader.next()).isFalse();
        }
    }

    @Test
    void readsAcrossManyBlocksWhileItIsWritten() {
        final String text = "x".repeat(100_000);
        try (JournalWriter log = create();
                JournalReader reader = Journal.open(temp)) {
            for (int i = 0; i < 60; i++) {
                batch.data(text).appendTo(log);
                assertThat(Records.rest(reader)).containsExactly(i + " DATA " + text, "");
            }
        }
    }
}
