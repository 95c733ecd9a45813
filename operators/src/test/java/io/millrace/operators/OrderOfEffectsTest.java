package io.millrace.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.graph.OperatorSpec;
import io.millrace.engine.graph.Scope;
import io.millrace.engine.item.Codecs;
import io.millrace.operators.support.AlarmOp;
import io.millrace.operators.support.Everywhere;
import io.millrace.operators.support.Probe;
import io.millrace.operators.testing.TimedItems;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.SystemClock;
import io.millrace.operators.window.TumblingWindow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The traps in which layouts could come to differ, each with rings of a few units. */
@Timeout(120)
class OrderOfEffectsTest {
    private static Stream<Probe> probes(final Dataflow flow, final int count, final long interval) {
        final List<TimedItems.At<Probe>> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(new TimedItems.At<>(i * interval, Probe.of(i)));
        }
        return flow.input("in", TimedItems.of(Probe.TYPE, items));
    }

    private static OperatorSpec alarm(final long delay, final int repeats) {
        return OperatorSpec.of(AlarmOp.class, Scope.KEY, delay, repeats);
    }

    private static void emitThrice(final Probe probe, final Probe reused, final Emitter<Probe> out) {
        for (int i = 0; i < 3; i++) {
            reused.value = probe.value * 10 + i;
            reused.key = probe.key;
            reused.count = 0;
            out.emit(reused);
        }
    }

    @Test
    void mergesTwoFlatMappingBranchesDepthFirst() {
        final var outputs = Everywhere.inAllLayouts((flow, out) -> {
            final Stream<Probe> in = probes(flow, 300, 10);
            final Stream<Probe> twice = in.flatMap("first", Probe.TYPE, OrderOfEffectsTest::emitThrice);
            final Stream<Probe> left = twice.onThread("left").flatMap("l", Probe.TYPE, OrderOfEffectsTest::emitThrice);
            final Stream<Probe> right =
                    twice.onThread("right").flatMap("r", Probe.TYPE, OrderOfEffectsTest::emitThrice);
            flow.merge("merged", right, left, twice).onThread("end").output("out", out.sink());
        });
        assertThat(outputs.get("out")).hasSize(300 * (3 + 9 + 9));
        assertThat(outputs.get("out").subList(0, 8))
                .as("for each item of the first: left's three, right's three, then the item itself")
                .containsExactly("0/0/0", "1/0/0", "2/0/0", "0/0/0", "1/0/0", "2/0/0", "0/0/0", "10/0/0");
    }

    @Test
    void firesTimersOfOneTickInKeyOrderThoughTheyAreInDifferentParts() {
        for (final boolean textKeys : new boolean[] {false, true}) {
            Everywhere.inAllLayouts((flow, out) -> {
                final Stream<Probe> in = probes(flow, 60, 1);
                final KeyedStream<Probe> keyed = textKeys
                        ? in.keyByText("key", probe -> "k" + probe.value % 20)
                        : in.keyBy("key", probe -> 7 - probe.value % 20);
                // All keys of one window of 20 ns have the same deadline, and set the next one for the same time.
                keyed.parallel(3)
                        .operator("alarm", OperatorSpec.of(GridAlarmOp.class, Scope.KEY, 20L), Probe.TYPE)
                        .output("out", out.sink());
            });
        }
    }

    @Test
    void firesATimerThatFallsDueOnARecordThatNeverReachesItsStage() {
        final var outputs = Everywhere.inAllLayouts((flow, out) -> probes(flow, 100, 10)
                .filter("rare", probe -> probe.value % 10 == 0)
                .keyBy("key", probe -> 1)
                .parallel(2)
                .operator("alarm", alarm(35, 1), Probe.TYPE)
                .output("out", out.sink()));
        assertThat(outputs.get("out").get(1)).as("fires at 35").endsWith("/351");
    }

    @Test
    void closesTenThousandWindowsAtOnceThroughADiamondWithSmallRings() {
        final var outputs = Everywhere.inAllLayouts((flow, out) -> {
            final List<TimedItems.At<Probe>> items = new ArrayList<>();
            for (int i = 0; i < 10_000; i++) {
                items.add(new TimedItems.At<>(5, Probe.of((i * 7919L) % 10_000)));
            }
            items.add(new TimedItems.At<>(100, Probe.of(10_001)));
            final KeyedStream<Probe> closed = flow.input("in", TimedItems.of(Probe.TYPE, items))
                    .keyBy("key", probe -> probe.key)
                    .parallel(2)
                    .window("w", new SystemClock<>(), new TumblingWindow(50, 0))
                    .fold(Probe.TYPE, Probe::add)
                    .closed();
            final Branches<KeyedStream<Probe>> sides = closed.branch("side", probe -> probe.key % 3 == 0);
            flow.merge(
                            "meet",
                            sides.matched().onThread("left").map("l", Probe.TYPE, (in, o) -> o.set(in)),
                            sides.unmatched().onThread("right").map("r", Probe.TYPE, (in, o) -> o.set(in)))
                    .output("out", out.sink());
        });
        assertThat(outputs.get("out")).hasSize(10_001);
        assertThat(outputs.get("out").get(0)).startsWith("0/0/");
        assertThat(outputs.get("out").get(9_999)).startsWith("9999/9999/");
    }

    @Test
    void ordersTimersOfTwoKeysFirstSeenInOneRecordByKey() {
        final var outputs = Everywhere.inAllLayouts((flow, out) -> probes(flow, 30, 100)
                .flatMap("two", Probe.TYPE, (probe, reused, emitter) -> {
                    for (long key = 9; key > 5; key--) {
                        reused.key = key;
                        reused.value = probe.value;
                        reused.count = 0;
                        emitter.emit(reused);
                    }
                })
                .keyByText("key", probe -> Long.toString(probe.key))
                .parallel(4)
                .operator("alarm", alarm(10, 1), Probe.TYPE)
                .output("out", out.sink()));
        assertThat(outputs.get("out").subList(0, 4))
                .as("items in the order of emission")
                .containsExactly("0/9/0", "0/8/0", "0/7/0", "0/6/0");
    }

    @Test
    void firesNoTimerAtTheEndEvenIfItWouldSetItselfForEver() {
        final var outputs = Everywhere.inAllLayouts((flow, out) -> probes(flow, 5, 100)
                .keyBy("key", probe -> probe.value % 2)
                .parallel(2)
                .operator("alarm", alarm(30, Integer.MAX_VALUE), Probe.TYPE)
                .output("out", out.sink()));
        assertThat(outputs.get("out")).last().asString().endsWith("/3999");
    }

    @Test
    void runsEndHooksInGraphOrderAndByKeyThroughLaterSteps() {
        final var outputs = Everywhere.inAllLayouts((flow, out) -> {
            final KeyedStream<Probe> keyed = probes(flow, 50, 3).keyByText("key", probe -> "k" + probe.value % 7);
            final KeyedStream<Probe> first = keyed.parallel("a", 2).operator("one", alarm(1_000, 1), Probe.TYPE);
            final KeyedStream<Probe> second = first.values("plain")
                    .keyBy("again", probe -> probe.value % 3)
                    .parallel("b", 3)
                    .operator("two", alarm(1_000, 1), Probe.TYPE);
            flow.merge("all", second.values("v2"), first.values("v1")).output("out", out.sink());
        });
        assertThat(outputs.get("out").size()).isGreaterThan(100);
    }

    @Test
    void closesEventTimeWindowsAlikeInAllLayouts() {
        Everywhere.inAllLayouts((flow, out) -> {
            final Windowed<Probe, Probe> windows = probes(flow, 500, 7)
                    .map("scatter", Probe.TYPE, (in, o) -> {
                        o.value = in.value * 7 - in.value * 13 % 40;
                        o.key = in.value % 9;
                        o.count = 0;
                    })
                    .keyBy("key", probe -> probe.key)
                    .parallel(4)
                    .window(
                            "w",
                            EventClock.<Probe>of(probe -> probe.value).lateness(Duration.ofNanos(15)),
                            new TumblingWindow(100, 3))
                    .fold(Probe.TYPE, Probe::add);
            windows.closed().output("closed", out.sink());
            windows.late().output("late", out.sink());
        });
    }

    @Test
    void keepsOrderWhenOneStageReadsTwoInputsAndAnotherStage() {
        Everywhere.inAllLayouts((flow, out) -> {
            final List<TimedItems.At<Long>> odd = new ArrayList<>();
            for (long i = 0; i < 200; i++) {
                odd.add(new TimedItems.At<>(i * 5, i));
            }
            final Stream<Long> a = probes(flow, 200, 5).map("number", Codecs.INT64, probe -> probe.value + 1_000);
            final Stream<Long> b =
                    flow.input("odd", TimedItems.of(Codecs.INT64, odd)).onThread("b");
            flow.merge("both", a.onThread("b"), b.map("neg", Codecs.INT64, x -> -x))
                    .output("out", out.sink());
        });
    }
}
