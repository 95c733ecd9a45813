package io.millrace.operators.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.item.Codecs;
import io.millrace.engine.item.ItemType;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.run.MemorySnapshots;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.WaitMode;
import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.Origin;
import io.millrace.engine.spi.SnapshotStore;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.engine.spi.TimedSource;
import io.millrace.engine.verify.Verification;
import io.millrace.engine.verify.VerificationReport;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.SessionWindow;
import io.millrace.operators.window.TumblingWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.agrona.DirectBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that is killed and goes on with its journal: nobody who reads its outputs can tell. */
final class RecoveryTest {
    private static final int ITEMS = 20_000;
    private static final long NANOS_PER_ITEM = 1_000_000;

    private final KeptSink<Sum> windows = new KeptSink<>();
    private final KeptSink<Sum> sessions = new KeptSink<>();
    private final KeptSink<Sum> running = new KeptSink<>();
    private final Numbers numbers = new Numbers();
    private MemoryLog log = new MemoryLog();
    private KilledStore snapshots = new KilledStore();
    private final List<String> reports = new ArrayList<>();

    private void define(final Dataflow flow) {
        final KeyedStream<Long> keyed = flow.input("numbers", numbers.origin())
                .keyBy("by 7", value -> value % 7)
                .parallel(2);
        keyed.window(
                        "sums",
                        EventClock.<Long>of(value -> value * NANOS_PER_ITEM).lateness(Duration.ofMillis(5)),
                        TumblingWindow.of(Duration.ofMillis(100)))
                .fold(SUM, Sum::add, Sum::merge)
                .closed()
                .output("windows", windows);
        keyed.filter("some", value -> value % 1_000 < 900)
                .window(
                        "gaps",
                        EventClock.<Long>of(value -> value * NANOS_PER_ITEM).lateness(Duration.ofMillis(5)),
                        SessionWindow.of(Duration.ofMillis(50)))
                .fold(SUM, Sum::add, Sum::merge)
                .closed()
                .output("sessions", sessions);
        keyed.runningFold("total", SUM, Sum::add).output("running", running);
    }

    private RunConfig config(final Layout layout, final boolean replica) {
        final RunConfig config = new RunConfig()
                .layout(layout)
                .waitMode(WaitMode.YIELD)
                .reporter(reports::add)
                .snapshots(snapshots)
                .snapshotEvery(1);
        return replica ? config.replica(log::reader) : config;
    }

    @ParameterizedTest
    @CsvSource({"FUSED,false", "FUSED,true", "THREADED,false", "THREADED,true"})
    void killedManyTimesItGivesTheSame(final Layout layout, final boolean replica) throws InterruptedException {
        assertThat(run(config(Layout.FUSED, false), false)).isNull();
        final List<List<String>> expected = contents();
        forget();

        final Random random = new Random(42);
        Throwable failure = new IllegalStateException("not run yet");
        int runs = 0;
        while (failure != null) {
            numbers.failAt = random.nextInt(1, ITEMS / 4);
            failure = run(config(layout, replica), runs++ > 0);
            if (failure != null && !(failure instanceof Killed)) {
                throw new AssertionError("run " + runs + " failed", failure);
            }
        }
        assertThat(runs).isGreaterThan(5);
        assertThat(contents()).isEqualTo(expected);
        assertThat(snapshots.list()).isNotEmpty();
        assertThat(reports).isEmpty();
        // And so does every copy of the flow, with all those SNAPSHOT and RESUMED records.
        final VerificationReport verified = new Verification(
                        new Flow("recovered", this::define), RunConfig::new, from -> log.reader())
                .every(1_000)
                .run();
        assertThat(verified.isEqual()).as(verified.toString()).isTrue();
        assertThat(verified.comparisons()).isGreaterThan(ITEMS / 1_000);

        // All inputs have ended: another start finds nothing to do.
        assertThat(run(config(layout, replica), true)).isNull();
        assertThat(contents()).isEqualTo(expected);
    }

