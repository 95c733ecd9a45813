package io.millrace.app.power;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.app.power.Ruins.Kept;
import io.millrace.app.power.Ruins.Log;
import io.millrace.app.power.Ruins.Output;
import io.millrace.app.power.Ruins.Promise;
import io.millrace.engine.run.Layout;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.model.Durability;
import io.millrace.journal.tool.JournalInfo;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * After a loss of power a run goes on from whatever is left, if that is what was promised; it refuses what is not.
 * {@code -Dmillrace.power.cases=100000} tries all combinations.
 */
@Timeout(3_000)
@Tag("slow")
class PowerLossTest {
    private static final int CASES = Integer.getInteger("millrace.power.cases", 2);
    private static final long SEED = Long.getLong("millrace.power.seed", 20261123);

    private static List<List<String>> expected;

    @TempDir
    private static Path shared;

    @TempDir
    private Path temp;

    private PowerRun run;
    private String what;

    private record Case(Log log, Promise promise, Kept kept, List<Output> outputs) {}

    @BeforeAll
    static void runWithoutALoss() throws InterruptedException {
        final PowerRun sound = new PowerRun(shared, Layout.FUSED, Durability.PROCESS);
        assertThat(sound.begin(number -> true, store -> store)).isNull();
        expected = sound.outputs();
        assertThat(expected).allSatisfy(output -> assertThat(output).hasSizeGreaterThan(50));
    }

    /** All combinations in an order of chance, or the first of them. */
    private static List<Case> cases(final Random random) {
        final List<Output> conditions = List.of(Output.values());
        final List<Case> all = new ArrayList<>();
        for (final Log log : Log.values()) {
            for (final Promise promise : Promise.values()) {
                for (final Kept kept : Kept.values()) {
                    for (final Output output : Output.values()) {
                        all.add(new Case(log, promise, kept, Collections.nCopies(4, output)));
                    }
                    final List<Output> mixed = new ArrayList<>();
                    for (int i = 0; i < 4; i++) {
                        mixed.add(conditions.get(random.nextInt(conditions.size())));
                    }
                    all.add(new Case(log, promise, kept, mixed));
                }
            }
        }
        Collections.shuffle(all, random);
        return all.subList(0, Math.min(CASES, all.size()));
    }

    private Crash crash(final Layout layout, final Durability durability) throws InterruptedException {
        final Crash crash = Crash.of(temp.resolve("crash"), layout, durability);
        run = new PowerRun(temp.resolve("run"), layout, durability);
        return crash;
    }

    @ParameterizedTest
    @CsvSource({"FUSED,batch", "THREADED,batch", "FUSED,interval:20", "THREADED,interval:20"})
    void goesOnFromWhatWasSyncedAndWhateverElseIsLeft(final Layout layout, final String durability)
            throws InterruptedException {
        final Crash crash = crash(layout, Durability.parse(durability));
        final Ruins ruins = new Ruins(crash, temp.resolve("scratch"));
        final Random random = new Random(SEED);
        for (final Case some : cases(random)) {
            what = some.toString();
            ruins.journal(some.log, some.promise, Ruins.snapshots(crash.snapshots(), some.kept, random), random)
                    .write(run.journal());
            Ruins.outputs(crash.outputs(), crash.olderOutputs(), some.outputs, random)
                    .write(run.out());
            final boolean known = some.promise == Promise.WRITTEN || some.promise == Promise.SYNCED;
            if (!known) {
                refuses("progress.dat");
            }
            recovers(!known, crash.synced());
            assertThat(epoch()).as(what).isEqualTo(known ? 1 : 2);
            ends();
        }
    }

    @ParameterizedTest
    @CsvSource({"FUSED,batch", "THREADED,interval:20", "FUSED,process", "THREADED,process"})
    void refusesWhatIsAheadAndBeginsAnEpochIfTheLossIsAccepted(final Layout layout, final String durability)
            throws InterruptedException {
        final Crash crash = crash(layout, Durability.parse(durability));
        final Ruins ruins = new Ruins(crash, temp.resolve("scratch"));
        final Random random = new Random(SEED);
        for (final Ahead some : ahead(random)) {
            what = some.toString();
            final Tree kept = some.snapshots ? crash.laterSnapshots() : crash.snapshots();
            ruins.journal(some.log, some.promise, kept, random).write(run.journal());
            crash.newestOutputs().write(run.out());
            final Tree outputs = Tree.of(run.out());
            explains(refuses(""), some);
            assertThat(withoutDatabase(Tree.of(run.out()))).as(what).isEqualTo(withoutDatabase(outputs));
            recovers(true, crash.synced());
            assertThat(epoch()).as(what).isEqualTo(2);
            isKeptAside(some.snapshots);
            crashesAgain();
            ends();
        }
    }

    private record Ahead(Log log, Promise promise, boolean snapshots) {}

