package io.millrace.app.power;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.app.run.Retention;
import io.millrace.engine.run.Layout;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.model.Durability;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a journal's files that no restart needs any more. */
@Timeout(300)
class RetentionTest {
    private static final int NUMBERS_PER_SNAPSHOT = 150;
    private static final int CUT_OFF = 1_000;

    @TempDir
    private Path temp;

    private final List<Long> needed = new ArrayList<>();
    private List<List<String>> expected;
    private PowerRun run;
    private int due = NUMBERS_PER_SNAPSHOT;
    private boolean asked;
    private final AtomicInteger written = new AtomicInteger();

    @BeforeEach
    void runWithoutEnd() throws InterruptedException {
        final PowerRun whole = new PowerRun(temp.resolve("whole"), Layout.FUSED, Durability.PROCESS);
        assertThat(whole.begin(number -> true, store -> store)).isNull();
        expected = whole.outputs();
    }

    /** A snapshot, and a new file, every so many numbers. */
    private boolean mayCome(final int number) {
        if (number == CUT_OFF) {
            throw new IllegalStateException("cut off");
        }
        if (number < due) {
            return true;
        }
        if (!asked) {
            asked = true;
            run.running().requestSnapshot();
        }
        if (written.get() < due / NUMBERS_PER_SNAPSHOT) {
            return false;
        }
        run.roll();
        asked = false;
        due += NUMBERS_PER_SNAPSHOT;
        return true;
    }

    private void runWith(final Retention retention, final Layout layout, final String durability)
            throws InterruptedException {
        run = new PowerRun(temp.resolve("run"), layout, Durability.parse(durability));
        final LongConsumer release = retention.of(run.journal(), run.reports()::add);
        run.onSnapshot(neededFrom -> {
            needed.add(neededFrom);
            release.accept(neededFrom);
            written.incrementAndGet();
        });
        assertThat(run.begin(this::mayCome, store -> store)).hasMessageContaining("cut off");
        assertThat(run.reports()).isEmpty();
    }

    private long files(final String directory) {
        return Tree.of(run.journal()).names().stream()
                .filter(name -> name.startsWith(directory) && name.endsWith(".cq4"))
                .count();
    }

    private void loseSnapshotsAndOutputs() {
        final Tree journal = Tree.of(run.journal());
        journal.put(Ruins.SNAPSHOTS, Tree.nothing());
        journal.write(run.journal());
        Tree.nothing().write(run.out());
    }

    @ParameterizedTest
    @CsvSource({"FUSED,process", "THREADED,batch", "THREADED,interval:20"})
    void archivesWhatIsBeforeTheOldestSnapshot(final Layout layout, final String durability)
            throws InterruptedException {
        runWith(Retention.ARCHIVE, layout, durability);
        // Of six snapshots three are kept; the oldest one's record is the last in its file.
        assertThat(needed).hasSize(6).isSorted();
        assertThat(needed.get(5)).isBetween(600L, 620L);
        assertThat(files("archive/")).isEqualTo(3);
        assertThat(files("input/")).isEqualTo(4);
        assertThat(run.goOn(false)).isNull();
        assertThat(run.outputs()).isEqualTo(expected);
        assertThat(run.replayed(temp.resolve("replayed"))).isEqualTo(expected);
    }

    @Test
    void writesLostOutputsAnewFromTheArchive() throws InterruptedException {
        runWith(Retention.ARCHIVE, Layout.FUSED, "process");
        loseSnapshotsAndOutputs();
        assertThat(run.goOn(false)).isNull();
        assertThat(run.outputs()).isEqualTo(expected);
    }

    @Test
    void keepsThemIfAsked() throws InterruptedException {
        runWith(Retention.KEEP, Layout.FUSED, "process");
        assertThat(files("archive/")).isZero();
        assertThat(files("input/")).isEqualTo(7);
    }

    @Test
    void goesOnWithoutWhatWasDeletedAndSaysWhenItIsNeeded() throws InterruptedException {
        runWith(Retention.DELETE, Layout.FUSED, "process");
        assertThat(files("archive/")).isZero();
        assertThat(files("input/")).isEqualTo(4);
        final Tree left = Tree.of(run.journal());
        assertThat(run.goOn(false)).isNull();
        assertThat(run.outputs()).isEqualTo(expected);

        left.write(run.journal());
        loseSnapshotsAndOutputs();
        assertThat(run.goOn(false))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining(run.journal().toString());
    }
}
