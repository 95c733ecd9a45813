package io.millrace.app.power;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.app.power.PowerFlow.Kind;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.WaitMode;
import io.millrace.engine.spi.SnapshotStore;
import io.millrace.journal.Journal;
import io.millrace.journal.log.JournalReader;
import io.millrace.journal.log.JournalWriter;
import io.millrace.journal.model.Durability;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.ReadOptions;
import io.millrace.journal.model.Roll;
import io.millrace.journal.restart.JournalResumption;
import io.millrace.journal.restart.ResumeOptions;
import io.millrace.journal.snapshot.SnapshotFiles;
import io.millrace.journal.snapshot.SnapshotOptions;
import io.millrace.operators.Flow;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntPredicate;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;

/** Runs of the flow in one directory: the journal, with its snapshots, and the outputs. */
final class PowerRun {
    static final int ITEMS = 1_200;
    static final String JOURNAL = "journal";
    static final String OUT = "out";

    private static final long PATIENCE_SECONDS = 60;

    private final Path root;
    private final Layout layout;
    private final Durability durability;
    private final Kind kind;
    private final AtomicLong wallClock = new AtomicLong(1_700_000_000_000L);
    private final List<String> reports = new CopyOnWriteArrayList<>();
    private LongConsumer onSnapshot = neededFrom -> {};
    private volatile FlowRun running;
    private volatile JournalWriter log;

    PowerRun(final Path root, final Layout layout, final Durability durability) {
        this(root, layout, durability, Kind.ALL);
    }

    PowerRun(final Path root, final Layout layout, final Durability durability, final Kind kind) {
        this.kind = kind;
        this.root = root;
        this.layout = layout;
        this.durability = durability;
    }

    Path journal() {
        return root.resolve(JOURNAL);
    }

    Path out() {
        return root.resolve(OUT);
    }

    List<String> reports() {
        return reports;
    }

    /** Is told after each snapshot from which record on the journal is needed. */
    void onSnapshot(final LongConsumer listener) {
        onSnapshot = listener;
    }

    /** The run as it is just now; for gates. */
    FlowRun running() {
        return running;
    }

    /** The journal as it is just now; for gates of a first run. */
    JournalWriter log() {
        return log;
    }

    /** Lets the journal begin another file. */
    void roll() {
        wallClock.addAndGet(TimeUnit.MINUTES.toMillis(1));
    }

    private JournalOptions writing() {
        return JournalOptions.DEFAULTS
                .durability(durability)
                .roll(Roll.MINUTELY)
                .wallClock(wallClock::get)
                .blockBytes(1 << 20);
    }

    private RunConfig config(final UUID id, final UnaryOperator<SnapshotStore> store) {
        return new RunConfig()
                .layout(layout)
                .batchRecords(16)
                .waitMode(WaitMode.YIELD)
                .reporter(reports::add)
                .onSnapshot(onSnapshot)
                .snapshots(store.apply(SnapshotFiles.open(journal(), id, SnapshotOptions.DEFAULTS)));
    }

    private static JournalHead head(final Flow flow) {
        return JournalHead.of(flow.name(), Map.of(), flow.get().inputs());
    }

    /** A first run. Gives what it failed with. */
    Throwable begin(final IntPredicate gate, final UnaryOperator<SnapshotStore> store) throws InterruptedException {
        final Flow flow = PowerFlow.in(out(), new PowerSource(ITEMS, gate), kind);
        Tree.nothing().write(out());
        final JournalHead head = head(flow);
        log = Journal.create(journal(), head, writing());
        return toTheEnd(FlowRun.live(flow, log, config(head.id(), store)));
    }

    /** Goes on to the end. Gives what it failed with, or null. */
    Throwable goOn(final boolean acceptLoss) throws InterruptedException {
        return goOn(acceptLoss, number -> true);
    }

    Throwable goOn(final boolean acceptLoss, final IntPredicate gate) throws InterruptedException {
        return goOn(acceptLoss, gate, false);
    }

    private Throwable goOn(final boolean acceptLoss, final IntPredicate gate, final boolean stopsAtOnce)
            throws InterruptedException {
        final PowerSource source = new PowerSource(ITEMS, gate);
        final Flow flow = PowerFlow.in(out(), source, kind);
        final ResumeOptions options = ResumeOptions.DEFAULTS.writing(writing()).acceptLoss(acceptLoss);
        try (JournalResumption resumption = Journal.resume(journal(), head(flow), options)) {
            final FlowRun run = FlowRun.resume(flow, resumption, config(resumption.id(), store -> store));
            if (stopsAtOnce) {
                return untilLive(run, source);
            }
            return toTheEnd(run);
        } catch (final RuntimeException e) {
            return e;
        }
    }

    /** Goes on, and stops before anything new comes. */
    Throwable recover(final boolean acceptLoss) throws InterruptedException {
        return goOn(acceptLoss, number -> false, true);
    }

    private Throwable untilLive(final FlowRun run, final PowerSource source) throws InterruptedException {
        try (run) {
            run.start();
            while (!run.await(5, TimeUnit.MILLISECONDS) && source.opened().getCount() > 0) {
                // It recovers.
            }
            run.stop();
            assertThat(run.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (final RuntimeException e) {
            return e;
        }
        return null;
    }

    private Throwable toTheEnd(final FlowRun run) throws InterruptedException {
        running = run;
        try (run) {
            run.start();
            assertThat(run.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (final RuntimeException e) {
            return e;
        }
        return null;
    }

    /** What a replay of the journal as it is gives. */
    List<List<String>> replayed(final Path fresh) throws InterruptedException {
        Tree.nothing().write(fresh);
        final Flow flow = PowerFlow.in(fresh, new PowerSource(ITEMS, number -> true), kind);
        final JournalReader reader = Journal.open(journal(), ReadOptions.DEFAULTS.archive(true));
        assertThat(toTheEnd(FlowRun.replay(flow, reader, new RunConfig()))).isNull();
        return PowerFlow.outputs(fresh, kind);
    }

    /** What the outputs hold. */
    List<List<String>> outputs() {
        return PowerFlow.outputs(out(), kind);
    }
}
