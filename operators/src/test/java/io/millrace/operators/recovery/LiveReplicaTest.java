package io.millrace.operators.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.item.Codecs;
import io.millrace.engine.run.DivergenceException;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.run.MemorySnapshots;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.WaitMode;
import io.millrace.engine.verify.StepFinder;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import io.millrace.operators.testing.TestSink;
import io.millrace.operators.testing.TimedItems;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The replica finds, while the flow runs, that a step does not give the same again; and names it. */
final class LiveReplicaTest {
    private static final int ITEMS = 20_000;
    private static final int BAD_FROM = 12_345;

    /** What a function may do that a replay can't repeat. */
    enum Bug {
        NONE,
        WALL_CLOCK,
        RANDOM,
        HASH_ORDER;

        private long of(final long number) {
            return switch (number < BAD_FROM ? NONE : this) {
                case NONE -> number;
                case WALL_CLOCK -> System.nanoTime();
                case RANDOM -> new Random().nextLong();
                case HASH_ORDER -> firstOfSet();
            };
        }

        private static long firstOfSet() {
            final Set<Object> set = Collections.newSetFromMap(new IdentityHashMap<>());
            final List<Object> objects = new ArrayList<>();
            for (int i = 0; i < 1_000; i++) {
                objects.add(new Object());
            }
            set.addAll(objects);
            return objects.indexOf(set.iterator().next());
        }
    }

    private final MemoryLog log = new MemoryLog();
    private final MemorySnapshots snapshots = new MemorySnapshots();

    private void run(final Bug bug, final Layout layout) throws InterruptedException {
        final RunConfig config = new RunConfig()
                .layout(layout)
                .waitMode(WaitMode.YIELD)
                .snapshots(snapshots)
                .snapshotEvery(1)
                .replica(log::reader)
                .stepSearch(StepFinder.asSearch());
        try (FlowRun run = FlowRun.live(new Flow("watched", flow -> define(flow, bug)), log, config)) {
            run.start();
            assertThat(run.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static void define(final Dataflow flow, final Bug bug) {
        final List<TimedItems.At<Long>> numbers = new ArrayList<>();
        for (long i = 0; i < ITEMS; i++) {
            numbers.add(new TimedItems.At<>(i * 1_000, i));
        }
        flow.input("numbers", TimedItems.of(Codecs.INT64, numbers))
                .onThread("work")
                .map("plain", Codecs.INT64, number -> number + 1)
                .map("suspect", Codecs.INT64, bug::of)
                .map("behind", Codecs.INT64, number -> number - 1)
                .output("out", TestSink.immutable());
    }

    @ParameterizedTest
    @EnumSource(value = Bug.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void namesTheStep(final Bug bug) {
        assertThatThrownBy(() -> run(bug, Layout.FUSED))
                .isInstanceOf(DivergenceException.class)
                .hasMessageContaining("output 'out' is not what a replay gives")
                .hasMessageContaining("step 'suspect' was given the same")
                .hasMessageContaining("at record");
        // A snapshot is kept only if the replica's outputs were the live ones'.
        for (final long inputSeq : snapshots.list()) {
            assertThat(inputSeq).isLessThan(BAD_FROM + ITEMS / 10);
        }
    }

    @ParameterizedTest
    @EnumSource(Layout.class)
    void isContentWithASoundFlow(final Layout layout) throws InterruptedException {
        run(Bug.NONE, layout);
        assertThat(snapshots.list()).isNotEmpty();
    }
}
