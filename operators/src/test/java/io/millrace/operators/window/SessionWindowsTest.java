package io.millrace.operators.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.graph.FlowException;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Windowed;
import io.millrace.operators.Windowing;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SessionWindowsTest {
    private final WindowScript script = new WindowScript();

    private static Windowing<Tick> sessions(final KeyedStream<Tick> ticks, final long lateness, final long gap) {
        return ticks.window("w", new EventClock<>(Tick::time, lateness), new SessionWindow(gap));
    }

    private List<String> ordered(final long gap) {
        return script.run(ticks -> sessions(ticks, 0, gap).ordered().collect());
    }

    private List<String> unordered(final long gap) {
        return script.run(ticks -> sessions(ticks, EventClock.ENDLESS, gap).collect());
    }

    @Test
    void lastFromTheFirstToTheLastItem() {
        script.in(1, "a")
                .in(5, "b")
                .in(11, "c")
                .in(12, "d")
                .in(13, "e")
                .in(14, "f")
                .in(20, "g")
                .in(1, "h");
        assertThat(ordered(5))
                .containsExactly(
                        "> a",
                        "> b",
                        "> c",
                        "[a, b]",
                        "window 0 from 1 to 5",
                        "> d",
                        "> e",
                        "> f",
                        "> g",
                        "[c, d, e, f]",
                        "window 1 from 11 to 14",
                        "> h",
                        "late h for -1",
                        "[g]",
                        "window 2 from 20 to 20");
    }

    @Test
    void closeWhenTheWatermarkIsMoreThanTheGapBehind() {
        script.in(0, "a").at(5).tick(2, "five", 5, 0).at(6).tick(2, "six", 6, 0).in(7, "b");
        assertThat(ordered(5))
                .containsExactly(
                        "> a",
                        "> five",
                        "[a]",
                        "window 0 from 0 to 0",
                        "> six",
                        "> b",
                        "[b]",
                        "window 1 from 7 to 7",
                        "[five, six]",
                        "window 0 from 5 to 6");
    }

    @Test
    void takeAnItemThatIsJustTheGapAway() {
        script.in(0, "a").in(5, "b").in(10, "c").in(16, "d");
        assertThat(ordered(5))
                .containsExactly(
                        "> a",
                        "> b",
                        "> c",
                        "> d",
                        "[a, b, c]",
                        "window 0 from 0 to 10",
                        "[d]",
                        "window 1 from 16 to 16");
    }

    @Test
    void ofNoGapHoldItemsOfOneTime() {
        script.in(3, "a").in(3, "b").in(4, "c");
        assertThat(ordered(0)).contains("[a, b]", "[c]");
    }

    @Test
    void growTogetherWhenAnItemComesBetween() {
        script.in(0, "a").in(20, "b").in(10, "c");
        assertThat(unordered(10)).containsExactly("> a", "> b", "> c", "[a, c, b]", "window 0 from 0 to 20 with [1]");
    }

    @Test
    void growTogetherIntoTheOneThatBeginsEarlier() {
        script.in(20, "b").in(0, "a").in(10, "c").in(40, "z");
        assertThat(unordered(10))
                .containsExactly(
                        "> b",
                        "> a",
                        "> c",
                        "> z",
                        "[a, b, c]",
                        "window 1 from 0 to 20 with [0]",
                        "[z]",
                        "window 2 from 40 to 40");
    }

    @Test
    void growTogetherAgainAndAgain() {
        script.in(0, "a")
                .in(20, "b")
                .in(40, "c")
                .in(60, "d")
                .in(50, "e")
                .in(10, "f")
                .in(30, "g");
        assertThat(unordered(10))
                .endsWith("[a, f, b, g, c, e, d]", "window 0 from 0 to 60 with [1, 2, 3]")
                .hasSize(9);
    }

    @Test
    void takeAnItemBehindTheWatermarkIfTheyAreOpen() {
        script.in(0, "a").in(20, "b").in(16, "c").in(11, "d").in(1, "e").in(8, "f");
        assertThat(script.run(ticks -> sessions(ticks, 0, 5).allowedLateness().collect()))
                .containsExactly(
                        "> a",
                        "> b",
                        "[a]",
                        "window 0 from 0 to 0",
                        "> c",
                        "> d",
                        "> e",
                        "late e for -1",
                        "> f",
                        "[b, c, d, f]",
                        "window 1 from 8 to 20");
    }

    @Test
    void closeByTimeAfterItemsHaveProlongedThem() {
        script.in(0, "a")
                .at(4)
                .in(4, "b")
                .at(8)
                .in(8, "c")
                .at(13)
                .tick(2, "x", 0, 0)
                .at(14)
                .tick(2, "y", 0, 0);
        assertThat(ordered(5)).containsSubsequence("> x", "[a, b, c]", "window 0 from 0 to 8", "> y");
    }

    @Test
    void needAMergerIfItemsNeedNotComeInOrder() {
        final Function<KeyedStream<Tick>, Windowed<Tick, ?>> noMerger =
                ticks -> sessions(ticks, 1, 5).fold(Sum.TYPE, Sum::add);
        assertThatThrownBy(() -> script.in(0, "a").run(noMerger))
                .isInstanceOf(FlowException.class)
                .hasMessageContaining("give a merger, or make it ordered()");
        script.run(ticks -> sessions(ticks, 1, 5).ordered().fold(Sum.TYPE, Sum::add));
        script.run(ticks -> sessions(ticks, 0, 5).fold(Sum.TYPE, Sum::add));
        script.run(ticks -> ticks.window("w", new SystemClock<>(), SessionWindow.of(Duration.ofNanos(5)))
                .fold(Sum.TYPE, Sum::add));
    }

    @Test
    void refuseANegativeGap() {
        assertThatThrownBy(() -> new SessionWindow(-1)).hasMessageContaining("must not be negative");
    }

    @Test
    void tellTheirBoundsToWhatTheyAreFoldedInto() {
        script.tick(1, "a", 20, 1).tick(1, "b", 0, 2).tick(1, "c", 10, 4);
        assertThat(script.run(ticks -> sessions(ticks, EventClock.ENDLESS, 10).fold(Sum.TYPE, Sum::add, Sum::merge)))
                .contains("3 make 7 in 0..20");
    }
}
