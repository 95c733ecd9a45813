package io.millrace.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.item.Codec;
import io.millrace.engine.item.Codecs;
import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.run.RunConfig;
import io.millrace.operators.support.Collected;
import io.millrace.operators.support.Runs;
import io.millrace.operators.testing.TimedItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SkipTest {
    private static final long POISON = 70;
    private static final int ITEMS = 200;

    private static Stream<Long> numbers(final Dataflow flow) {
        return numbers(flow, "in", Codecs.INT64);
    }

    private static Stream<Long> numbers(final Dataflow flow, final String id, final Codec<Long> codec) {
        final List<TimedItems.At<Long>> items = new ArrayList<>();
        for (long i = 0; i < ITEMS; i++) {
            items.add(new TimedItems.At<>(i, i));
        }
        return flow.input(id, TimedItems.of(codec, items));
    }

    private static long unlessPoison(final long x) {
        if (x % 1_000 == POISON) {
            throw new IllegalArgumentException("poison");
        }
        return x;
    }

    /** Each number three times, of which the second poisons a branch; the other branch gets all. */
    private static void define(final Dataflow flow, final Collected out) {
        final Stream<Long> three = numbers(flow).flatMap("three", Codecs.INT64, (x, emitter) -> {
            emitter.emit(x + 1_000_000);
            emitter.emit(x);
            emitter.emit(x + 2_000_000);
        });
        final Stream<Long> tested = three.onThread("risk")
                .map("risky", Codecs.INT64, x -> x < 1_000_000 ? unlessPoison(x) : x)
                .keyBy("parity", x -> x % 2)
                .parallel(2)
                .runningReduce("sum", Long::sum)
                .values("sums");
        tested.output("sums-out", out.sink());
        three.output("all-out", out.sink());
        flow.merge("both", three, tested).onThread("last").output("both-out", out.sink());
    }

    private static List<RunConfig> layouts() {
        return List.of(
                Runs.fused(),
                Runs.fused().specialize(true),
                Runs.fused().batchRecords(1).check(true),
                Runs.threaded(16),
                Runs.threaded(1 << 10).specialize(true));
    }

    @Test
    void dropsTheItemInTheStepThatFailsAndNothingElse() {
        final MemoryLog log = new MemoryLog();
        final Map<String, List<String>> expected =
                Runs.run(SkipTest::define, Runs.fused().skips(POISON), log);
        assertThat(expected.get("all-out")).hasSize(3 * ITEMS);
        assertThat(expected.get("sums-out")).hasSize(3 * ITEMS - 1);
        assertThat(expected.get("both-out")).hasSize(6 * ITEMS - 1);
        for (final RunConfig config : layouts()) {
            assertThat(Runs.run(SkipTest::define, config.skips(3, POISON))).isEqualTo(expected);
            assertThat(Runs.replay(SkipTest::define, config, log)).isEqualTo(expected);
        }
    }

    private static void assertFails(
            final BiConsumer<Dataflow, Collected> definition, final RunConfig config, final String message) {
        assertThatThrownBy(() -> Runs.run(definition, config)).hasMessageContaining(message);
    }

    @Test
    void stopsAtAnyOtherRecord() {
        for (final RunConfig config : layouts()) {
            assertFails(SkipTest::define, config, "at record 70: step 'risky' failed on 70");
            assertFails(SkipTest::define, config.skips(69, 71), "at record 70: step 'risky' failed on 70");
        }
    }

    @Test
    void tellsOnceForEachRecordAndCountsAllItems() {
        final ConcurrentLinkedQueue<String> told = new ConcurrentLinkedQueue<>();
        final BiConsumer<Dataflow, Collected> definition = (flow, out) -> numbers(flow)
                .flatMap("two", Codecs.INT64, (x, emitter) -> {
                    emitter.emit(x);
                    emitter.emit(x);
                })
                .map("risky", Codecs.INT64, x -> x == 5 || x == 9 ? unlessPoison(POISON) : x)
                .output("out", out.sink());
        final RunConfig config = Runs.fused().skips(9, 5).reporter(told::add);
        assertThat(Runs.run(definition, config).get("out")).hasSize(2 * ITEMS - 4);
        assertThat(told)
                .containsExactly(
                        "skipped at record 5, as asked for: step 'risky' failed on 5:"
                                + " java.lang.IllegalArgumentException: poison",
                        "skipped at record 9, as asked for: step 'risky' failed on 9:"
                                + " java.lang.IllegalArgumentException: poison");
        final List<String> counts = new ArrayList<>();
        config.counters().forEach((label, value) -> counts.add(label + " = " + value));
        assertThat(counts).contains("fused/risky: items skipped = 4", "fused/two: items skipped = 0");
    }

    @Test
    void skipsWhatCantBeDecoded() {
        final Codec<Long> picky = Codecs.viaText("picky", x -> Long.toString(x), x -> unlessPoison(Long.parseLong(x)));
        final BiConsumer<Dataflow, Collected> definition =
                (flow, out) -> numbers(flow, "in", picky).onThread("other").output("out", out.sink());
        assertFails(definition, Runs.fused(), "at record 70: step 'in' failed");
        assertThat(Runs.run(definition, Runs.fused().skips(POISON)).get("out"))
                .hasSize(ITEMS - 1)
                .doesNotContain("70");
    }

    @Test
    void skipsWhatASinkCantTake() {
        final BiConsumer<Dataflow, Collected> definition = (flow, out) -> {
            numbers(flow).output("picky", out.sink(x -> Long.toString(unlessPoison(x))));
            numbers(flow, "other-in", Codecs.INT64).output("other", out.sink());
        };
        for (final RunConfig config : layouts()) {
            final Map<String, List<String>> outputs = Runs.run(definition, config.skips(2 * POISON));
            assertThat(outputs.get("picky")).hasSize(ITEMS - 1);
            assertThat(outputs.get("other")).hasSize(ITEMS);
        }
    }

    @Test
    void neverSkipsAnError() {
        final BiConsumer<Dataflow, Collected> definition = (flow, out) -> numbers(flow)
                .map("risky", Codecs.INT64, x -> {
                    if (x == POISON) {
                        throw new StackOverflowError("deep");
                    }
                    return x;
                })
                .output("out", out.sink());
        assertFails(definition, Runs.fused().skips(POISON), "deep");
    }

    @Test
    void aStepThatHandsOnToAFailingOneIsNotCutShort() {
        final BiConsumer<Dataflow, Collected> definition = (flow, out) -> {
            final Stream<Long> in = numbers(flow);
            final Branches<Stream<Long>> sides = in.branch("even", x -> x % 2 == 0);
            sides.matched().map("risky", Codecs.INT64, SkipTest::unlessPoison).output("risky-out", out.sink());
            sides.matched().map("after", Codecs.INT64, x -> -x).output("after-out", out.sink());
        };
        for (final RunConfig config : layouts()) {
            final Map<String, List<String>> outputs = Runs.run(definition, config.skips(POISON));
            assertThat(outputs.get("risky-out")).hasSize(ITEMS / 2 - 1);
            assertThat(outputs.get("after-out")).hasSize(ITEMS / 2).contains("-70");
        }
    }
}