    private static List<Ahead> ahead(final Random random) {
        final List<Ahead> all = new ArrayList<>();
        for (final Log log : List.of(Log.CUT, Log.TORN, Log.PIECES)) {
            for (final Promise promise : Promise.values()) {
                all.add(new Ahead(log, promise, true));
                all.add(new Ahead(log, promise, false));
            }
        }
        Collections.shuffle(all, random);
        return all.subList(0, Math.min(CASES, all.size()));
    }

    /** Nothing was promised about power: what is there is enough, or the start is refused; nothing is ever wrong. */
    @ParameterizedTest
    @EnumSource(Layout.class)
    void withoutAPromiseItGoesOnOrRefuses(final Layout layout) throws InterruptedException {
        final Crash crash = crash(layout, Durability.PROCESS);
        final Ruins ruins = new Ruins(crash, temp.resolve("scratch"));
        final Random random = new Random(SEED);
        for (final Case some : cases(random)) {
            what = some.toString();
            final Tree kept = random.nextBoolean() ? crash.laterSnapshots() : crash.snapshots();
            ruins.journal(some.log, some.promise, Ruins.snapshots(kept, some.kept, random), random)
                    .write(run.journal());
            Ruins.outputs(crash.newestOutputs(), crash.olderOutputs(), some.outputs, random)
                    .write(run.out());
            final Throwable refusal = run.recover(false);
            if (refusal != null) {
                assertThat(refusal)
                        .as(what)
                        .isInstanceOf(ConnectorException.class)
                        .hasMessageContaining("accept");
            }
            recovers(refusal != null, 0);
            ends();
        }
    }

    private static void explains(final String refusal, final Ahead some) {
        if (some.promise == Promise.MISSING || some.promise == Promise.ZEROED) {
            assertThat(refusal).contains("progress.dat");
        } else if (refusal.contains("is missing") || refusal.startsWith("damaged")) {
            assertThat(refusal).contains("at byte").contains("before record");
        } else if (some.snapshots) {
            assertThat(refusal).contains("the snapshot of record").contains("ahead of the journal");
        } else {
            assertThat(refusal).contains("holds 900 items").contains("gives only");
        }
    }
    /** Goes on with what is there; then the outputs hold what the journal does. */
    private void recovers(final boolean acceptLoss, final long atLeast) throws InterruptedException {
        assertThat(run.recover(acceptLoss)).as(what).isNull();
        assertThat(JournalInfo.of(run.journal()).records()).as(what).isGreaterThanOrEqualTo(atLeast);
        assertThat(run.outputs()).as(what).isEqualTo(run.replayed(temp.resolve("replayed")));
    }

    private int epoch() {
        return JournalInfo.of(run.journal()).head().session().epoch();
    }

    private void isKeptAside(final boolean snapshots) {
        assertThat(Tree.of(run.out()).names()).as(what).contains(PowerFlow.CSV + ".cut-1", PowerFlow.JSON + ".cut-1");
        assertThat(Tree.of(run.journal()).names().stream().anyMatch(name -> name.contains(".lost")))
                .as(what)
                .isEqualTo(snapshots);
    }

    /** Goes on for a while in the new epoch, and is killed there. */
    private void crashesAgain() throws InterruptedException {
        final AtomicReference<Tree> outputs = new AtomicReference<>();
        final AtomicReference<Tree> journal = new AtomicReference<>();
        final Throwable cutOff = run.goOn(false, number -> {
            if (number == 1_000) {
                // The outputs first: they must not be ahead.
                outputs.set(Tree.of(run.out()));
                journal.set(Tree.of(run.journal()));
                throw new IllegalStateException("cut off");
            }
            return true;
        });
        assertThat(cutOff).as(what).hasMessageContaining("cut off");
        outputs.get().write(run.out());
        journal.get().write(run.journal());
        recovers(false, 0);
    }

    /** A database writes to its file when it is opened. */
    private static Map<String, Integer> withoutDatabase(final Tree outputs) {
        final Map<String, Integer> hashes = outputs.hashes();
        hashes.keySet().removeIf(name -> name.startsWith(PowerFlow.TABLES));
        return hashes;
    }

    /** Goes on to the end; what was lost comes again from the source, and there is nothing that can be told from it. */
    private void ends() throws InterruptedException {
        assertThat(run.goOn(false)).as(what).isNull();
        assertThat(run.outputs()).as(what).isEqualTo(expected);
    }

    /** Does not start, says why, and changes nothing. */
    private String refuses(final String reason) throws InterruptedException {
        final Tree before = Tree.of(run.journal());
        final Throwable refusal = run.recover(false);
        assertThat(refusal).as(what).isInstanceOf(ConnectorException.class).hasMessageContaining(reason);
        assertThat(refusal.getMessage()).as(what).contains("accept");
        assertThat(Tree.of(run.journal()).hashes()).as(what).isEqualTo(before.hashes());
        return refusal.getMessage();
    }
}
