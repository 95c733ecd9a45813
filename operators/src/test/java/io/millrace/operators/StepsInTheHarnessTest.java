package io.millrace.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.item.Codecs;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.spi.InputLog;
import io.millrace.operators.support.Probe;
import io.millrace.operators.testing.HarnessFlow;
import io.millrace.operators.testing.OperatorHarness;
import io.millrace.operators.window.EventClock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Steps without windows give the same however they are run, and make no garbage, though keys come and go. */
@Timeout(120)
class StepsInTheHarnessTest {
    private static final int KEYS = 40;
    private static final Comparator<Probe> BY_VALUE = Comparator.comparingLong(probe -> probe.value);
    private static final String[] TEXTS = new String[KEYS];

    /** Too far apart for an array. */
    private static final long KEY_DISTANCE = 1_000_003;

    static {
        for (int i = 0; i < KEYS; i++) {
            TEXTS[i] = "key " + i;
        }
    }

    private static Probe probe(final long index) {
        final Probe probe = new Probe();
        probe.value = index * 31 % 97;
        probe.key = index * 7 / 5 % KEYS * KEY_DISTANCE;
        probe.count = index * HarnessFlow.INTERVAL - index * 13 % 40 * HarnessFlow.INTERVAL;
        return probe;
    }

    private static Duration steps(final int steps) {
        return Duration.ofNanos(steps * HarnessFlow.INTERVAL);
    }

    private static EventClock<Probe> clock() {
        return EventClock.<Probe>of(probe -> probe.count).lateness(steps(25));
    }

    private static OperatorHarness byText(final Function<KeyedStream<Probe>, KeyedStream<?>> operator) {
        return OperatorHarness.keyedByText(
                        Probe.TYPE, StepsInTheHarnessTest::probe, probe -> TEXTS[(int) (probe.key / KEY_DISTANCE)])
                .with(operator);
    }

    private static OperatorHarness byNumber(final Function<KeyedStream<Probe>, KeyedStream<?>> operator) {
        return OperatorHarness.keyed(Probe.TYPE, StepsInTheHarnessTest::probe, probe -> probe.key)
                .with(operator);
    }

    private static void check(final Function<KeyedStream<Probe>, KeyedStream<?>> operator) {
        byText(operator).check();
        byNumber(operator).check();
    }

    private static boolean some(final Probe in, final Probe out) {
        out.set(in);
        return in.value % 3 != 0;
    }

    private static void tellKey(final Key key, final Probe in, final Probe out) {
        out.set(in);
        out.key = key.number();
    }

