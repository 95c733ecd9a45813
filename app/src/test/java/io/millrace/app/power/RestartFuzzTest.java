package io.millrace.app.power;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.run.Layout;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.model.Durability;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is done to the files of a journal and its snapshots: a run that goes on with them gives what it would have given,
 * or refuses and says which file is damaged, and where. {@code -Dmillrace.restart.fuzz.cases=2000} for more of it.
 */
@Timeout(3_000)
class RestartFuzzTest {
    private static final int CASES = Integer.getInteger("millrace.restart.fuzz.cases", 200);
    private static final long SEED = Long.getLong("millrace.restart.fuzz.seed", 20261124);

    @TempDir
    private Path temp;

    private final TreeMap<String, Integer> outcomes = new TreeMap<>();
    private List<List<String>> expected;
    private Tree journal;
    private Tree outputs;
    private PowerRun run;

    /** Two sessions, some files each, three snapshots. */
    @BeforeEach
    void runAndCutOff() throws InterruptedException {
        final Crash crash = Crash.of(temp.resolve("crash"), Layout.FUSED, Durability.PROCESS, PowerFlow.Kind.FILES);
        run = new PowerRun(temp.resolve("run"), Layout.FUSED, Durability.PROCESS, PowerFlow.Kind.FILES);
        final Tree older = crash.journal().copy();
        older.put(Ruins.SNAPSHOTS, crash.laterSnapshots());
        older.write(run.journal());
        crash.newestOutputs().write(run.out());
        assertThat(run.goOn(false, number -> {
                    if (number == 1_000) {
                        outputs = Tree.of(run.out());
                        journal = Tree.of(run.journal());
                        throw new IllegalStateException("cut off");
                    }
                    return true;
                }))
                .hasMessageContaining("cut off");
        assertThat(run.goOn(false)).isNull();
        expected = run.outputs();
    }

    @Test
    void isHarmlessOrNamedWhateverIsDoneToJournalAndSnapshots() throws InterruptedException {
        for (int i = 0; i < CASES; i++) {
            final Random random = new Random(SEED + i);
            final Tree damaged = journal.copy();
            final StringBuilder what = new StringBuilder("case " + i + ":");
            if (random.nextInt(3) == 0) {
                damaged.put(Ruins.SNAPSHOTS, Tree.nothing());
                what.append(" without snapshots");
            }
            for (int left = random.nextInt(5) / 4; left >= 0; left--) {
                what.append(' ').append(new Mischief(damaged, random).make());
            }
            try {
                final boolean harmless = goesOn(damaged, false);
                count(harmless ? "harmless" : "refused");
                if (!harmless) {
                    count(goesOn(damaged, true) ? "loss accepted" : "beyond help");
                }
            } catch (final RuntimeException | Error e) {
                throw new AssertionError(what.toString(), e);
            }
        }
        // For whoever runs the long form.
        System.out.println(CASES + " cases, seed " + SEED + ": " + outcomes);
        assertThat(outcomes).as(outcomes.toString()).containsKeys("harmless", "refused", "loss accepted");
    }

    private void count(final String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    /** Whether the run goes on, and then to the same end; else it names a file. */
    private boolean goesOn(final Tree damaged, final boolean acceptLoss) throws InterruptedException {
        damaged.write(run.journal());
        outputs.write(run.out());
        final Throwable refusal = run.goOn(acceptLoss);
        if (refusal == null) {
            assertThat(run.outputs()).isEqualTo(expected);
            assertThat(run.goOn(false)).isNull();
            return true;
        }
        assertThat(refusal).isInstanceOf(ConnectorException.class);
        final boolean explained = refusal.getMessage().contains(run.journal().toString())
                || refusal.getMessage().contains("accept the loss");
        assertThat(explained).as(refusal.getMessage()).isTrue();
        return false;
    }
}
