package io.millrace.operators;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.millrace.engine.compile.StageUnit;
import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.operators.support.ListFeed;
import io.millrace.operators.support.OneStage;
import io.millrace.operators.support.Probe;
import io.millrace.operators.support.Runs;
import io.millrace.operators.window.EventClock;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Once everything has been as large as it gets, nothing is allocated any more: keys come and go, states are used again,
 * timers are set, moved and taken back.
 */
@Timeout(120)
class GarbageTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Comparator<Probe> BY_VALUE = Comparator.comparingLong(probe -> probe.value);

    /** What comes repeats itself after so many items. */
    private static final int PERIOD = 2_000;

    private static final int PERIODS = 20;
    private static final int LEAST_CLEAN = 6;
    private static final int KEYS = 150;

    /** Too far apart for an array. */
    private static final long KEY_DISTANCE = 1_000_003;

    private static final String[] TEXTS = new String[KEYS];
    private static final MemoryLog LOG = new MemoryLog();

    @BeforeAll
    static void writeLog() {
        Runs.run((flow, out) -> input(flow).output("o", nowhere()), Runs.fused().batchRecords(100), LOG);
    }

    private static Stream<Probe> input(final Dataflow flow) {
        final List<ListFeed.At<Probe>> items = new ArrayList<>();
        for (int i = 0; i < PERIOD * PERIODS; i++) {
            final int inPeriod = i % PERIOD;
            final Probe probe = new Probe();
            probe.value = inPeriod * 31L % 97;
            probe.key = inPeriod * 7L / 5 % KEYS * KEY_DISTANCE;
            probe.count = i * 10L - inPeriod * 13L % 400;
            items.add(new ListFeed.At<>(i * 10L, probe));
        }
        return flow.input("in", ListFeed.of(Probe.TYPE, items));
    }

    private static <T> SinkFactory<T> nowhere() {
        return context -> new Sink<>() {
            @Override
            public void accept(final T item) {
                // Not looked at.
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing to let go of.
            }
        };
    }

    private static void makesNoGarbage(final Consumer<KeyedStream<Probe>> steps) {
        for (final boolean text : new boolean[] {false, true}) {
            final Flow flow = new Flow("test", f -> {
                final Stream<Probe> in = input(f);
                steps.accept(text ? in.keyByText("key", GarbageTest::text) : in.keyBy("key", probe -> probe.key));
            });
            assertThat(cleanPeriods(new OneStage(flow, false).compile()))
                    .as(text ? "text keys" : "numbers as keys")
                    .isGreaterThanOrEqualTo(LEAST_CLEAN);
        }
    }

    private static String text(final Probe probe) {
        final int number = (int) (probe.key / KEY_DISTANCE);
        if (TEXTS[number] == null) {
            TEXTS[number] = "key " + number;
        }
        return TEXTS[number];
    }

    /** How many periods of the second half passed without a byte: the JVM allocates a little when it compiles anew. */
    private static int cleanPeriods(final StageUnit unit) {
        int clean = 0;
        try (InputLogReader reader = LOG.reader()) {
            for (int period = 0; period < PERIODS; period++) {
                final long before = THREADS.getCurrentThreadAllocatedBytes();
                for (int left = PERIOD; left > 0; left -= reader.count()) {
                    reader.next();
                    unit.driver().onBatch(reader.buffer(), reader.offset(), reader.length());
                }
                final long bytes = THREADS.getCurrentThreadAllocatedBytes() - before;
                clean += period >= PERIODS / 2 && bytes == 0 ? 1 : 0;
            }
        }
        return clean;
    }

    private static final class Coming implements StatefulLogic<Probe, Probe, Probe, Probe> {
        @Override
        public void onItem(final StatefulContext<Probe, Probe> context, final Probe state, final Probe item) {
            state.add(item);
            if (item.value % 3 == 0) {
                context.discard();
            } else if (item.value % 3 == 1) {
                context.timerAfter(100);
            } else {
                context.cancelTimer();
            }
            context.out().set(state);
            context.emit();
        }

        @Override
        public void onTimer(final StatefulContext<Probe, Probe> context, final Probe state) {
            context.emit(state);
            context.discard();
        }
    }

    private static EventClock<Probe> clock() {
        return new EventClock<>(probe -> probe.count, 250);
    }

    @Test
    void ofStatelessSteps() {
        makesNoGarbage(in -> in.filterMap("a", Probe.TYPE, GarbageTest::some)
                .mapWithKey("b", Probe.TYPE, (key, probe, out) -> out.set(probe))
                .inspectDebug("c", (step, probe, inputSeq, stage, part) -> {})
                .output("o", nowhere()));
    }

    private static boolean some(final Probe in, final Probe out) {
        out.set(in);
        return in.value % 3 != 0;
    }

    @Test
    void ofLogicThatDiscardsItsKeys() {
        makesNoGarbage(
                in -> in.stateful("a", Probe.TYPE, Probe.TYPE, new Coming()).output("o", nowhere()));
    }

    @Test
    void ofStatefulFlatMaps() {
        makesNoGarbage(in -> in.statefulFlatMap("a", Probe.TYPE, Probe.TYPE, (state, probe, reused, emitter) -> {
                    reused.set(state);
                    state.set(probe);
                    emitter.emit(reused);
                })
                .output("o", nowhere()));
    }

    @Test
    void ofRunningAndFinalOnes() {
        makesNoGarbage(in -> {
            in.runningFold("a", Probe.TYPE, Probe::add).output("ao", nowhere());
            in.runningCount("b").output("bo", nowhere());
            in.runningMax("c", BY_VALUE).output("co", nowhere());
            in.maxFinal("d", BY_VALUE).output("do", nowhere());
            in.foldFinal("e", Probe.TYPE, Probe::add).output("eo", nowhere());
        });
    }

    @Test
    void ofCollecting() {
        makesNoGarbage(in -> in.collect(
                        "a", Collect.upTo(5).idleFor(Duration.ofNanos(900)).olderThan(Duration.ofNanos(2_500)))
                .output("o", nowhere()));
    }

    @Test
    void ofDeduplicating() {
        makesNoGarbage(in -> in.deduplicate("a", probe -> probe.value % 4, Duration.ofNanos(3_000))
                .output("o", nowhere()));
    }

    @Test
    void ofSorting() {
        makesNoGarbage(in -> {
            final Sorted<KeyedStream<Probe>, ?> sides = in.sort("a", clock());
            sides.sorted().output("ao", nowhere());
            in.values("b").sort("c", clock()).late().output("co", nowhere());
        });
    }
}
