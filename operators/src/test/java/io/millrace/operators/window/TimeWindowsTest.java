package io.millrace.operators.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.operators.KeyedStream;
import io.millrace.operators.Windowed;
import io.millrace.operators.Windowing;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tumbling and sliding windows. */
class TimeWindowsTest {
    private final WindowScript script = new WindowScript();

    private static EventClock<Tick> clock(final long lateness) {
        return new EventClock<>(Tick::time, lateness);
    }

    private static Function<KeyedStream<Tick>, Windowed<Tick, ?>> collecting(
            final long lateness, final Windower windower, final UnaryOperator<Windowing<Tick>> options) {
        return ticks ->
                options.apply(ticks.window("w", clock(lateness), windower)).collect();
    }

    private List<String> tumbling(final long lateness) {
        return script.run(collecting(lateness, new TumblingWindow(10, 0), Windowing::ordered));
    }

    @Nested
    class Grid {
        @ParameterizedTest
        @CsvSource({
            "10, 5, 13, 1, 2",
            "10, 5, -3, -2, -1",
            "10, 5, 3, -1, 0",
            "10, 5, -5, -2, -1",
            "10, 5, 0, -1, 0",
            "10, 5, 10, 1, 2",
            "10, 3, 11, 1, 3",
            "10, 3, -1, -3, -1",
            "10, 3, 5, -1, 1",
            "10, 7, 14, 1, 2",
            "10, 7, -7, -2, -1",
            "10, 7, 17, 2, 2",
            "10, 7, -4, -1, -1",
            "10, 7, 10, 1, 1",
            "10, 10, 15, 1, 1",
            "10, 10, -5, -1, -1",
            "10, 10, -10, -1, -1",
            "10, 10, 10, 1, 1",
        })
        void assignsTimesToWindows(
                final long length, final long offset, final long time, final long first, final long last) {
            for (final long align : new long[] {0, 1_000_000_007, -77}) {
                final WindowGrid grid = new SlidingWindow(length, offset, align).grid();
                assertThat(grid.firstId(align + time)).isEqualTo(first);
                assertThat(grid.lastId(align + time)).isEqualTo(last);
            }
        }

        @Test
        void refusesLengthsThatMakeNoWindows() {
            assertThatThrownBy(() -> new TumblingWindow(0, 0)).hasMessageContaining("longer than nothing");
            assertThatThrownBy(() -> new SlidingWindow(10, 11, 0))
                    .hasMessageContaining("the offset must not be more than the length");
            assertThatThrownBy(() -> new SlidingWindow(10, 0, 0)).hasMessageContaining("more than nothing");
            assertThatThrownBy(() -> TumblingWindow.of(Duration.ofDays(36_500))).hasMessageContaining("36 years");
        }
    }

    @Nested
    class Tumbling {
        @Test
        void areLateByTheWatermarkThoughTheWindowIsOpen() {
            script.in(0, "a").in(5, "b").in(3, "c").in(5, "d").in(12, "e");
            assertThat(tumbling(0))
                    .containsExactly(
                            "> a",
                            "> b",
                            "> c",
                            "late c for 0",
                            "> d",
                            "> e",
                            "[a, b, d]",
                            "window 0 from 0 to 10",
                            "[e]",
                            "window 1 from 10 to 20");
        }

        @Test
        void putItemsInOrderWhileTheyWait() {
            script.in(0, "a").in(7, "b").in(3, "c").in(1, "d");
            script.in(15, "e").in(9, "f").in(16, "g");
            assertThat(tumbling(5))
                    .containsExactly(
                            "> a",
                            "> b",
                            "> c",
                            "> d",
                            "late d for 0",
                            "> e",
                            "[a, c, b]",
                            "window 0 from 0 to 10",
                            "> f",
                            "late f for 0",
                            "> g",
                            "[e, g]",
                            "window 1 from 10 to 20");
        }

        @Test
        void includeTheirBeginningAndNotTheirEnd() {
            script.in(-1, "n").in(0, "a").in(9, "b").in(10, "c");
            assertThat(tumbling(EventClock.ENDLESS))
                    .containsExactly(
                            "> n",
                            "> a",
                            "> b",
                            "> c",
                            "[n]",
                            "window -1 from -10 to 0",
                            "[a, b]",
                            "window 0 from 0 to 10",
                            "[c]",
                            "window 1 from 10 to 20");
        }

        @Test
        void closeByStageTimeAndDoNotOpenAgain() {
            script.in(5, "a").at(4).in(6, "x").at(5).in(6, "b").in(12, "c");
            assertThat(script.run(collecting(0, new TumblingWindow(10, 0), Windowing::ordered)))
                    .containsExactly(
                            "> a",
                            "> x",
                            "late x for 0",
                            "[a]",
                            "window 0 from 0 to 10",
                            "> b",
                            "late b for 0",
                            "> c",
                            "[c]",
                            "window 1 from 10 to 20");
        }

        @Test
        void closeSeveralAtOnceInOrder() {
            script.in(1, "a").in(15, "b").in(2, "c").in(35, "d");
            assertThat(tumbling(20))
                    .containsExactly(
                            "> a",
                            "> b",
                            "> c",
                            "> d",
                            "[a, c]",
                            "window 0 from 0 to 10",
                            "[b]",
                            "window 1 from 10 to 20",
                            "[d]",
                            "window 3 from 30 to 40");
        }

