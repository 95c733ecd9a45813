package io.millrace.operators.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.graph.FlowException;
import io.millrace.engine.item.Codecs;
import io.millrace.engine.stage.StepException;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Windowing;
import io.millrace.operators.testing.TimedItems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.agrona.ExpandableArrayBuffer;
import org.junit.jupiter.api.Test;

/** What can be made of windows, whatever they are. */
class WindowResultsTest {
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final int[] MINUTES = {
        0, 5, 10, 15, 23, 31, 34, 38, 44, 47, 51, 56, 62, 67, 72, 77, 82, 88, 96, 99, 105, 111, 118, 125, 129, 134, 140,
        148, 153, 161, 168, 176, 182, 189, 196, 199, 205, 208, 216, 221, 228, 236, 241, 246, 249, 254, 257, 261, 264,
        269
    };

    private final WindowScript script = new WindowScript();

    private static Windowing<Tick> tumbling(final KeyedStream<Tick> ticks) {
        return ticks.window("w", EventClock.of(Tick::time), new TumblingWindow(10, 0));
    }

    private void fewTicks() {
        script.tick(1, "a", 0, 1)
                .tick(1, "b", 4, 9)
                .tick(1, "c", 8, 3)
                .tick(1, "d", 12, 10)
                .tick(1, "e", 13, 4);
        script.tick(1, "f", 14, 10);
    }

    private List<String> closed(
            final java.util.function.Function<Windowing<Tick>, io.millrace.operators.Windowed<Tick, ?>> end) {
        fewTicks();
        return script.run(ticks -> end.apply(tumbling(ticks))).stream()
                .filter(line -> !line.startsWith(">") && !line.startsWith("window"))
                .toList();
    }

    @Test
    void foldIntoOneItem() {
        assertThat(closed(w -> w.fold(Sum.TYPE, Sum::add)))
                .containsExactly("3 make 13 in 0..10", "3 make 24 in 10..20");
    }

    @Test
    void foldSeeingTheWindow() {
        assertThat(closed(w -> w.foldWithWindow(Sum.TYPE, (window, sum, tick) -> {
                    sum.count = window.id();
                    sum.sum = window.start();
                })))
                .containsExactly("0 make 0 in 0..10", "1 make 10 in 10..20");
    }

    @Test
    void reduceToOneItem() {
        assertThat(closed(w -> w.reduce((left, right) -> Tick.of(1, 0, 0, left.name + right.name))))
                .containsExactly("abc", "def");
    }

    @Test
    void chooseTheLeastAndTheGreatestAndOfEqualOnesTheFirst() {
        assertThat(closed(w -> w.max(Comparator.comparingLong(Tick::value)))).containsExactly("b", "d");
    }

    @Test
    void chooseTheLeast() {
        assertThat(closed(w -> w.min(Comparator.comparingLong(Tick::value)))).containsExactly("a", "e");
    }

    @Test
    void count() {
        assertThat(closed(Windowing::count)).containsExactly("3", "3");
    }

    @Test
    void reduceWhereWindowsShareParts() {
        fewTicks();
        assertThat(script.run(ticks -> ticks.window("w", EventClock.of(Tick::time), new SlidingWindow(10, 5, 0))
                        .reduce((left, right) -> Tick.of(1, 0, 0, left.name + right.name))))
                .filteredOn(line -> !line.startsWith(">") && !line.startsWith("window"))
                .containsExactly("ab", "abc", "cdef", "def");
    }

    @Test
    void doWhatTheUserSays() {
        fewTicks();
        final WindowLogic<Sum, Tick, String> logic = new WindowLogic<>() {
            @Override
            public void onItem(
                    final WindowContext<String> context, final Window window, final Sum state, final Tick tick) {
                state.add(tick);
                context.emit(
                        context.key().number() + "/" + window.id() + ": " + state.sum + " at " + context.watermark());
            }

            @Override
            public void onClose(final WindowContext<String> context, final Window window, final Sum state) {
                context.emit("closed " + window.id() + " at "
                        + (context.watermark() == Long.MAX_VALUE ? "the end" : context.watermark()));
            }
        };
        assertThat(script.run(ticks -> tumbling(ticks).apply(Sum.TYPE, null, logic)))
                .containsExactly(
                        "> a",
                        "1/0: 1 at 0",
                        "> b",
                        "1/0: 10 at 4",
                        "> c",
                        "1/0: 13 at 8",
                        "> d",
                        "closed 0 at 12",
                        "window 0 from 0 to 10",
                        "1/1: 10 at 12",
                        "> e",
                        "1/1: 14 at 13",
                        "> f",
                        "1/1: 24 at 14",
                        "closed 1 at the end",
                        "window 1 from 10 to 20");
    }

    @Test
    void showItemsToTheLogicInOrderOfTheirTimesWithWindowsClosedInBetween() {
        script.in(1, "a").in(25, "b").in(13, "c").in(12, "d").in(31, "e").in(60, "f");
        final WindowLogic<Sum, Tick, String> logic = new WindowLogic<>() {
            @Override
            public void onItem(
                    final WindowContext<String> context, final Window window, final Sum state, final Tick tick) {
                context.emit(tick.name + " in " + window.id());
            }
        };
        assertThat(script.run(ticks -> ticks.window("w", new EventClock<>(Tick::time, 30), new TumblingWindow(10, 0))
                        .ordered()
                        .apply(Sum.TYPE, null, logic)))
                .containsExactly(
                        "> a",
                        "> b",
                        "> c",
                        "> d",
                        "> e",
                        "a in 0",
                        "> f",
                        "window 0 from 0 to 10",
                        "d in 1",
                        "c in 1",
                        "window 1 from 10 to 20",
                        "b in 2",
                        "window 2 from 20 to 30",
                        "e in 3",
                        "window 3 from 30 to 40",
                        "f in 6",
                        "window 6 from 60 to 70");
    }

