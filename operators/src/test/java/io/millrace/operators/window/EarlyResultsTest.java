package io.millrace.operators.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.operators.Count;
import io.millrace.operators.Items;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Windowing;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlyResultsTest {
    private final WindowScript script = new WindowScript();

    private static Windowing<Tick> tumbling(final KeyedStream<Tick> ticks) {
        return ticks.window("w", new EventClock<>(Tick::time, 0), new TumblingWindow(100, 0));
    }

    @Test
    void comeEverySoOftenIfSomethingWasAdded() {
        script.at(1)
                .in(1, "a")
                .at(5)
                .in(5, "b")
                .at(11)
                .in(11, "c")
                .at(29)
                .at(33)
                .in(33, "d")
                .at(60);
        final List<String> trace = script.run(ticks ->
                tumbling(ticks).early(Early.every(Duration.ofNanos(10))).collect());
        // The first item comes at 1, so results are due at 11 (before what comes then), 21, 31, 41 and so on.
        assertThat(trace)
                .containsExactly(
                        "> a",
                        "> b",
                        "early [a, b]",
                        "> c",
                        "early [a, b, c]",
                        "> d",
                        "early [a, b, c, d]",
                        "[a, b, c, d]",
                        "window 0 from 0 to 100");
    }

    @Test
    void keepToTheirGridAfterAPause() {
        script.at(0)
                .in(0, "a")
                .at(34)
                .in(34, "b")
                .at(39)
                .tick(2, "x", 39, 0)
                .at(40)
                .tick(2, "y", 40, 0);
        assertThat(script.run(ticks ->
                        tumbling(ticks).early(Early.every(Duration.ofNanos(10))).collect()))
                .startsWith("> a", "early [a]", "> b", "> x", "early [a, b]", "> y");
    }

    @Test
    void comeAfterEverySoManyItems() {
        script.in(1, "a").in(2, "b").in(3, "c").in(4, "d").in(5, "e");
        assertThat(script.run(
                        ticks -> tumbling(ticks).early(Early.everyItems(2)).collect()))
                .containsExactly(
                        "> a",
                        "> b",
                        "early [a, b]",
                        "> c",
                        "> d",
                        "early [a, b, c, d]",
                        "> e",
                        "[a, b, c, d, e]",
                        "window 0 from 0 to 100");
    }

    @Test
    void comeWhenAPredicateHolds() {
        script.tick(1, "a", 1, 5).tick(1, "b", 2, 7).tick(1, "c", 3, 1);
        assertThat(script.run(ticks -> tumbling(ticks)
                        .early(Early.<Sum>when(sum -> sum.sum > 11))
                        .fold(Sum.TYPE, Sum::add)))
                .containsExactly(
                        "> a",
                        "> b",
                        "early 2 make 12 in 0..100",
                        "> c",
                        "early 3 make 13 in 0..100",
                        "3 make 13 in 0..100",
                        "window 0 from 0 to 100");
    }

    @Test
    void areAskedForByWhatResultsAreMadeOf() {
        script.tick(1, "a", 1, 5).tick(1, "b", 2, 7).tick(1, "c", 3, 6);
        assertThat(script.run(ticks -> tumbling(ticks)
                        .early(Early.<Tick>when(tick -> tick.value == 7))
                        .max(Comparator.comparingLong(Tick::value))))
                .containsExactly("> a", "> b", "early b", "> c", "early b", "b", "window 0 from 0 to 100");
        assertThat(script.run(ticks -> tumbling(ticks)
                        .early(Early.<Count>when(count -> count.value() == 2))
                        .count()))
                .containsExactly("> a", "> b", "early 2", "> c", "3", "window 0 from 0 to 100");
        assertThat(script.run(ticks -> tumbling(ticks)
                        .early(Early.<Items<Tick>>when(items -> items.size() == 1))
                        .collect()))
                .contains("early [a]");
    }

    @Test
    void comeFromEachOfTheWindowsThatOverlap() {
        script.at(1).in(1, "a").at(2).in(6, "b").at(4).tick(2, "x", 100, 0);
        assertThat(script.run(ticks -> ticks.window("w", new EventClock<>(Tick::time, 20), new SlidingWindow(10, 5, 0))
                        .early(Early.every(Duration.ofNanos(2)))
                        .fold(Sum.TYPE, Sum::add, Sum::merge)))
                .startsWith(
                        "> a",
                        "> b",
                        "early 1 make 0 in -5..5",
                        "early 2 make 0 in 0..10",
                        "early 1 make 0 in 5..15",
                        "> x");
    }

    @Test
    void goOnWhenSessionsGrowTogether() {
        script.in(0, "a").in(20, "b").in(10, "c").in(30, "d");
        assertThat(script.run(ticks -> ticks.window(
                                "w", new EventClock<>(Tick::time, EventClock.ENDLESS), new SessionWindow(10))
                        .early(Early.everyItems(3))
                        .collect()))
                .containsExactly(
                        "> a",
                        "> b",
                        "> c",
                        "early [a, c, b]",
                        "> d",
                        "[a, c, b, d]",
                        "window 0 from 0 to 30 with [1]");
    }

    @Test
    void areRefusedIfTheyNeverCome() {
        assertThatThrownBy(() -> Early.everyItems(0)).hasMessageContaining("never");
        assertThatThrownBy(() -> Early.every(Duration.ofNanos(-1))).hasMessageContaining("more than nothing");
    }

    @Test
    void knowOfSessionsThatTheItemHasBroughtTogether() {
        script.in(0, "a").in(1, "b").in(20, "c").in(21, "d").in(10, "e");
        assertThat(script.run(ticks -> ticks.window(
                                "w", new EventClock<>(Tick::time, EventClock.ENDLESS), new SessionWindow(10))
                        .early(Early.<Count>when(count -> count.value() >= 5))
                        .count()))
                .containsExactly("> a", "> b", "> c", "> d", "> e", "early 5", "5", "window 0 from 0 to 21 with [1]");
    }
}
