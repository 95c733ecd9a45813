package io.millrace.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.graph.FlowException;
import io.millrace.engine.item.Codecs;
import io.millrace.operators.support.Everywhere;
import io.millrace.operators.support.Numbers;
import io.millrace.operators.support.Probe;
import io.millrace.operators.support.Runs;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StatelessTest {
    private static boolean halve(final Long number, final Probe out) {
        out.value = number / 2;
        out.key = number;
        out.count = 0;
        return number % 2 == 0;
    }

    private static void withKey(final Key key, final Long number, final Probe out) {
        out.value = number;
        out.key = key.number();
        out.count = 0;
    }

    @Test
    void filterMapEmitsWhatIsFilledOrReturned() {
        final var outputs = Everywhere.run((flow, out) -> {
            final Stream<Long> in = Numbers.of(flow, 0, 1, 2, 3, 4, 5);
            in.filterMap("filled", Probe.TYPE, StatelessTest::halve).output("a", out.sink());
            in.filterMap("returned", Codecs.INT64, x -> x % 2 == 0 ? Long.valueOf(x + 1) : null)
                    .output("b", out.sink());
            in.keyBy("key", x -> x)
                    .filterMap("keyed", Codecs.INT64, x -> x % 2 == 0 ? Long.valueOf(x + 1) : null)
                    .output("c", out.sink());
        });
        assertThat(outputs.get("a")).containsExactly("0/0/0", "1/2/0", "2/4/0");
        assertThat(outputs.get("b")).containsExactly("1", "3", "5");
        assertThat(outputs.get("c")).containsExactly("1", "3", "5");
    }

    @Test
    void flattenEmitsThePartsOfAnItemInOrder() {
        final var outputs = Everywhere.run((flow, out) -> {
            final Stream<String> in = Numbers.texts(flow, "1 2", "", "3");
            in.flatten("words", Codecs.TEXT, StatelessTest::words).output("a", out.sink());
            in.keyByText("key", text -> text)
                    .flatten("keyed", Codecs.TEXT, StatelessTest::words)
                    .mapWithKey("which", Codecs.TEXT, (key, word) -> key + "→" + word)
                    .output("b", out.sink());
        });
        assertThat(outputs.get("a")).containsExactly("1", "2", "3");
        assertThat(outputs.get("b")).containsExactly("1 2→1", "1 2→2", "3→3");
    }

    private static List<String> words(final String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(" ", -1));
    }

    @Test
    void flattenNamesAnItemWithoutPartsAndAPartThatIsNull() {
        assertThatThrownBy(() -> Runs.run(
                        (flow, out) -> Numbers.of(flow, 1, 2)
                                .flatten("parts", Codecs.INT64, x -> x == 2 ? null : List.of(x))
                                .output("out", out.sink()),
                        Runs.fused()))
                .hasMessageContaining("step 'parts' failed on 2")
                .hasMessageContaining("gave null, not parts");
        assertThatThrownBy(() -> Runs.run(
                        (flow, out) -> Numbers.of(flow, 1, 2)
                                .flatten("parts", Codecs.INT64, x -> Collections.singletonList(x == 2 ? null : x))
                                .output("out", out.sink()),
                        Runs.fused()))
                .hasMessageContaining("step 'parts' failed on 2")
                .hasMessageContaining("one of the parts is null");
    }

    @Test
    void mapWithKeyShowsNumbersAndTexts() {
        final var outputs = Everywhere.run((flow, out) -> {
            final Stream<Long> in = Numbers.of(flow, 4, 5);
            in.keyBy("number", x -> x * 10)
                    .mapWithKey("filled", Probe.TYPE, StatelessTest::withKey)
                    .output("a", out.sink());
            in.keyByText("text", x -> "k" + x)
                    .mapWithKey("returned", Codecs.TEXT, (key, x) -> key.text() + "=" + x)
                    .output("b", out.sink());
        });
        assertThat(outputs.get("a")).containsExactly("4/40/0", "5/50/0");
        assertThat(outputs.get("b")).containsExactly("k4=4", "k5=5");
    }

    @Test
    void aTextKeyIsNotANumber() {
        assertThatThrownBy(() -> Runs.run(
                        (flow, out) -> Numbers.of(flow, 4)
                                .keyByText("text", x -> "k" + x)
                                .mapWithKey("wrong", Probe.TYPE, StatelessTest::withKey)
                                .output("out", out.sink()),
                        Runs.fused()))
                .hasMessageContaining("step 'wrong' failed on 4")
                .hasMessageContaining("keys of this stream are text");
    }

    @Test
    void inspectDebugTellsStepRecordStageAndPart() {
        final List<String> seen = new ArrayList<>();
        Runs.run(
                (flow, out) -> Numbers.texts(flow, "a", "b")
                        .inspectDebug(
                                "insp",
                                (step, item, inputSeq, stage, part) ->
                                        seen.add(step + " " + item + " @" + inputSeq + " " + stage + " " + part)),
                Runs.fused());
        assertThat(seen).containsExactly("insp a @0 fused 0", "insp b @1 fused 0");
    }

    @Test
    void inspectDebugPassesItemsOn() {
        final var outputs = Everywhere.run((flow, out) -> Numbers.of(flow, 1, 2)
                .keyBy("key", x -> x)
                .inspectDebug("insp", (step, item, inputSeq, stage, part) -> {})
                .output("out", out.sink()));
        assertThat(outputs.get("out")).containsExactly("1", "2");
    }

    @Test
    void assertEmptyIsSilentWithoutItemsAndStopsAtTheFirst() {
        Runs.run(
                (flow, out) -> Numbers.of(flow, 1, 2).filter("none", x -> false).assertEmpty("never"), Runs.fused());
        assertThatThrownBy(() -> Runs.run((flow, out) -> Numbers.of(flow, 7, 8).assertEmpty("never"), Runs.fused()))
                .hasMessageContaining("step 'never' failed on 7")
                .hasMessageContaining("must get no items, but got 7");
    }

    @Test
    void rebalancedItemsComeOutInTheirOrder() {
        final long[] numbers = IntStream.range(0, 500).asLongStream().toArray();
        final var outputs = Everywhere.run((flow, out) -> Numbers.of(flow, numbers)
                .rebalance("deal", 3)
                .map("work", Codecs.INT64, x -> x * 2)
                .output("out", out.sink()));
        assertThat(outputs.get("out"))
                .containsExactlyElementsOf(IntStream.range(0, 500)
                        .mapToObj(i -> Integer.toString(i * 2))
                        .toList());
    }

    @Test
    void thenGivesThePartsStepsANameInFront() {
        final var outputs = Everywhere.run((flow, out) -> {
            Numbers.of(flow, 0, 1, 2)
                    .then("part", in -> in.map("add", Codecs.INT64, x -> x + 1).keyBy("key", x -> x))
                    .then("other", in -> in.map("add", Codecs.INT64, x -> x * 10))
                    .output("out", out.sink());
        });
        assertThat(outputs.get("out")).containsExactly("10", "20", "30");
        assertThatThrownBy(() -> Runs.run(
                        (flow, out) -> Numbers.of(flow, 0)
                                .then("part", in -> in.map("bad", Codecs.INT64, x -> 1 / x))
                                .output("out", out.sink()),
                        Runs.fused()))
                .hasMessageContaining("step 'part.bad' failed on 0");
    }

    @Test
    void thenLeavesItsNameBehindEvenIfThePartFails() {
        final var outputs = Everywhere.run((flow, out) -> {
            final Stream<Long> in = Numbers.of(flow, 1);
            assertThatThrownBy(() -> in.then("part", stream -> stream.filter("a.b", x -> true)))
                    .isInstanceOf(FlowException.class);
            in.output("out", out.sink());
        });
        assertThat(outputs).containsOnlyKeys("out");
    }

    @Test
    void aFunctionThatReturnsNullIsNamed() {
        assertThatThrownBy(() -> Runs.run(
                        (flow, out) -> Numbers.of(flow, 3)
                                .map("null", Codecs.INT64, x -> null)
                                .output("out", out.sink()),
                        Runs.fused()))
                .hasMessageContaining("step 'null' failed on 3")
                .hasMessageContaining("the function gave null");
        assertThatThrownBy(() -> Runs.run(
                        (flow, out) -> Numbers.of(flow, 3)
                                .flatMap("null", Codecs.INT64, (x, emitter) -> emitter.emit(null))
                                .output("out", out.sink()),
                        Runs.fused()))
                .hasMessageContaining("step 'null' failed on 3")
                .hasMessageContaining("null can't be emitted");
    }
}