    @Test
    void failWithTheStepAndTheItem() {
        fewTicks();
        assertThatThrownBy(() -> script.run(ticks -> tumbling(ticks).fold(Sum.TYPE, (sum, tick) -> {
                    throw new IllegalStateException("on purpose");
                })))
                .hasRootCauseMessage("on purpose")
                .satisfies(e -> assertThat(e).hasStackTraceContaining("step 'w' failed on a"));
    }

    @Test
    void failIfAReducerGivesNull() {
        fewTicks();
        assertThatThrownBy(() -> script.run(ticks -> tumbling(ticks).reduce((left, right) -> null)))
                .hasStackTraceContaining("the function gave null")
                .hasStackTraceContaining(StepException.class.getSimpleName());
    }

    private static void defineUntyped(final Consumer<Windowing<String>> windows) {
        final Consumer<Dataflow> definition =
                flow -> windows.accept(flow.input("in", TimedItems.of(Tick.TYPE, new ArrayList<>()))
                        .keyBy("key", tick -> tick.key)
                        .map("name", tick -> tick.name)
                        .window("w", new SystemClock<>(), new TumblingWindow(10, 0)));
        new Flow("test", definition).get();
    }

    @Test
    void needTheTypeOfItemsThatTheyKeep() {
        final List<Consumer<Windowing<String>>> keeping = List.of(
                Windowing::ordered, Windowing::collect, w -> w.reduce((a, b) -> a), w -> w.min(String::compareTo));
        for (final Consumer<Windowing<String>> windows : keeping) {
            assertThatThrownBy(() -> defineUntyped(windows))
                    .isInstanceOf(FlowException.class)
                    .hasMessageContaining("window 'w' keeps its items, but they have no type");
        }
        defineUntyped(Windowing::count);
    }

    @Test
    void countTheReferencesOrdersInSlidingWindows() {
        smoothies();
        final List<String> counts = script.run(ticks -> ticks.window(
                        "w", EventClock.of(Tick::time), SlidingWindow.of(Duration.ofHours(1), Duration.ofMinutes(15)))
                .count());
        assertThat(counts)
                .filteredOn(line -> !line.startsWith(">") && !line.startsWith("window"))
                .containsExactly("3 5 9 12 12 13 11 11 11 10 10 9 8 10 10 10 12 12 10 8 4".split(" ", -1));
        assertThat(counts)
                .filteredOn(line -> line.startsWith("window"))
                .hasSize(21)
                .first()
                .asString()
                .startsWith("window -3 ");
    }

    @Test
    void collectTheReferencesOrdersInSessions() {
        smoothies();
        assertThat(script.run(
                        ticks -> ticks.window("w", EventClock.of(Tick::time), SessionWindow.of(Duration.ofMinutes(5)))
                                .collect()))
                .filteredOn(line -> line.startsWith("["))
                .startsWith("[1, 2, 3, 4]", "[5]", "[6, 7, 8]", "[9, 10, 11, 12]", "[13, 14, 15, 16, 17]", "[18]")
                .endsWith("[39, 40]", "[41]", "[42, 43, 44, 45, 46, 47, 48, 49, 50]")
                .hasSize(23);
    }

    private void smoothies() {
        for (int i = 0; i < MINUTES.length; i++) {
            script.in(MINUTES[i] * MINUTE, Integer.toString(i + 1));
        }
    }

    @Test
    void areReadBackFromTheirEncoding() {
        final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer();
        final Late<Tick> late = Late.<Tick>reused().set(Tick.of(1, 2, 3, "x"), -7, 11, 5);
        final var codec = Late.typeOf(Tick.TYPE);
        final Late<Tick> read = codec.decode(buffer, 3, codec.encode(late, buffer, 3), codec.create());
        assertThat(read)
                .hasToString("x at 5 is late for window -7, behind watermark 11")
                .hasToString(late.toString());
        assertThat(read.item()).usingRecursiveComparison().isEqualTo(late.item());
        final var immutable = Late.typeOf(Codecs.INT64);
        final Late<Long> number = Late.<Long>reused().set(17L, Late.NO_WINDOW, 4, 3);
        assertThat(immutable.decode(buffer, 0, immutable.encode(number, buffer, 0), immutable.create()))
                .hasToString("17 at 3 is late, behind watermark 4");
        assertThat(Late.typeOf(null)).isNull();
    }

    @Test
    void ofEqualItemsOfOverlappingWindowsTheFirstToComeIsTheGreatest() {
        final List<String> trace = new WindowScript()
                .tick(1, "first", 8, 9)
                .tick(1, "second", 3, 9)
                .run(ticks -> ticks.window("w", new EventClock<>(Tick::time, 10), new SlidingWindow(10, 5, 0))
                        .max(Comparator.comparingLong(Tick::value)));
        assertThat(trace)
                .containsExactly(
                        "> first",
                        "> second",
                        "second",
                        "window -1 from -5 to 5",
                        "first",
                        "window 0 from 0 to 10",
                        "first",
                        "window 1 from 5 to 15");
    }
}
