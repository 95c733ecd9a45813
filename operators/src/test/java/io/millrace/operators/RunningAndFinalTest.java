package io.millrace.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.graph.FlowException;
import io.millrace.engine.item.Codecs;
import io.millrace.operators.support.Everywhere;
import io.millrace.operators.support.Numbers;
import io.millrace.operators.support.Probe;
import io.millrace.operators.support.Runs;
import java.util.Comparator;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RunningAndFinalTest {
    private static final Comparator<String> BY_NUMBER = Comparator.comparingInt(text -> text.charAt(2));

    /** Two keys, each with a greatest and a least that come twice. */
    private static KeyedStream<String> items(final Dataflow flow) {
        return Numbers.keyed(flow, "b:5", "a:1x", "b:9x", "a:4", "b:2", "a:1y", "b:9y", "b:3");
    }

    private static int noOrder(final String one, final String other) {
        throw new IllegalStateException("no order of " + one + " and " + other);
    }

    private static void sum(final Probe sum, final String item) {
        sum.value = sum.value * 10 + item.charAt(2) - '0';
        sum.count++;
    }

    @Test
    void runningOnesEmitAfterEachItem() {
        final var outputs = Everywhere.run((flow, out) -> {
            final KeyedStream<String> in = items(flow);
            in.runningFold("fold", Probe.TYPE, RunningAndFinalTest::sum).output("a", out.sink());
            in.runningReduce("reduce", (soFar, item) -> soFar + item.substring(2))
                    .output("b", out.sink());
            in.runningCount("count").output("c", out.sink());
            in.runningMin("min", BY_NUMBER).output("d", out.sink());
            in.runningMax("max", BY_NUMBER).output("e", out.sink());
        });
        assertThat(outputs.get("a"))
                .containsExactly("5/0/1", "1/0/1", "59/0/2", "14/0/2", "592/0/3", "141/0/3", "5929/0/4", "59293/0/5");
        assertThat(outputs.get("b"))
                .containsExactly("b:5", "a:1x", "b:59x", "a:1x4", "b:59x2", "a:1x41y", "b:59x29y", "b:59x29y3");
        assertThat(outputs.get("c")).containsExactly("1", "1", "2", "2", "3", "3", "4", "5");
        assertThat(outputs.get("d")).containsExactly("b:5", "a:1x", "b:5", "a:1x", "b:2", "a:1x", "b:2", "b:2");
        assertThat(outputs.get("e")).containsExactly("b:5", "a:1x", "b:9x", "a:4", "b:9x", "a:4", "b:9x", "b:9x");
    }

    @Test
    void finalOnesEmitAtTheEndByKeyAndTheEarlierOfEqualOnes() {
        final var outputs = Everywhere.run((flow, out) -> {
            final KeyedStream<String> in = items(flow);
            in.foldFinal("fold", Probe.TYPE, RunningAndFinalTest::sum).output("a", out.sink());
            in.reduceFinal("reduce", (soFar, item) -> soFar + item.substring(2)).output("b", out.sink());
            in.countFinal("count").output("c", out.sink());
            in.minFinal("min", BY_NUMBER).output("d", out.sink());
            in.maxFinal("max", BY_NUMBER).output("e", out.sink());
        });
        assertThat(outputs.get("a")).containsExactly("141/0/3", "59293/0/5");
        assertThat(outputs.get("b")).containsExactly("a:1x41y", "b:59x29y3");
        assertThat(outputs.get("c")).containsExactly("3", "5");
        assertThat(outputs.get("d")).containsExactly("a:1x", "b:2");
        assertThat(outputs.get("e")).containsExactly("a:4", "b:9x");
    }

    @Test
    void finalOnesFollowTheValuesOfKeysAndWorkInPartsAndBehindEachOther() {
        final var outputs = Everywhere.run((flow, out) -> {
            final long[] numbers = new long[200];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = i * 37L % 23 - 11;
            }
            final KeyedStream<Long> keyed =
                    Numbers.of(flow, numbers).keyBy("key", x -> x).parallel(3);
            keyed.countFinal("count")
                    .mapWithKey("which", Codecs.TEXT, (key, count) -> key + "=" + count)
                    .output("a", out.sink());
            keyed.reduceFinal("sum", Long::sum)
                    .values("all")
                    .keyBy("one", x -> 0)
                    .reduceFinal("total", Long::sum)
                    .output("b", out.sink());
        });
        assertThat(outputs.get("a")).hasSize(23).startsWith("-11=9", "-10=9").endsWith("10=9", "11=8");
        assertThat(outputs.get("b")).hasSize(1);
    }

    @Test
    void aReducerMayChangeWhatThereIsSoFarIfItCanBeFilled() {
        final var outputs = Everywhere.run(
                (flow, out) -> Numbers.probes(flow, new long[] {0, 1, 3}, new long[] {1, 1, 4}, new long[] {2, 1, 5})
                        .runningReduce("sum", (soFar, item) -> {
                            soFar.value += item.value;
                            return soFar;
                        })
                        .output("out", out.sink()));
        assertThat(outputs.get("out")).containsExactly("3/1/0", "7/1/0", "12/1/0");
    }

    @Test
    void nameStepAndItemOfAFailure() {
        assertThatThrownBy(() -> Runs.run(
                        (flow, out) -> items(flow)
                                .maxFinal("max", RunningAndFinalTest::noOrder)
                                .output("out", out.sink()),
                        Runs.fused()))
                .hasMessageContaining("step 'max' failed on b:9x")
                .hasMessageContaining("no order");
        assertThatThrownBy(() -> Runs.run(
                        (flow, out) -> items(flow)
                                .runningReduce("reduce", (one, other) -> null)
                                .output("out", out.sink()),
                        Runs.fused()))
                .hasMessageContaining("step 'reduce' failed on b:9x")
                .hasMessageContaining("the function gave null");
        assertThatThrownBy(() -> Runs.run(
                        (flow, out) -> items(flow)
                                .foldFinal("fold", Probe.TYPE, (sum, item) -> sum.value = item.charAt(3))
                                .output("out", out.sink()),
                        Runs.fused()))
                .hasMessageContaining("step 'fold' failed on b:5");
    }

    private static void refused(final Consumer<KeyedStream<String>> steps, final String message) {
        assertThatThrownBy(() ->
                        Runs.run((flow, out) -> steps.accept(items(flow).map("untyped", text -> text)), Runs.fused()))
                .isInstanceOf(FlowException.class)
                .hasMessage(message + " keeps its items, but they have no type: give map 'untyped' a codec or an item"
                        + " type");
    }

    @Test
    void needATypeToKeepItems() {
        refused(in -> in.runningReduce("a", (x, y) -> x), "runningReduce 'a'");
        refused(in -> in.runningMin("a", BY_NUMBER), "runningMin 'a'");
        refused(in -> in.runningMax("a", BY_NUMBER), "runningMax 'a'");
        refused(in -> in.reduceFinal("a", (x, y) -> x), "reduceFinal 'a'");
        refused(in -> in.minFinal("a", BY_NUMBER), "minFinal 'a'");
        refused(in -> in.maxFinal("a", BY_NUMBER), "maxFinal 'a'");
        refused(in -> in.collect("a", Collect.upTo(3)), "collect 'a'");
    }
}
