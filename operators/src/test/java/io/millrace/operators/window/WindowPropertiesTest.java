package io.millrace.operators.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.operators.KeyedStream;
import io.millrace.operators.Windowed;
import io.millrace.operators.Windowing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Windows of every kind hold what a naive reference finds in the list of all items. */
class WindowPropertiesTest {
    private static final int TRIES = 250;
    private static final int KEYS = 3;

    /** One item: how long after the one before it comes, its key, how far its time is from stage time. */
    record Draw(long pause, long key, long shift) {}

    record Cut(long length, long offset, long align) {}

    @Provide
    Arbitrary<List<Draw>> items() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 15),
                        Arbitraries.longs().between(0, KEYS - 1),
                        Arbitraries.longs().between(-40, 10))
                .as(Draw::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<Cut> cuts() {
        return Arbitraries.longs()
                .between(1, 40)
                .flatMap(length -> Combinators.combine(
                                Arbitraries.longs().between(Math.max(1, length / 9), length),
                                Arbitraries.longs().between(-30, 30))
                        .as((offset, align) -> new Cut(length, offset, align)));
    }

    private static List<NaiveWindows.Item> place(final List<Draw> draws) {
        final List<NaiveWindows.Item> items = new ArrayList<>();
        long now = 100;
        for (final Draw draw : draws) {
            now += draw.pause();
            items.add(new NaiveWindows.Item(now, draw.key(), now + draw.shift(), draw.key() + "." + items.size()));
        }
        return items;
    }

    private static List<NaiveWindows.Item> ofKey(final List<NaiveWindows.Item> items, final long key) {
        return items.stream().filter(item -> item.key() == key).toList();
    }

    private static List<String> run(
            final List<NaiveWindows.Item> items, final Function<KeyedStream<Tick>, Windowed<Tick, ?>> windows) {
        final WindowScript script = new WindowScript();
        for (int i = 0; i < items.size(); i++) {
            final NaiveWindows.Item item = items.get(i);
            script.at(item.now()).tick(item.key(), item.name(), item.time(), i + 1L);
        }
        return script.run(windows);
    }

    private static Windowing<Tick> window(
            final KeyedStream<Tick> ticks,
            final long lateness,
            final Windower windower,
            final boolean ordered,
            final boolean allowedLateness) {
        final UnaryOperator<Windowing<Tick>> order = ordered ? Windowing::ordered : w -> w;
        final Windowing<Tick> windowing =
                order.apply(ticks.window("w", new EventClock<>(Tick::time, lateness), windower));
        return allowedLateness ? windowing.allowedLateness() : windowing;
    }

    /** What came out of the windows of a key: contents, and the window right behind it. */
    private static List<String> closedOf(final List<String> trace, final long key, final boolean sorted) {
        final List<String> closed = new ArrayList<>();
        for (int i = 0; i < trace.size(); i++) {
            final String line = trace.get(i);
            if (line.startsWith("[" + key + ".")) {
                final List<String> names =
                        List.of(line.substring(1, line.length() - 1).split(", ", -1));
                closed.add((sorted ? names.stream().sorted().toList() : names) + " " + trace.get(i + 1));
            }
        }
        return closed;
    }

    private static List<String> lateOf(final List<String> trace, final long key) {
        return trace.stream()
                .filter(line -> line.startsWith("late " + key + "."))
                .toList();
    }

    @Property(tries = TRIES)
    void collectWhatFallsIntoWindowsOfTime(
            @ForAll("items") final List<Draw> draws,
            @ForAll("cuts") final Cut cut,
            @ForAll @LongRange(max = 40) final long lateness,
            @ForAll final boolean ordered,
            @ForAll final boolean allowedLateness) {
        final List<NaiveWindows.Item> items = place(draws);
        final Windower windower = cut.length() == cut.offset()
                ? new TumblingWindow(cut.length(), cut.align())
                : new SlidingWindow(cut.length(), cut.offset(), cut.align());
        final List<String> trace = run(
                items,
                ticks -> window(ticks, lateness, windower, ordered, allowedLateness)
                        .collect());
        for (long key = 0; key < KEYS; key++) {
            final NaiveWindows naive = new NaiveWindows(lateness, allowedLateness);
            final List<String> expected = new ArrayList<>();
            final boolean anyOrder = ordered && allowedLateness;
            for (final NaiveWindows.Result window :
                    naive.byTime(ofKey(items, key), cut.length(), cut.offset(), cut.align())) {
                final List<String> names =
                        anyOrder ? window.sortedNames() : ordered ? window.namesByTime() : window.names();
                expected.add(names + " window " + window.id() + " from " + window.start() + " to " + window.end());
            }
            assertThat(closedOf(trace, key, anyOrder)).isEqualTo(expected);
            assertThat(lateOf(trace, key)).isEqualTo(naive.late());
        }
    }

    @Property(tries = TRIES)
    void foldWhatFallsIntoWindowsThatShareParts(
            @ForAll("items") final List<Draw> draws,
            @ForAll("cuts") final Cut cut,
            @ForAll @LongRange(max = 40) final long lateness,
            @ForAll final boolean ordered,
            @ForAll final boolean allowedLateness) {
        final List<NaiveWindows.Item> items = place(draws);
        final Windower windower = new SlidingWindow(cut.length(), cut.offset(), cut.align());
        final List<String> shared = run(
                items,
                ticks -> window(ticks, lateness, windower, ordered, allowedLateness)
                        .fold(Sum.TYPE, Sum::add, Sum::merge));
        final List<String> apart = run(
                items,
                ticks -> window(ticks, lateness, windower, ordered, allowedLateness)
                        .fold(Sum.TYPE, Sum::add));
        assertThat(shared).as("as with a state for each window").isEqualTo(apart);
        final List<String> expected = new ArrayList<>();
        for (long key = 0; key < KEYS; key++) {
            final NaiveWindows naive = new NaiveWindows(lateness, allowedLateness);
            for (final NaiveWindows.Result window :
                    naive.byTime(ofKey(items, key), cut.length(), cut.offset(), cut.align())) {
                expected.add(sum(items, window));
            }
        }
        assertThat(shared).filteredOn(line -> line.contains("make")).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static String sum(final List<NaiveWindows.Item> all, final NaiveWindows.Result window) {
        final long sum = window.items().stream()
                .mapToLong(item -> all.indexOf(item) + 1L)
                .sum();
        return window.items().size() + " make " + sum + " in " + window.start() + ".." + window.end();
    }

    @Property(tries = TRIES)
    void collectSessionsInOrder(
            @ForAll("items") final List<Draw> draws,
            @ForAll @LongRange(max = 20) final long gap,
            @ForAll @LongRange(max = 40) final long lateness) {
        sessions(draws, gap, lateness, false, (ticks, windower) -> window(ticks, lateness, windower, true, false));
    }

    @Property(tries = TRIES)
    void mergeSessionsInAnyOrder(
            @ForAll("items") final List<Draw> draws,
            @ForAll @LongRange(max = 20) final long gap,
            @ForAll @LongRange(max = 40) final long lateness,
            @ForAll final boolean ordered,
            @ForAll final boolean allowedLateness) {
        if (!ordered || allowedLateness) {
            sessions(
                    draws,
                    gap,
                    lateness,
                    allowedLateness,
                    (ticks, windower) -> window(ticks, lateness, windower, ordered, allowedLateness));
        }
    }

    private static void sessions(
            final List<Draw> draws,
            final long gap,
            final long lateness,
            final boolean allowedLateness,
            final BiFunction<KeyedStream<Tick>, Windower, Windowing<Tick>> windowing) {
        final List<NaiveWindows.Item> items = place(draws);
        final List<String> trace = run(
                items, ticks -> windowing.apply(ticks, new SessionWindow(gap)).collect());
        for (long key = 0; key < KEYS; key++) {
            final NaiveWindows naive = new NaiveWindows(lateness, allowedLateness);
            final List<String> expected = naive.sessions(ofKey(items, key), gap).stream()
                    .map(session -> session.sortedNames() + " from " + session.start() + " to " + session.end())
                    .toList();
            assertThat(closedOf(trace, key, true).stream().map(WindowPropertiesTest::withoutIds))
                    .containsExactlyElementsOf(expected);
            assertThat(lateOf(trace, key)).isEqualTo(naive.late());
        }
    }

    private static String withoutIds(final String closed) {
        return closed.replaceAll(" window \\d+", "").replaceAll(" with .*", "");
    }

    @Property(tries = TRIES)
    void countItemsByTheirArrival(
            @ForAll("items") final List<Draw> draws, @ForAll @LongRange(min = 1, max = 7) final long size) {
        final List<NaiveWindows.Item> items = place(draws);
        final List<String> trace =
                run(items, ticks -> ticks.window("w", CountWindow.of(size)).collect());
        for (long key = 0; key < KEYS; key++) {
            final List<NaiveWindows.Item> ofKey = ofKey(items, key);
            final List<String> expected = LongStream.iterate(0, from -> from < ofKey.size(), from -> from + size)
                    .mapToObj(from -> {
                        final List<NaiveWindows.Item> window =
                                ofKey.subList((int) from, (int) Math.min(ofKey.size(), from + size));
                        return window.stream().map(NaiveWindows.Item::name).toList() + " window " + from / size
                                + " from " + window.get(0).now() + " to "
                                + window.get(window.size() - 1).now();
                    })
                    .toList();
            assertThat(closedOf(trace, key, false)).isEqualTo(expected);
        }
        assertThat(trace).noneMatch(line -> line.startsWith("late"));
    }
}