        @Test
        void keepTheOrderOfArrivalIfNotOrdered() {
            script.in(8, "a").in(3, "b").in(3, "c").in(14, "d");
            assertThat(script.run(collecting(5, new TumblingWindow(10, 0), w -> w)))
                    .contains("[a, b, c]")
                    .doesNotContain("late");
        }

        @Test
        void ofSeveralKeysCloseByKeyAtTheEnd() {
            script.tick(7, "x", 1, 0).tick(-3, "y", 2, 0).tick(5, "z", 3, 0);
            assertThat(tumbling(0)).filteredOn(line -> line.startsWith("[")).containsExactly("[y]", "[z]", "[x]");
        }
    }

    @Nested
    class Sliding {
        private final Windower sliding = new SlidingWindow(10, 5, 0);

        @Test
        void takeItemsIntoEachThatOverlaps() {
            script.in(1, "a")
                    .in(4, "b")
                    .in(8, "c")
                    .in(12, "d")
                    .in(13, "e")
                    .in(14, "f")
                    .in(16, "g")
                    .in(1, "h");
            final List<String> expected = List.of(
                    "> a",
                    "> b",
                    "> c",
                    "[a, b]",
                    "window -1 from -5 to 5",
                    "> d",
                    "[a, b, c]",
                    "window 0 from 0 to 10",
                    "> e",
                    "> f",
                    "> g",
                    "[c, d, e, f]",
                    "window 1 from 5 to 15",
                    "> h",
                    "late h for -1",
                    "late h for 0",
                    "[d, e, f, g]",
                    "window 2 from 10 to 20",
                    "[g]",
                    "window 3 from 15 to 25");
            assertThat(script.run(collecting(0, sliding, Windowing::ordered)))
                    .as("sharing parts")
                    .isEqualTo(expected);
            assertThat(script.run(collecting(0, sliding, w -> w)))
                    .as("with a list for each")
                    .isEqualTo(expected);
        }

        @Test
        void leaveOutWindowsWithoutItems() {
            script.in(1, "a").in(101, "b");
            for (final UnaryOperator<Windowing<Tick>> options : options()) {
                assertThat(script.run(collecting(0, new SlidingWindow(10, 4, 0), options)))
                        .containsExactly(
                                "> a",
                                "> b",
                                "[a]",
                                "window -2 from -8 to 2",
                                "[a]",
                                "window -1 from -4 to 6",
                                "[a]",
                                "window 0 from 0 to 10",
                                "[b]",
                                "window 23 from 92 to 102",
                                "[b]",
                                "window 24 from 96 to 106",
                                "[b]",
                                "window 25 from 100 to 110");
            }
        }

        private static List<UnaryOperator<Windowing<Tick>>> options() {
            return List.of(Windowing::ordered, w -> w);
        }

        @Test
        void giveAnItemToThoseThatAreStillOpen() {
            script.in(1, "a").in(12, "b").in(6, "c").in(17, "d").in(3, "e");
            for (final UnaryOperator<Windowing<Tick>> options : options()) {
                assertThat(script.run(
                                collecting(0, sliding, w -> options.apply(w).allowedLateness())))
                        .containsExactly(
                                "> a",
                                "> b",
                                "[a]",
                                "window -1 from -5 to 5",
                                "[a]",
                                "window 0 from 0 to 10",
                                "> c",
                                "late c for 0",
                                "> d",
                                "[b, c]",
                                "window 1 from 5 to 15",
                                "> e",
                                "late e for -1",
                                "late e for 0",
                                "[b, d]",
                                "window 2 from 10 to 20",
                                "[d]",
                                "window 3 from 15 to 25");
            }
        }

        @Test
        void giveAnItemToThoseThatAreStillOpenWhenTheyShareParts() {
            script.tick(1, "a", 1, 1).tick(1, "b", 12, 2).tick(1, "c", 6, 4).tick(1, "d", 17, 8);
            assertThat(script.run(ticks -> ticks.window("w", clock(0), sliding)
                            .allowedLateness()
                            .fold(Sum.TYPE, Sum::add, Sum::merge)))
                    .containsExactly(
                            "> a",
                            "> b",
                            "1 make 1 in -5..5",
                            "window -1 from -5 to 5",
                            "1 make 1 in 0..10",
                            "window 0 from 0 to 10",
                            "> c",
                            "late c for 0",
                            "> d",
                            "2 make 6 in 5..15",
                            "window 1 from 5 to 15",
                            "2 make 10 in 10..20",
                            "window 2 from 10 to 20",
                            "1 make 8 in 15..25",
                            "window 3 from 15 to 25");
        }
    }

    @Nested
    class ForgottenKeys {
        @Test
        void haveNoWatermarkAnyMore() {
            script.in(5, "a").at(5).at(24).in(6, "b").at(54).in(6, "c").in(20, "d");
            assertThat(script.run(collecting(0, new TumblingWindow(10, 0), w -> w.forgetIdle(Duration.ofNanos(20)))))
                    .containsExactly(
                            "> a",
                            "[a]",
                            "window 0 from 0 to 10",
                            "> b",
                            "late b for 0",
                            "> c",
                            "> d",
                            "[c]",
                            "window 0 from 0 to 10",
                            "[d]",
                            "window 2 from 20 to 30");
        }
    }
}