    /** Sets, moves and cancels timers, and discards keys. */
    private static final class Coming implements StatefulLogic<Probe, Probe, Probe, Probe> {
        @Override
        public void onItem(final StatefulContext<Probe, Probe> context, final Probe state, final Probe item) {
            state.add(item);
            if (item.value % 3 == 0) {
                context.discard();
            } else if (item.value % 3 == 1) {
                context.timerAfter(70 * HarnessFlow.INTERVAL);
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

    @Test
    void canAllBeSpecialised() {
        final Flow all = new Flow("all", flow -> {
            final Stream<Probe> in = flow.commands("in", Probe.TYPE);
            in.filterMap("filterFill", Probe.TYPE, StepsInTheHarnessTest::some).assertEmpty("never");
            in.filterMap("filterMap", Probe.TYPE, probe -> probe)
                    .flatten("flatten", Probe.TYPE, probe -> List.of(probe))
                    .inspectDebug("inspectDebug", (step, probe, inputSeq, stage, part) -> {});
            final KeyedStream<Probe> keyed = in.keyBy("key", probe -> probe.key);
            keyed.mapWithKey("fillWithKey", Probe.TYPE, StepsInTheHarnessTest::tellKey);
            keyed.mapWithKey("mapWithKey", Codecs.TEXT, (key, probe) -> key.text() + probe);
            keyed.stateful("stateful", Probe.TYPE, Probe.TYPE, new Coming());
            keyed.statefulFlatMap("fills", Probe.TYPE, Probe.TYPE, (state, probe, reused, out) -> out.emit(reused));
            keyed.statefulFlatMap("emits", Probe.TYPE, Probe.TYPE, (state, probe, out) -> out.emit(probe));
            keyed.runningCount("runningCount");
            keyed.runningMin("runningMin", BY_VALUE);
            keyed.countFinal("countFinal");
            keyed.maxFinal("maxFinal", BY_VALUE);
            keyed.collect("collect", Collect.upTo(4));
            keyed.deduplicate("deduplicate", probe -> probe.value, steps(60));
            keyed.sort("sort", clock());
        });
        assertThat(FlowRun.live(all, InputLog.NONE, new RunConfig().specialize(true))
                        .obstacles())
                .isEmpty();
    }

    @Test
    void filterMapAndMapWithKeyAndInspectDebug() {
        byNumber(in -> in.filterMap("some", Probe.TYPE, StepsInTheHarnessTest::some)
                        .mapWithKey("key", Probe.TYPE, StepsInTheHarnessTest::tellKey)
                        .inspectDebug("look", (step, probe, inputSeq, stage, part) -> {}))
                .check();
    }

    @Test
    void thoseThatReturn() {
        byText(in -> in.filterMap("some", Codecs.INT64, probe -> probe.value % 3 == 0 ? null : probe.value)
                        .flatten("twice", Codecs.INT64, value -> List.of(value, value + 1))
                        .mapWithKey("key", Codecs.TEXT, (key, value) -> key.text() + value))
                .allocates()
                .check();
        byText(in -> in.stateful("last", Probe.TYPE, Codecs.INT64, (context, state, probe) -> {
                    context.emit(state.value);
                    state.value = probe.value;
                }))
                .allocates()
                .check();
        byText(in -> in.statefulFlatMap("last", Probe.TYPE, Codecs.INT64, (state, probe, emitter) -> {
                    emitter.emit(state.value);
                    state.value = probe.value;
                }))
                .allocates()
                .check();
    }

    @Test
    void rebalance() {
        OperatorHarness.stream(Probe.TYPE, StepsInTheHarnessTest::probe)
                .withPlain(in -> in.rebalance("dealt", 3).filterMap("some", Probe.TYPE, StepsInTheHarnessTest::some))
                .check();
    }

    @Test
    void logicWithTimersThatDiscardsKeys() {
        check(in -> in.stateful("coming", Probe.TYPE, Probe.TYPE, new Coming()));
    }

    @Test
    void statefulFlatMap() {
        check(in -> in.statefulFlatMap("last", Probe.TYPE, Probe.TYPE, (state, probe, reused, emitter) -> {
            reused.set(state);
            state.set(probe);
            emitter.emit(reused);
        }));
    }

    @Test
    void runningOnes() {
        check(in -> in.runningFold("fold", Probe.TYPE, Probe::add));
        check(in -> in.runningCount("count"));
        check(in -> in.runningMax("max", BY_VALUE));
        check(in -> in.runningReduce("reduce", (one, other) -> other.value % 5 == 0 ? other : one));
    }

    @Test
    void finalOnes() {
        check(in -> in.foldFinal("fold", Probe.TYPE, Probe::add));
        check(in -> in.countFinal("count"));
        check(in -> in.minFinal("min", BY_VALUE));
    }

    @Test
    void collect() {
        check(in -> in.collect("some", Collect.upTo(4).idleFor(steps(45)).olderThan(steps(110))));
    }

    @Test
    void deduplicate() {
        check(in -> in.deduplicate("once", probe -> probe.value % 4, steps(60)));
    }

    @Test
    void sort() {
        check(in -> in.sort("sort", clock()).sorted());
        check(in -> in.sort("sort", clock()).late());
        OperatorHarness.stream(Probe.TYPE, StepsInTheHarnessTest::probe)
                .withPlain(in -> in.sort("sort", clock()).sorted())
                .check();
    }
}