    @Test
    void aSnapshotOfOneLayoutServesTheOther() throws InterruptedException {
        assertThat(run(config(Layout.FUSED, false), false)).isNull();
        final List<List<String>> expected = contents();
        forget();

        numbers.failAt = 5_000;
        assertThat(run(config(Layout.THREADED, false), false)).isInstanceOf(Killed.class);
        assertThat(run(config(Layout.FUSED, false), true)).isInstanceOf(Killed.class);
        numbers.failAt = ITEMS;
        assertThat(run(config(Layout.THREADED, false), true)).isNull();
        assertThat(contents()).isEqualTo(expected);
    }

    private void forget() {
        windows.kept().clear();
        sessions.kept().clear();
        running.kept().clear();
        log = new MemoryLog();
        snapshots = new KilledStore();
    }

    private List<List<String>> contents() {
        return List.of(List.copyOf(windows.kept()), List.copyOf(sessions.kept()), List.copyOf(running.kept()));
    }

    private Throwable run(final RunConfig config, final boolean again) throws InterruptedException {
        snapshots.kill(false);
        final Flow flow = new Flow("recovered", this::define);
        final FlowRun run = again ? FlowRun.resume(flow, log.resumable(), config) : FlowRun.live(flow, log, config);
        try (run) {
            run.start();
            assertThat(run.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (final RuntimeException e) {
            return e;
        }
        return null;
    }

    private static final ItemType<Sum, Sum> SUM =
            ItemType.of("sum", Sum::new, (sum, out) -> out.putLong(sum.value), (sum, in) -> sum.value = in.takeLong());

    private static final class Sum {
        private long value;

        void add(final Long number) {
            value += number;
        }

        void merge(final Sum other) {
            value += other.value;
        }

        @Override
        public String toString() {
            return Long.toString(value);
        }
    }

    /** Takes nothing any more once the run is killed. */
    private static final class KilledStore implements SnapshotStore {
        private final MemorySnapshots kept = new MemorySnapshots();
        private boolean killed;

        synchronized void kill(final boolean value) {
            killed = value;
        }

        @Override
        public long[] list() {
            return kept.list();
        }

        @Override
        public DirectBuffer read(final long inputSeq) {
            return kept.read(inputSeq);
        }

        @Override
        public synchronized void write(final long inputSeq, final DirectBuffer snapshot, final int length) {
            if (!killed) {
                kept.write(inputSeq, snapshot, length);
            }
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Counts up, and may break off at any number. */
    private final class Numbers implements Feed {
        private int failAt = ITEMS;

        Origin<Long> origin() {
            return new Origin<>(this, "numbers", Codecs.INT64, null);
        }

        @Override
        public String name() {
            return "numbers";
        }

        @Override
        public Source open(final SourceContext context) {
            return new Counting(context);
        }

        private final class Counting implements TimedSource {
            private final int input;
            private final int last;
            private int next;

            Counting(final SourceContext context) {
                input = context.input("numbers");
                next = (int) Math.max(0, context.position());
                last = failAt == ITEMS ? ITEMS : next + failAt;
            }

            @Override
            public long headTime() {
                return next * NANOS_PER_ITEM;
            }

            @Override
            public int poll(final Inlet inlet) {
                if (next >= last) {
                    // First: a dead process writes no snapshot of what its sinks did not get.
                    snapshots.kill(true);
                    windows.kill();
                    sessions.kill();
                    running.kill();
                    throw new Killed();
                }
                inlet.beginFrame(next + 1);
                final int offset = inlet.claim(Long.BYTES);
                inlet.buffer().putLong(offset, next++);
                inlet.commit(input, RecordKind.DATA, Long.BYTES);
                inlet.endFrame();
                return 1;
            }

            @Override
            public boolean ended() {
                return next == ITEMS;
            }

            @Override
            public void close() {
                // Nothing to let go of.
            }
        }
    }
}
