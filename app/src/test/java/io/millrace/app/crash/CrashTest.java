package io.millrace.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.app.support.CaptureFile;
import io.millrace.feed.simulator.EmbeddedExchange;
import io.millrace.feed.simulator.SyntheticMarket;
import io.millrace.journal.Journal;
import io.millrace.journal.log.JournalReader;
import io.millrace.journal.model.ReadOptions;
import io.millrace.journal.snapshot.SnapshotFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes are killed at random moments and started again, with the layout and who takes the snapshots changing, and what
 * their sinks hold in the end is what it would be if nothing had happened.
 *
 * <p>The long form, with 300 kills, takes an hour at most:
 * <pre>{@code
 *   mvn test -pl app -am -Dtest=CrashTest -Dsurefire.failIfNoSpecifiedTests=false -Dmillrace.crash.kills=300
 * }</pre>
 * {@code -Dmillrace.crash.seed=N} chooses other moments. What was killed when is printed at the end. If a test fails, the
 * directory that its message names holds journal, sinks and log of the processes.
 */
@Timeout(value = 3, unit = TimeUnit.HOURS) // each process has a limit of its own
@Tag("slow")
class CrashTest {
    private static final int KILLS = Integer.getInteger("millrace.crash.kills", 20);
    private static final long SEED = Long.getLong("millrace.crash.seed", 42);
    private static final int KILLS_OF_A_LIFE = 10;
    private static final int FRAMES = 40_000;
    private static final double PACE = 4;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path temp;

    private final Random random = new Random(SEED);
    private final Tally tally = new Tally();
    private int runs = (int) SEED;

    /** In every fifth life, and the first, each run has a way of its own; in the others all have the same. */
    private Way way(final int life, final int run) {
        final int ways = Way.ALL.size();
        return Way.ALL.get(life % (ways + 1) == 0 ? run % ways : life % (ways + 1) - 1);
    }

    /** Kills processes of a life until its input has ended, or it was enough. */
    private void kill(final Life life, final int number, final int most) throws IOException, InterruptedException {
        final int before = tally.killed();
        while (!life.ended() && tally.killed() - before < most) {
            final Moment moment = Moment.ALL.get(Math.floorMod(runs++, Moment.ALL.size()));
            life.killed(way(number, random.nextInt(Way.ALL.size())), moment, tally);
        }
    }

    @Test
    void onACaptureEndsAsIfNothingHadHappened() throws IOException, InterruptedException, SQLException {
        final Path capture = temp.resolve("capture");
        CaptureFile.write(capture, FRAMES);
        final Life whole = new Life(capture.toString(), temp.resolve("whole"), PACE, random);
        whole.runToTheEnd(Way.ALL.get(0));
        final Held expected = Held.in(whole.sinks());
        assertThat(expected.matches()).hasSizeGreaterThan(100);

        final int kills = KILLS - KILLS / 4;
        for (int number = 0; tally.killed() < kills; number++) {
            final Life life = new Life(capture.toString(), temp.resolve("life-" + number), PACE, random);
            kill(life, number, Math.min(KILLS_OF_A_LIFE, kills - tally.killed()));
            expected.requireBeginsWith(life.sinks(), life.evidence());
            life.runToTheEnd(way(number, random.nextInt(Way.ALL.size())));
            expected.requireSame(Held.in(life.sinks()), life.evidence());
            delete(life.journal());
        }
        System.out.println("on a capture, all outputs as if nothing had happened:\n" + tally);
    }

    @Test
    void onALiveSourceHoldsWhatItsJournalSays() throws IOException, InterruptedException, SQLException {
        final int kills = KILLS / 4;
        try (EmbeddedExchange exchange = new EmbeddedExchange(new SyntheticMarket(SEED)).start()) {
            for (int number = 0; tally.killed() < kills; number++) {
                final Life life = new Life(exchange.uri().toString(), temp.resolve("live-" + number), PACE, random);
                kill(life, number, Math.min(KILLS_OF_A_LIFE, kills - tally.killed()));
                final Way way = way(number, random.nextInt(Way.ALL.size()));
                life.stopsWhenAsked(way);
                requireSnapshotAtEnd(life);
                final Path again = Files.createDirectories(temp.resolve("again-" + number));
                CrashProcess.replay(
                        CrashProcess.feed(exchange.uri().toString()),
                        again,
                        life.journal(),
                        Way.ALL.get(random.nextInt(Way.ALL.size())));
                Held.in(again).requireSame(Held.in(life.sinks()), life.evidence() + " and " + again);
                delete(life.journal());
            }
        }
        System.out.println("on a live source, all outputs as the journal says:\n" + tally);
    }

    private static void requireSnapshotAtEnd(final Life life) {
        try (JournalReader journal = Journal.open(life.journal(), ReadOptions.DEFAULTS.archive(true))) {
            long last = -1;
            while (journal.next()) {
                last += journal.count();
            }
            assertThat(SnapshotFiles.readOnly(life.journal(), journal.head().id())
                            .list()[0])
                    .as("record of the snapshot that was taken at the stop; %s", life.evidence())
                    .isEqualTo(last);
        }
    }

    private static void delete(final Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            paths.sorted(Comparator.reverseOrder())
                    .forEach(path -> assertThat(path.toFile().delete()).isTrue());
        }
    }
}
