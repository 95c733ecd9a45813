package io.millrace.operators.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.graph.FlowException;
import io.millrace.engine.item.Codecs;
import io.millrace.operators.Dataflow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.support.Collected;
import io.millrace.operators.support.Runs;
import io.millrace.operators.testing.TimedItems;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class JoinTest {
    private static final long END = 1_000;

    /** Items such as {@code key:value}, the i-th of them at time i; a blank stands for an item of another side. */
    private static KeyedStream<String> side(final Dataflow flow, final String id, final String... items) {
        final List<TimedItems.At<String>> list = new ArrayList<>();
        for (int i = 0; i < items.length; i++) {
            if (!items[i].isBlank()) {
                list.add(new TimedItems.At<>(i, items[i]));
            }
        }
        return flow.input(id, TimedItems.of(Codecs.TEXT, list))
                .keyByText(id + "-key", item -> item.substring(0, item.indexOf(':') + 1))
                .map(id + "-value", Codecs.TEXT, item -> item.substring(item.indexOf(':') + 1));
    }

    private static List<String> run(final BiConsumer<Dataflow, Collected> definition) {
        final List<String> fused = Runs.run(definition, Runs.fused()).get("out");
        assertThat(Runs.run(definition, Runs.threaded(8)).get("out")).isEqualTo(fused);
        assertThat(Runs.run(definition, Runs.fused().specialize(true)).get("out"))
                .isEqualTo(fused);
        return fused;
    }

    private static JoinMode mode(final String insert, final String emit) {
        return new JoinMode(JoinMode.Insert.valueOf(insert), JoinMode.Emit.valueOf(emit), JoinMode.Rows.USUAL);
    }

    /** L1 L2 R1 R2 L3, then the end; a tick behind each shows which rows it gave. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "FIRST  ; COMPLETE; 0 1 2 (L1, R1) 3 4 (L3, R2) end",
                "FIRST  ; FINAL   ; 0 1 2 3 4 end (L1, R1)",
                "FIRST  ; RUNNING ; 0 (L1, –) 1 (L1, –) 2 (L1, R1) 3 (L1, R1) 4 (L1, R1) end",
                "LAST   ; COMPLETE; 0 1 2 (L2, R1) 3 4 (L3, R2) end",
                "LAST   ; FINAL   ; 0 1 2 3 4 end (L3, R2)",
                "LAST   ; RUNNING ; 0 (L1, –) 1 (L2, –) 2 (L2, R1) 3 (L2, R2) 4 (L3, R2) end",
                "PRODUCT; COMPLETE; 0 1 2 (L1, R1) (L2, R1) 3 4 (L3, R2) end",
                "PRODUCT; FINAL   ; 0 1 2 3 4 end (L1, R1) (L1, R2) (L2, R1) (L2, R2) (L3, R1) (L3, R2)",
                "PRODUCT; RUNNING ; 0 (L1, –) 1 (L1, –) (L2, –) 2 (L1, R1) (L2, R1)"
                        + " 3 (L1, R1) (L1, R2) (L2, R1) (L2, R2)"
                        + " 4 (L1, R1) (L1, R2) (L2, R1) (L2, R2) (L3, R1) (L3, R2) end",
            })
    void givesTheRowsOfItsMode(final String insert, final String emit, final String expected) {
        final List<String> rows = run((flow, out) -> {
            final KeyedStream<String> ticks = side(flow, "t", "k:0", "k:1", "k:2", "k:3", "k:4", "k:end");
            final KeyedStream<String> left = side(flow, "l", "k:L1", "k:L2", " ", " ", "k:L3");
            final KeyedStream<String> right = side(flow, "r", " ", " ", "k:R1", "k:R2", " ");
            final KeyedStream<String> joined =
                    flow.join("join", mode(insert, emit), left, right).map("text", Codecs.TEXT, JoinRow::toString);
            flow.merge("all", ticks, joined).output("out", out.sink());
        });
        assertThat(String.join(" ", rows)).isEqualTo(expected);
    }

    @Test
    void leavesAHalfRowOpenOnceARowIsComplete() {
        final List<String> rows = run((flow, out) -> side(flow, "names", "123:Bee", "456:Hive")
                .join(
                        "join",
                        side(flow, "emails", " ", " ", "123:bee@", "456:hive@", "123:queen@"),
                        JoinMode.last(),
                        Codecs.TEXT,
                        (name, email) -> name + " " + email)
                .output("out", out.sink()));
        assertThat(rows).containsExactly("Bee bee@", "Hive hive@");
    }

    @Test
    void goesOnWithRunningRows() {
        final List<String> rows = run((flow, out) -> flow.join(
                        "join",
                        JoinMode.last().running(),
                        side(flow, "names", "123:Bee", " ", "456:Hive"),
                        side(flow, "emails", " ", "123:bee@", " ", "456:hive@", "123:queen@"))
                .output("out", out.sink()));
        assertThat(rows).containsExactly("(Bee, –)", "(Bee, bee@)", "(Hive, –)", "(Hive, hive@)", "(Bee, queen@)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "INNER; (b1, b2)",
                "LEFT ; (a1, –) (b1, b2)",
                "RIGHT; (b1, b2) (–, c2)",
                "FULL ; (a1, –) (b1, b2) (–, c2)",
                "USUAL; (a1, –) (b1, b2) (–, c2)",
            })
    void countsTheRowsAskedFor(final JoinMode.Rows rows, final String expected) {
        final JoinMode mode = new JoinMode(JoinMode.Insert.LAST, JoinMode.Emit.FINAL, rows);
        final List<String> out = run((flow, sinks) -> flow.join(
                        "join", mode, side(flow, "l", "b:b1", "a:a1"), side(flow, "r", "c:c2", "b:b2"))
                .output("out", sinks.sink()));
        assertThat(String.join(" ", out)).isEqualTo(expected);
    }

    @Test
    void givesARowAsSoonAsItCounts() {
        final List<String> rows = run((flow, out) -> flow.join(
                        "join",
                        JoinMode.product().complete().left(),
                        side(flow, "l", " ", " ", "k:l1", "k:l2"),
                        side(flow, "r", "k:r1", "k:r2"))
                .output("out", out.sink()));
        assertThat(rows).containsExactly("(l1, r1)", "(l1, r2)", "(l2, –)");
    }

    @Test
    void fillsItemsFromTwoSidesAndFromThree() {
        final List<String> rows = run((flow, out) -> {
            final KeyedStream<String> first = side(flow, "a", "k:a1");
            final KeyedStream<String> second = side(flow, "b", "k:b1", "k:b2");
            final KeyedStream<String> third = side(flow, "c", " ", " ", "k:c1");
            final JoinMode mode = JoinMode.product().atEnd();
            final KeyedStream<String> two = first.join(
                            "two", second, mode, Pair.TYPE, (a, b, pair) -> pair.text = a + "+" + b)
                    .map("2", Codecs.TEXT, pair -> pair.text);
            final KeyedStream<String> three = first.join(
                            "three",
                            second,
                            third,
                            mode,
                            Pair.TYPE,
                            (a, b, c, pair) -> pair.text = a + "+" + b + "+" + c)
                    .map("3", Codecs.TEXT, pair -> pair.text);
            final KeyedStream<String> returned =
                    first.join("returned", second, third, mode, Codecs.TEXT, (a, b, c) -> a + b + c);
            flow.merge("all", two, three, returned).output("out", out.sink());
        });
        assertThat(rows).containsExactly("a1+b1", "a1+b2", "a1+b1+c1", "a1+b2+c1", "a1b1c1", "a1b2c1");
    }

    @Test
    void joinsAStreamWithItself() {
        final List<String> rows = run((flow, out) -> {
            final KeyedStream<String> self = side(flow, "s", "k:1", "k:2");
            flow.join("join", JoinMode.last().running(), self, self).output("out", out.sink());
        });
        assertThat(rows).containsExactly("(1, –)", "(1, 1)", "(2, 1)", "(2, 2)");
    }

    @Test
    void givesRowsOfOneSide() {
        final List<String> rows = run((flow, out) -> flow.join("join", JoinMode.last(), side(flow, "s", "k:1", "k:2"))
                .output("out", out.sink()));
        assertThat(rows).containsExactly("(1)", "(2)");
    }

    @Test
    void endsKeysByValue() {
        final List<String> rows = run((flow, out) -> flow.join(
                        "join",
                        JoinMode.first().atEnd(),
                        flow.input("in", TimedItems.of(Codecs.INT64, at(3L, -1L, 70_000L, 12L)))
                                .keyBy("key", item -> item)
                                .parallel(3))
                .output("out", out.sink()));
        assertThat(rows).containsExactly("(-1)", "(3)", "(12)", "(70000)");
    }

    private static List<TimedItems.At<Long>> at(final Long... items) {
        return Arrays.stream(items).map(item -> new TimedItems.At<>(END, item)).toList();
    }

    @Nested
    class IsRefused {
        private void refused(final BiConsumer<Dataflow, Collected> definition, final String... words) {
            assertThatThrownBy(() -> Runs.run(definition, Runs.fused()))
                    .isInstanceOf(FlowException.class)
                    .hasMessageContainingAll(words);
        }

        @Test
        void ifItemsOfASideHaveNoType() {
            refused(
                    (flow, out) -> {
                        final KeyedStream<String> left = side(flow, "l", "k:1");
                        final KeyedStream<Object> right = side(flow, "r", "k:1").map("untyped", item -> item);
                        flow.join("both", JoinMode.last(), left, right).output("out", out.sink());
                    },
                    "join 'both' keeps its items, but those of side 1 have no type: give map 'untyped' a codec");
        }

        @Test
        void ifKeysAreOfDifferentKinds() {
            refused(
                    (flow, out) -> flow.join(
                                    "both",
                                    JoinMode.last(),
                                    side(flow, "l", "k:1"),
                                    flow.input("n", TimedItems.of(Codecs.INT64, at(1L)))
                                            .keyBy("number", item -> item))
                            .output("out", out.sink()),
                    "join 'both'",
                    "different kinds of keys");
        }

        @Test
        void ifThereAreNoSides() {
            refused((flow, out) -> flow.join("none", JoinMode.last()).output("out", out.sink()), "join 'none'");
        }
    }
}
