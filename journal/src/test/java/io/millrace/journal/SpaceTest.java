package io.millrace.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.log.JournalWriter;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.support.Batch;
import io.millrace.journal.support.ChildJvm;
import io.millrace.journal.support.Heads;
import io.millrace.journal.support.Records;
import io.millrace.journal.tool.JournalInfo;
import io.millrace.journal.tool.JournalInfo.Writer;
import io.millrace.journal.tool.JournalVerifier;
import io.millrace.journal.tool.Verification.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpaceTest {
    private static final long MIB = 1 << 20;

    private final Batch batch = new Batch();
    private long free = 100 * MIB;
    private int looks;
    private final JournalOptions options = JournalOptions.DEFAULTS
            .minFreeBytes(10 * MIB)
            .checkBytes(MIB)
            .freeBytes(dir -> {
                looks++;
                return free;
            });

    @TempDir
    private Path temp;

    @Test
    void failsBeforeTheDiskIsFullAndStaysReadable() {
        final String text = "x".repeat(100_000);
        try (JournalWriter log = Journal.create(temp, Heads.head(), options)) {
            batch.data(text).appendTo(log);
            free = 10 * MIB + 50_000;
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 100; i++) {
                            batch.data(text).appendTo(log);
                        }
                    })
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageContaining(temp.toString())
                    .hasMessageContaining("almost full")
                    .hasMessageContaining("Free some space");
            assertThatThrownBy(() -> log.append(batch.buffer(), 0, batch.length(), batch.firstSeq(), 1))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageContaining("has failed before");
            assertThat(log.nextSeq()).isBetween(2L, 12L);
        }
        assertThat(Records.of(temp)).hasSize((int) (2 * JournalInfo.of(temp).records()));
        assertThat(JournalInfo.of(temp).writer()).isEqualTo(Writer.RUNNING);
        assertThat(JournalVerifier.verify(temp).outcome()).isEqualTo(Outcome.OK);
    }

    @Test
    void looksNowAndThenOnly() {
        try (JournalWriter log = Journal.create(temp, Heads.head(), options)) {
            final int before = looks;
            for (int i = 0; i < 100; i++) {
                batch.data("x".repeat(30_000)).appendTo(log);
            }
            assertThat(looks - before).isBetween(2, 5);
        }
    }

    @Test
    void failsWithAReasonWhenTheSystemGivesNoMoreSpace() throws IOException, InterruptedException {
        try (ChildJvm child = ChildJvm.startLimited(8 << 10, Filler.class, temp.toString())) {
            final String last = child.readLine();
            assertThat(child.exitCode()).as(child.errors().toString()).isZero();
            assertThat(last)
                    .startsWith("ConnectorException: ")
                    .contains(temp.toString())
                    .contains("can be read");
        }
        assertThat(JournalVerifier.verify(temp).isSound()).isTrue();
        assertThat(JournalInfo.of(temp).writer()).isEqualTo(Writer.DIED);
        assertThat(JournalInfo.of(temp).bytes()).isBetween(4 * MIB, 8 * MIB);
    }

    /** Another process, whose files may not grow beyond a limit: appends until it can't. */
    static final class Filler {
        public static void main(final String[] args) {
            final Batch batch = new Batch();
            final JournalOptions options = JournalOptions.DEFAULTS.blockBytes(1 << 20);
            try (JournalWriter log = Journal.create(Path.of(args[0]), Heads.head(), options)) {
                while (true) {
                    batch.data("x".repeat(10_000)).appendTo(log);
                }
            } catch (final ConnectorException e) {
                System.out.println("ConnectorException: " + e.getMessage());
            }
        }
    }

    @Test
    void takingSpaceInIdleTimeLeavesRecordsAlone() {
        try (JournalWriter log = Journal.create(temp, Heads.head(), options.blockBytes(1 << 20))) {
            for (int i = 0; i < 200; i++) {
                batch.data("x".repeat(i * 100)).appendTo(log);
                for (int k = 0; k < i % 90; k++) {
                    log.idle();
                }
            }
        }
        assertThat(JournalVerifier.verify(temp).nextSeq()).isEqualTo(200);
    }

    @Test
    void doesNotBeginOnAFullDisk() {
        free = 10 * MIB - 1;
        assertThatThrownBy(() -> Journal.create(temp, Heads.head(), options))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("almost full");
        free = 20 * MIB;
        Journal.create(temp, Heads.head(), options).close();
        assertThat(Files.exists(temp.resolve("input"))).isTrue();
    }
}
