package io.millrace.app.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.spi.Origin;
import io.millrace.engine.spi.SnapshotStore;
import io.millrace.journal.Journal;
import io.millrace.journal.JournalFiles;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.ReadOptions;
import io.millrace.journal.model.Roll;
import io.millrace.journal.output.OutputLog;
import io.millrace.journal.snapshot.SnapshotFiles;
import io.millrace.journal.snapshot.SnapshotOptions;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.SessionWindow;
import io.millrace.operators.window.TumblingWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is held does not grow with time. In a day there are more than a thousand rolls of each log between the second hour and
 * the last: a file or a mapping that one in a hundred left behind would be more than is tolerated, or 2 KiB of each.
 */
@Tag("slow")
class SoakTest {
    private static final int HOURS = Integer.getInteger("millrace.soak.hours", 3);
    private static final double SPEED = 1_000;
    private static final long SNAPSHOT_EVERY = TimeUnit.MILLISECONDS.toNanos(100);

    /** Code that is compiled later, and what a snapshot in the making has at that moment. */
    private static final long SOME_MEMORY = 2 << 20;

    /** A file that is just being rolled, or a snapshot that is just being written. */
    private static final int SOME_FILES = 4;

    /** The JVM's own come and go: arenas, compilers' stacks. */
    private static final int SOME_REGIONS = 32;

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void holdsNoMoreInTheLastHourThanInTheSecond(final boolean replica) throws Exception {
        final Path journal = directory.resolve("journal");
        final MarketHours market = new MarketHours(HOURS, new Footprint.Probe(directory));
        final JournalOptions options = JournalOptions.DEFAULTS
                .roll(Roll.MINUTELY)
                .wallClock(market::millis)
                .blockBytes(1 << 20);
        final Flow flow = new Flow("soak", dataflow -> define(dataflow, market, options));
        final JournalHead head =
                JournalHead.of(flow.name(), Map.of(), flow.get().inputs());
        final Retention snapshots = new Retention(
                SnapshotFiles.open(journal, head.id(), SnapshotOptions.of(options)), journal, new AtomicInteger());
        final RunConfig config =
                new RunConfig().pace(SPEED).snapshots(snapshots).snapshotEvery(SNAPSHOT_EVERY);
        if (replica) {
            config.replica(from -> Journal.open(journal, ReadOptions.DEFAULTS.laterStart(true), from));
        }
        try (FlowRun run = FlowRun.live(flow, Journal.create(journal, head, options), config)) {
            run.start();
            run.await();
            assertThat(run.failure()).isNull();
            assertThat(run.reachedEndOfInput()).isTrue();
        }
        final List<Footprint> held = market.footprints();
        assertThat(held).hasSize(HOURS * Footprint.LOOKS_IN_AN_HOUR);
        for (int hour = 0; hour < HOURS; hour++) {
            System.out.println("hour " + (hour + 1) + ": " + Footprint.leastOf(held, hour));
        }
        System.out.println(snapshots.taken() + " snapshots");
        assertThat(snapshots.taken().get()).isGreaterThan(HOURS);
        requireNoGrowth(Footprint.leastOf(held, 1), Footprint.leastOf(held, HOURS - 1));
        requireFewFiles(journal);
    }

    private void define(final Dataflow flow, final MarketHours market, final JournalOptions options) {
        final KeyedStream<Tick> ticks = flow.input("ticks", new Origin<>(market, "ticks", Tick.TYPE, null))
                .keyBy("key", Tick::key);
        final EventClock<Tick> clock = EventClock.of(Tick::time);
        ticks.window("minutes", clock, TumblingWindow.of(Duration.ofMinutes(1)))
                .forgetIdle(Duration.ofMinutes(5))
                .fold(Tick.TYPE, Tick::add)
                .closed()
                .output(
                        "out-minutes",
                        OutputLog.at(directory.resolve("minutes"), Tick.TYPE).options(options));
        ticks.window("sessions", clock, SessionWindow.of(Duration.ofSeconds(10)))
                .forgetIdle(Duration.ofMinutes(5))
                .fold(Tick.TYPE, Tick::add)
                .closed()
                .output(
                        "out-sessions",
                        OutputLog.at(directory.resolve("sessions"), Tick.TYPE).options(options));
    }

    private static void requireNoGrowth(final Footprint early, final Footprint late) {
        assertThat(late.heap()).as("heap").isLessThanOrEqualTo(early.heap() + SOME_MEMORY);
        assertThat(late.direct()).as("memory outside the heap").isLessThanOrEqualTo(early.direct() + SOME_MEMORY);
        assertThat(late.files()).as("open files").isLessThanOrEqualTo(early.files() + SOME_FILES);
        assertThat(late.mapped())
                .as("mapped regions of the flow's files")
                .isLessThanOrEqualTo(early.mapped() + SOME_FILES);
        assertThat(late.regions()).as("mapped regions").isLessThanOrEqualTo(early.regions() + SOME_REGIONS);
    }

    /** Those of the minutes since the oldest of the snapshots, of which three are kept. */
    private static void requireFewFiles(final Path journal) throws IOException {
        try (Stream<Path> left = Files.walk(journal)) {
            assertThat(left.filter(Files::isRegularFile)).hasSizeLessThan(60);
        }
    }

    /** Deletes what of the journal is older than the oldest snapshot. */
    private record Retention(SnapshotStore store, Path journal, AtomicInteger taken) implements SnapshotStore {
        @Override
        public long[] list() {
            return store.list();
        }

        @Override
        public DirectBuffer read(final long inputSeq) {
            return store.read(inputSeq);
        }

        @Override
        public void write(final long inputSeq, final DirectBuffer snapshot, final int length) {
            store.write(inputSeq, snapshot, length);
            final long[] kept = store.list();
            JournalFiles.releaseBefore(journal, kept[kept.length - 1], JournalFiles.Release.DELETE);
            taken.incrementAndGet();
        }
    }
}
