package io.millrace.operators.join;

import io.millrace.operators.KeyedStream;
import io.millrace.operators.Windowed;
import io.millrace.operators.support.Probe;
import io.millrace.operators.testing.HarnessFlow;
import io.millrace.operators.testing.OperatorHarness;
import io.millrace.operators.window.SessionWindow;
import io.millrace.operators.window.SlidingWindow;
import io.millrace.operators.window.TumblingWindow;
import io.millrace.operators.window.Windower;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Joins in every way in which Millrace may run them, with restored state, and without garbage. */
@Timeout(120)
class JoinHarnessTest {
    private static final String[] KEYS = {"e", "d", "c", "b", "a"};
    private static final long STEP = HarnessFlow.INTERVAL;

    /** What comes at index {@code i} of a side: its time is not always in order. */
    private static Probe probe(final long i, final int side) {
        final Probe probe = Probe.of(i * 10 + side);
        probe.key = (i * 7 + side * 3L) % KEYS.length;
        probe.count = (i - i * 31 % 11 + side) * STEP;
        return probe;
    }

    private static List<KeyedStream<Probe>> sides(final HarnessFlow flow, final int count, final boolean textKeys) {
        final List<KeyedStream<Probe>> sides = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            final int side = i;
            sides.add(
                    textKeys
                            ? flow.keyedByText(
                                    "s" + side, Probe.TYPE, at -> probe(at, side), probe -> KEYS[(int) probe.key])
                            : flow.keyed("s" + side, Probe.TYPE, at -> probe(at, side), probe -> 2 - probe.key));
        }
        return sides;
    }

    private static void fill(final Probe left, final Probe right, final Probe out) {
        out.value = left == null ? -1 : left.value;
        out.key = right == null ? -1 : right.value;
        out.count = 0;
    }

    @ParameterizedTest
    @EnumSource(JoinMode.Insert.class)
    void rowsOnceTheyAreComplete(final JoinMode.Insert insert) {
        final JoinMode mode = new JoinMode(insert, JoinMode.Emit.COMPLETE, JoinMode.Rows.USUAL);
        OperatorHarness.of(flow -> flow.output(
                        "out",
                        flow.flow().join("join", mode, sides(flow, 3, true).toArray(KeyedStream<?>[]::new))))
                .check();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void rowsAtEachItem(final boolean textKeys) {
        OperatorHarness.of(flow -> {
                    final List<KeyedStream<Probe>> sides = sides(flow, 2, textKeys);
                    final JoinMode mode = JoinMode.last().running();
                    flow.output(
                            "out", sides.get(0).join("join", sides.get(1), mode, Probe.TYPE, JoinHarnessTest::fill));
                })
                .check();
    }

    @ParameterizedTest
    @EnumSource(JoinMode.Insert.class)
    void rowsAtTheEnd(final JoinMode.Insert insert) {
        final JoinMode mode = new JoinMode(insert, JoinMode.Emit.FINAL, JoinMode.Rows.USUAL);
        OperatorHarness.of(flow -> flow.output(
                        "out",
                        flow.flow().join("join", mode, sides(flow, 2, false).toArray(KeyedStream<?>[]::new))))
                .count(60)
                .allocates()
                .check();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 4, 20})
    void matchesAsOf(final long lateness) {
        OperatorHarness.of(flow -> {
                    final List<KeyedStream<Probe>> sides = sides(flow, 2, lateness != 4);
                    final AsOfJoined<Probe, Probe> joined = sides.get(0)
                            .asOfJoin(
                                    "join",
                                    sides.get(1),
                                    AsOf.<Probe, Probe>by(probe -> probe.count, probe -> probe.count)
                                            .lateness(Duration.ofNanos(lateness * STEP))
                                            .olderNotThan(Duration.ofNanos(5 * STEP)),
                                    Probe.TYPE,
                                    JoinHarnessTest::fill);
                    flow.output("matched", joined.matched());
                    flow.output("unmatched", joined.unmatched());
                    flow.output("late", joined.late());
                })
                .check();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 4, 20})
    void pairsWithinAnInterval(final long lateness) {
        OperatorHarness.of(flow -> {
                    final List<KeyedStream<Probe>> sides = sides(flow, 2, lateness != 4);
                    final IntervalJoined<Probe, Probe, Probe> joined = sides.get(0)
                            .intervalJoin(
                                    "join",
                                    sides.get(1),
                                    Interval.<Probe, Probe>of(probe -> probe.count, probe -> probe.count)
                                            .before(Duration.ofNanos(6 * STEP))
                                            .after(Duration.ofNanos(12 * STEP))
                                            .lateness(Duration.ofNanos(lateness * STEP)),
                                    Probe.TYPE,
                                    JoinHarnessTest::fill);
                    flow.output("matched", joined.matched());
                    flow.output("late left", joined.lateLeft());
                    flow.output("late right", joined.lateRight());
                })
                .check();
    }

    static Stream<Arguments> windows() {
        return Stream.of(
                Arguments.of(new TumblingWindow(20 * STEP, 0), JoinMode.last().atEnd(), true, 0),
                Arguments.of(
                        new TumblingWindow(20 * STEP, 0), JoinMode.product().running(), true, 10),
                Arguments.of(
                        new SlidingWindow(20 * STEP, 5 * STEP, 0),
                        JoinMode.first().atEnd(),
                        false,
                        10),
                Arguments.of(new SessionWindow(2 * STEP), JoinMode.product().atEnd(), false, 10),
                Arguments.of(new SessionWindow(2 * STEP), JoinMode.last().complete(), false, 10));
    }

    @ParameterizedTest
    @MethodSource("windows")
    void rowsInWindows(final Windower windower, final JoinMode mode, final boolean ordered, final long lateness) {
        OperatorHarness.of(flow -> {
                    final JoinSide<?>[] sides = sides(flow, 2, ordered).stream()
                            .map(side -> JoinSide.of(side, probe -> probe.count))
                            .toArray(JoinSide<?>[]::new);
                    final Windowed<JoinRow, JoinRow> windows = flow.flow()
                            .joinWindow(
                                    "join",
                                    WindowJoin.in(windower)
                                            .mode(mode)
                                            .ordered(ordered)
                                            .lateness(Duration.ofNanos(lateness * STEP)),
                                    sides);
                    flow.output("rows", windows.closed());
                    flow.output("late", windows.late());
                    flow.output("meta", windows.meta());
                })
                .check();
    }
}
