package io.millrace.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.journal.log.JournalReader;
import io.millrace.journal.log.JournalWriter;
import io.millrace.journal.model.Durability;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.Roll;
import io.millrace.journal.support.Batch;
import io.millrace.journal.support.Heads;
import io.millrace.journal.support.Records;
import io.millrace.journal.tool.JournalInfo;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DurabilityTest {
    private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);

    private final Batch batch = new Batch();
    private long now = 1_700_000_000_000L;

    @TempDir
    private Path temp;

    private JournalWriter create(final Durability durability) {
        return Journal.create(
                temp,
                Heads.head(),
                JournalOptions.DEFAULTS
                        .durability(durability)
                        .roll(Roll.MINUTELY)
                        .wallClock(() -> now));
    }

    @Test
    void theHeadTellsTheDurability() {
        create(Durability.interval(7)).close();
        try (JournalReader reader = Journal.open(temp)) {
            assertThat(reader.head().durability()).isEqualTo(Durability.interval(7));
        }
    }

    @Test
    void underProcessWhatWasAppendedIsDurable() {
        try (JournalWriter log = create(Durability.PROCESS)) {
            assertThat(log.syncedSeq()).isEqualTo(-1);
            batch.data("0").data("1").appendTo(log);
            assertThat(log.syncedSeq()).isEqualTo(1);
        }
        assertThat(JournalInfo.of(temp).syncedSeq()).isEqualTo(-1);
    }

    @Test
    void underBatchEveryAppendIsOnTheDisk() {
        try (JournalWriter log = create(Durability.BATCH)) {
            assertThat(log.syncedSeq()).isEqualTo(-1);
            for (int i = 0; i < 20; i++) {
                batch.appendNumbers(log, 1);
                assertThat(log.syncedSeq()).isEqualTo(i);
                now += MINUTE / 4;
            }
        }
        assertThat(JournalInfo.of(temp).syncedSeq()).isEqualTo(19);
        assertThat(Records.of(temp)).hasSize(40);
    }

    @Test
    void underIntervalTheDiskFollowsWhileMoreIsAppended() {
        try (JournalWriter log = create(Durability.interval(1))) {
            assertThat(log.syncedSeq()).isEqualTo(-1);
            long seen = -1;
            for (int changes = 0; changes < 5; ) {
                batch.appendNumbers(log, 1);
                now += MINUTE / 1_000;
                final long synced = log.syncedSeq();
                assertThat(synced).isBetween(seen, log.nextSeq() - 1);
                changes += synced > seen ? 1 : 0;
                seen = synced;
            }
        }
        assertThat(JournalInfo.of(temp).syncedSeq()).isEqualTo(batch.firstSeq() - 1);
    }

    @Test
    void underIntervalCloseBringsTheRestToTheDisk() {
        final JournalWriter log = create(Durability.interval(3_600_000));
        for (int i = 0; i < 4; i++) {
            batch.appendNumbers(log, 1);
            now += MINUTE;
        }
        assertThat(log.syncedSeq()).isEqualTo(-1);
        log.close();
        assertThat(log.syncedSeq()).isEqualTo(3);
        assertThat(JournalInfo.of(temp).syncedSeq()).isEqualTo(3);
    }
}
