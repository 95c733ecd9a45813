package io.millrace.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.InputLog;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.journal.log.JournalReader;
import io.millrace.journal.log.JournalWriter;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.ReadOptions;
import io.millrace.journal.model.Roll;
import io.millrace.journal.restart.JournalResumption;
import io.millrace.journal.restart.ResumeOptions;
import io.millrace.journal.support.Batch;
import io.millrace.journal.support.Heads;
import io.millrace.journal.support.LogBytes;
import io.millrace.journal.support.Records;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is done to the files of a journal of several sessions, epochs and rolls: it is harmless, or it is said where the
 * damage is. Nobody ever gets records that are not the journal's. {@code -Dmillrace.fuzz.cases=2000} for more of them.
 */
@Timeout(900)
class FuzzTest {
    private static final int CASES = Integer.getInteger("millrace.fuzz.cases", 200);
    private static final long SEED = Long.getLong("millrace.fuzz.seed", 20261123);
    private static final long MINUTE = TimeUnit.MINUTES.toMillis(1);

    private final Batch batch = new Batch();
    private long now = 1_700_000_000_000L;
    private final JournalOptions writing = JournalOptions.DEFAULTS
            .roll(Roll.MINUTELY)
            .wallClock(() -> now)
            .blockBytes(1 << 20)
            .indexBytes(500);
    private final ResumeOptions resuming = ResumeOptions.DEFAULTS.writing(writing);
    private LogBytes sound;
    private List<String> expected;
    private int next;
    private int refused;
    private int harmless;
    private int mended;

    @TempDir
    private Path temp;

    @BeforeEach
    void writeAJournal() {
        try (JournalWriter log = Journal.create(temp, Heads.head(), writing)) {
            session(log, 3);
        }
        try (JournalWriter log = resume(ResumeOptions.DEFAULTS.writing(writing))) {
            session(log, 2);
        }
        // Its last records are lost, which is accepted.
        LogBytes.of(temp).cutLastFile(300).write();
        loseOne();
        try (JournalWriter log = resume(resuming.acceptLoss(true))) {
            session(log, 2);
        }
        resume(resuming).close();
        try (JournalWriter log = resume(resuming)) {
            session(log, 1);
        }
        sound = LogBytes.of(temp);
        expected = Records.of(temp).stream().filter(line -> !line.isEmpty()).toList();
    }

    private void session(final JournalWriter log, final int files) {
        for (int file = 0; file < files; file++) {
            batch.definition("instrument " + next).appendTo(log);
            for (int i = 0; i < 5; i++) {
                batch.data("record " + next + "-".repeat(i * 7)).data("another").appendTo(log);
            }
            if (file < files - 1) {
                now += MINUTE;
            }
        }
        next = (int) log.nextSeq();
    }

    private void loseOne() {
        try (JournalResumption resumption = Journal.resume(temp, null, resuming.acceptLoss(true));
                InputLogReader reader = resumption.read(0)) {
            next = Records.count(Records.rest(reader));
        }
        batch.goTo(next);
    }

    private JournalWriter resume(final ResumeOptions options) {
        try (JournalResumption resumption = Journal.resume(temp, Heads.head(), options)) {
            return resumption.resume(next);
        }
    }

    @Test
    void isHarmlessOrNamedWhateverIsDoneToTheFiles() {
        for (int i = 0; i < CASES; i++) {
            final Random random = new Random(SEED + i);
            final LogBytes damaged = sound.copy();
            final StringBuilder what = new StringBuilder("case " + i + ":");
            for (int left = random.nextInt(5) / 4; left >= 0; left--) {
                what.append(' ').append(damaged.damage(random));
            }
            damaged.write();
            try {
                readAll(what.toString());
                readFrom(random.nextInt(next + 1), what.toString());
                goOn(false, what.toString());
                damaged.write();
                goOn(true, what.toString());
            } catch (final RuntimeException | Error e) {
                throw new AssertionError(what.toString(), e);
            }
        }
        sound.write();
        assertThat(read(0, "sound")).isEqualTo(expected);

        assertThat(refused).isGreaterThan(CASES / 4);
        assertThat(harmless).isGreaterThan(CASES / 10);
        assertThat(mended).isGreaterThan(CASES / 10);
    }

    private void readAll(final String what) {
        if (isWhole(read(0, what), 0, what)) {
            harmless++;
        } else {
            refused++;
        }
    }

    private void readFrom(final int seq, final String what) {
        isWhole(read(seq, what), seq, what);
    }

    /** Reads as far as it goes; the last line is the refusal, if there is one. */
    private List<String> read(final int from, final String what) {
        final List<String> lines = new ArrayList<>();
        try (JournalReader reader = Journal.open(temp, ReadOptions.DEFAULTS, from)) {
            while (reader.next()) {
                Records.add(reader, lines);
            }
        } catch (final ConnectorException e) {
            assertThat(e.getMessage()).as(what).contains(temp.toString());
            lines.add("REFUSED");
        }
        return lines;
    }

    private boolean isWhole(final List<String> read, final int from, final String what) {
        final boolean whole = read.isEmpty() || !read.get(read.size() - 1).equals("REFUSED");
        final List<String> given = whole ? read : read.subList(0, read.size() - 1);
        if (whole) {
            assertThat(given).as(what + ", from " + from).isEqualTo(expected.subList(from, next));
        } else {
            assertBeginning(given, expected.subList(from, next), what);
        }
        return whole;
    }

    private static void assertBeginning(final List<String> given, final List<String> all, final String what) {
        assertThat(given).as(what).isEqualTo(all.subList(0, Math.min(given.size(), all.size())));
    }

    /** Goes on with the journal twice, or is refused. */
    private void goOn(final boolean acceptLoss, final String what) {
        final List<String> kept = new ArrayList<>();
        try (JournalResumption resumption = Journal.resume(temp, Heads.head(), resuming.acceptLoss(acceptLoss))) {
            try (InputLogReader reader = resumption.read(0)) {
                while (reader.next()) {
                    Records.add(reader, kept);
                }
            }
            append(resumption.resume(kept.size()), kept);
        } catch (final ConnectorException e) {
            assertThat(e.getMessage()).as(what).contains(temp.toString());
            return;
        }
        assertBeginning(kept.subList(0, kept.size() - 1), expected, what);
        if (!acceptLoss) {
            assertThat(kept).as(what).hasSize(next + 1);
        } else {
            mended++;
        }
        try (JournalResumption resumption = Journal.resume(temp, Heads.head(), resuming)) {
            append(resumption.resume(kept.size()), kept);
        }
        assertThat(read(0, what)).as(what).isEqualTo(kept);
    }

    private static void append(final InputLog log, final List<String> kept) {
        final Batch more = new Batch();
        more.goTo(kept.size());
        try (log) {
            kept.add(kept.size() + " DATA new");
            more.data("new").appendTo(log);
        }
    }
}
