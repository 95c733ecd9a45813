package io.millrace.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.spi.InputLogReader;
import io.millrace.journal.log.JournalWriter;
import io.millrace.journal.model.DamageException;
import io.millrace.journal.model.Durability;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.Roll;
import io.millrace.journal.restart.JournalResumption;
import io.millrace.journal.restart.ResumeOptions;
import io.millrace.journal.support.Batch;
import io.millrace.journal.support.Heads;
import io.millrace.journal.support.LogBytes;
import io.millrace.journal.support.Records;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A loss of power leaves pieces of what was not yet synced. Under a durability that syncs, that is an end like any other. */
@Timeout(300)
class UnsyncedEndTest {
    private static final String PROGRESS = "progress.dat";
    private static final int SYNCED = 40;
    private static final int RECORDS = 6;
    private static final int SAFE = 4;

    private final Batch batch = new Batch();
    private long now = 1_700_000_000_000L;
    private LogBytes safe;

    @TempDir
    private Path temp;

    private JournalOptions writing(final Durability durability) {
        return JournalOptions.DEFAULTS
                .durability(durability)
                .roll(Roll.MINUTELY)
                .wallClock(() -> now)
                .blockBytes(1 << 20);
    }

    /** What a journal was while it was written; its last records are in a file of their own, if asked for. */
    private LogBytes written(final Durability durability, final boolean roll) {
        try (JournalWriter log = Journal.create(temp, Heads.head(), writing(durability))) {
            batch.appendNumbers(log, SAFE);
            safe = LogBytes.of(temp);
            batch.appendNumbers(log, 1);
            if (roll) {
                now += TimeUnit.MINUTES.toMillis(1);
            }
            batch.appendNumbers(log, RECORDS - SAFE - 1);
            return LogBytes.of(temp);
        }
    }

    private static void synced(final LogBytes log, final long next) {
        ByteBuffer.wrap(log.bytes(PROGRESS)).order(ByteOrder.LITTLE_ENDIAN).putLong(SYNCED, next);
    }

    private static int end(final byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] == 0) {
            end--;
        }
        return end;
    }

    /** Every few bytes of what was not synced are there, or not. */
    private void losePieces(final LogBytes log, final Random random) {
        for (final String name : log.queueFiles()) {
            final byte[] bytes = log.bytes(name);
            final byte[] before = safe.bytes(name);
            final int from = before == null ? 0 : end(before);
            for (int at = from; at < bytes.length; at += 16) {
                if (random.nextInt(4) == 0) {
                    Arrays.fill(bytes, at, Math.min(bytes.length, at + 16), (byte) 0);
                }
            }
        }
    }

    private List<String> goOn(final Durability durability) {
        final ResumeOptions options = ResumeOptions.DEFAULTS.writing(writing(durability));
        try (JournalResumption resumption = Journal.resume(temp, Heads.head(), options)) {
            final List<String> read;
            try (InputLogReader reader = resumption.read(0)) {
                read = Records.rest(reader);
            }
            batch.goTo(Records.count(read));
            try (JournalWriter log = resumption.resume(Records.count(read))) {
                batch.appendNumbers(log, 2);
            }
            return read;
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void goesOnBehindWhatWasSyncedWhateverPiecesOfTheRestAreLeft(final boolean roll) {
        final LogBytes log = written(Durability.BATCH, roll);
        synced(log, SAFE);
        for (int seed = 0; seed < 100; seed++) {
            final LogBytes left = log.copy();
            losePieces(left, new Random(seed));
            left.write();
            final int kept = Records.count(goOn(Durability.BATCH));
            assertThat(kept).as("seed " + seed).isBetween(SAFE, RECORDS);
            assertThat(Records.of(temp)).as("seed " + seed).hasSize(2 * (kept + 2));
            assertThat(Records.count(goOn(Durability.BATCH))).isEqualTo(kept + 2);
        }
    }

    @Test
    void isDamagedWhereItWasSynced() {
        final LogBytes log = written(Durability.BATCH, false);
        losePieces(log, new Random(1));
        log.write();
        assertThatThrownBy(() -> goOn(Durability.BATCH)).isInstanceOf(DamageException.class);
        synced(log, SAFE);
        log.write();
        assertThat(Records.count(goOn(Durability.BATCH))).isGreaterThanOrEqualTo(SAFE);
    }

    @Test
    void isDamagedWhereItWasWrittenIfOnlyTheProcessMayEnd() {
        final LogBytes log = written(Durability.PROCESS, false);
        losePieces(log, new Random(1));
        log.write();
        assertThatThrownBy(() -> goOn(Durability.PROCESS)).isInstanceOf(DamageException.class);
    }
}
