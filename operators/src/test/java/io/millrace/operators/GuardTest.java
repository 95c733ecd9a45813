package io.millrace.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.graph.FlowException;
import io.millrace.engine.item.Codecs;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.operators.support.Collected;
import io.millrace.operators.support.Everywhere;
import io.millrace.operators.support.Runs;
import io.millrace.operators.testing.TimedItems;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.TumblingWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GuardTest {
    private static Stream<Long> numbers(final Dataflow flow, final long count) {
        final List<TimedItems.At<Long>> items = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            items.add(new TimedItems.At<>(100 + i * 10, i));
        }
        return flow.input("in", TimedItems.of(Codecs.INT64, items));
    }

    private static long unless(final long bad, final long x) {
        if (x == bad) {
            throw new IllegalArgumentException("bad number");
        }
        return x;
    }

    private static String brief(final DeadLetter letter) {
        return letter.stepId() + "|" + letter.inputSeq() + "|" + letter.time() + "|" + letter.key() + "|"
                + letter.item() + "|" + letter.error();
    }

    private static final String BAD = "java.lang.IllegalArgumentException: bad number";

    @Test
    void givesWhatAStepFailsOnAndGoesOn() {
        final Map<String, List<String>> outputs = Everywhere.run((flow, out) -> {
            final Guarded<Stream<Long>> guarded = numbers(flow, 5)
                    .guard(
                            "parse",
                            in -> in.map("risky", Codecs.INT64, x -> unless(2, x))
                                    .filter("not three", x -> unless(3, x) >= 0));
            guarded.passed().output("passed", out.sink());
            guarded.failed().output("failed", out.sink(GuardTest::brief));
        });
        assertThat(outputs.get("passed")).containsExactly("0", "1", "4");
        assertThat(outputs.get("failed"))
                .containsExactly("parse.risky|2|120||2|" + BAD, "parse.not three|3|130||3|" + BAD);
    }

    @Test
    void aStepInFrontOfTheFailingOneIsNotCutShort() {
        final Map<String, List<String>> outputs = Everywhere.run((flow, out) -> {
            final Guarded<Stream<Long>> guarded = numbers(flow, 2)
                    .guard(
                            "g",
                            in -> in.flatMap("three", Codecs.INT64, (Long x, Emitter<Long> emitter) -> {
                                        emitter.emit(x * 10);
                                        emitter.emit(x * 10 + 1);
                                        emitter.emit(x * 10 + 2);
                                    })
                                    .map("risky", Codecs.INT64, x -> unless(11, x)));
            guarded.passed().output("passed", out.sink());
            guarded.failed().output("failed", out.sink(DeadLetter::item));
        });
        assertThat(outputs.get("passed")).containsExactly("0", "1", "2", "10", "12");
        assertThat(outputs.get("failed")).containsExactly("11");
    }

    @Test
    void whatWasEmittedBeforeTheFailureStaysEmitted() {
        final Map<String, List<String>> outputs = Everywhere.run((flow, out) -> {
            final Guarded<Stream<Long>> guarded = numbers(flow, 3)
                    .guard(
                            "g",
                            in -> in.flatMap("two", Codecs.INT64, (Long x, Emitter<Long> emitter) -> {
                                emitter.emit(x);
                                emitter.emit(unless(1, x) + 100);
                            }));
            guarded.passed().output("passed", out.sink());
            guarded.failed().output("failed", out.sink(DeadLetter::item));
        });
        assertThat(outputs.get("passed")).containsExactly("0", "100", "1", "2", "102");
        assertThat(outputs.get("failed")).containsExactly("1");
    }

    @Test
    void comesOutInTheOrderOfEffectsInEveryLayout() {
        final Map<String, List<String>> outputs = Everywhere.run((flow, out) -> {
            final Stream<Long> in = numbers(flow, 40).onThread("risk");
            final Guarded<Stream<String>> guarded =
                    in.guard("g", s -> s.map("odd only", Codecs.TEXT, x -> "ok " + unless(x / 2 * 2, x)));
            final Stream<String> failed =
                    guarded.failed().onThread("letters").map("text", Codecs.TEXT, letter -> "failed " + letter.item());
            flow.merge("both", guarded.passed(), failed).onThread("last").output("both-out", out.sink());
        });
        assertThat(outputs.get("both-out")).hasSize(40).startsWith("failed 0", "ok 1", "failed 2", "ok 3");
    }

    @Test
    void knowsKeysAndRunsInParts() {
        final Map<String, List<String>> outputs = Everywhere.run((flow, out) -> {
            final Guarded<KeyedStream<Long>> guarded = numbers(flow, 12)
                    .keyByText("key", x -> "k" + x % 3)
                    .parallel(2)
                    .guard(
                            "g",
                            in -> in.runningReduce("sum", (sum, x) -> sum + unless(6, x))
                                    .filter("not 15", x -> unless(15, x) >= 0));
            guarded.passed().output("passed", out.sink());
            guarded.failed().output("failed", out.sink(GuardTest::brief));
        });
        // Key 0: 0 3 (6 fails) 12; key 1: 1 5 12 22; key 2: 2 7 15 (fails) 26.
        assertThat(outputs.get("passed")).containsExactly("0", "1", "2", "3", "5", "7", "12", "12", "22", "26");
        assertThat(outputs.get("failed")).containsExactly("g.sum|6|160|k0|6|" + BAD, "g.not 15|8|180|k2|15|" + BAD);
    }

    @Test
    void innermostGuardTakesAFailure() {
        final Map<String, List<String>> outputs = Everywhere.run((flow, out) -> {
            final Guarded<Stream<Long>> outer = numbers(flow, 6).guard("outer", in -> {
                final Guarded<Stream<Long>> inner = in.map("a", Codecs.INT64, x -> unless(1, x))
                        .guard("inner", s -> s.map("b", Codecs.INT64, x -> unless(2, x)));
                inner.failed()
                        .map("c", Codecs.TEXT, letter -> letter.item() + unless(2, Long.parseLong(letter.item())))
                        .output("inner-failed", out.sink());
                return inner.passed().map("d", Codecs.INT64, x -> unless(3, x));
            });
            outer.passed().output("passed", out.sink());
            outer.failed().output("failed", out.sink(DeadLetter::stepId));
        });
        assertThat(outputs.get("passed")).containsExactly("0", "4", "5");
        assertThat(outputs.get("failed")).containsExactly("outer.a", "outer.c", "outer.d");
        assertThat(outputs.getOrDefault("outer.inner-failed", List.of())).isEmpty();
    }

    @Test
    void whatATimerGivesToAFailingStepIsAnItemToo() {
        final Map<String, List<String>> outputs = Everywhere.run((flow, out) -> {
            final Guarded<KeyedStream<Long>> guarded = numbers(flow, 10)
                    .keyBy("key", x -> x % 2)
                    .guard(
                            "g",
                            in -> in.window("w", EventClock.of((Long x) -> 100 + x * 10), new TumblingWindow(40, 100))
                                    .reduce(Long::sum)
                                    .closed()
                                    .map("risky", Codecs.INT64, x -> unless(2, x)));
            guarded.passed().output("passed", out.sink());
            guarded.failed().output("failed", out.sink(GuardTest::brief));
        });
        // Even: 0 + 2, 4 + 6, 8; odd: 1 + 3, 5 + 7, 9.
        assertThat(outputs.get("passed")).containsExactlyInAnyOrder("4", "10", "12", "8", "9");
        assertThat(outputs.get("failed")).containsExactly("g.risky|-1|140|0|2|" + BAD);
    }

    @Test
    void deadLettersCanBeCollectedAndKept() {
        final Map<String, List<String>> outputs = Everywhere.run((flow, out) -> {
            final Guarded<Stream<Long>> guarded =
                    numbers(flow, 9).guard("g", in -> in.filter("odd", x -> unless(x / 2 * 2, x) > 0));
            guarded.passed().output("passed", out.sink());
            guarded.failed()
                    .keyByText("by step", DeadLetter::stepId)
                    .collect("pairs", Collect.upTo(2))
                    .output(
                            "failed",
                            out.sink(letters -> letters.get(0).item() + " and "
                                    + (letters.size() < 2
                                            ? "none"
                                            : letters.get(1).item())));
        });
        assertThat(outputs.get("failed")).containsExactly("0 and 2", "4 and 6", "8 and none");
    }

    @Test
    void textsSurviveBeingSent() {
        final String broken = "broken \uD83D " + "x".repeat(484) + "\uD83D\uDE00 and more";
        final BiConsumer<Dataflow, Collected> definition = (flow, out) -> {
            final Guarded<Stream<String>> guarded = numbers(flow, 2)
                    .map("text", Codecs.TEXT, x -> "item")
                    .guard(
                            "g",
                            in -> in.map("no type", x -> broken).map("risky", Codecs.TEXT, x -> {
                                throw new IllegalStateException(broken.repeat(10));
                            }));
            guarded.passed().output("passed", out.sink());
            guarded.failed().output("here", out.sink());
            guarded.failed().onThread("there").output("there-out", out.sink());
        };
        final Map<String, List<String>> outputs = Runs.run(definition, Runs.fused());
        assertThat(Runs.run(definition, Runs.threaded(1 << 12))).isEqualTo(outputs);
        assertThat(outputs.get("here")).hasSize(2).isEqualTo(outputs.get("there-out"));
        assertThat(outputs.get("here").get(0)).contains("broken ? xxx");
    }

    private static final class NoText {}

    @Test
    void anItemWithoutTextIsNamedByItsClass() {
        final Map<String, List<String>> outputs = Everywhere.run((flow, out) -> {
            final Guarded<Stream<Long>> guarded = numbers(flow, 1)
                    .guard(
                            "g",
                            in -> in.map("object", x -> new NoText())
                                    .map("array", object -> unless(1, 0) == 0 ? new long[] {1} : null)
                                    .map("risky", Codecs.INT64, array -> unless(1, array[0])));
            guarded.passed().output("passed", out.sink());
            guarded.failed().output("failed", out.sink(DeadLetter::item));
        });
        assertThat(outputs.get("failed")).containsExactly("a long[]");
    }

    private static void stops(final Function<Stream<Long>, Stream<Long>> part, final String message) {
        final BiConsumer<Dataflow, Collected> definition = (flow, out) -> {
            final Guarded<Stream<Long>> guarded = numbers(flow, 9).guard("g", part);
            guarded.passed().map("outer", Codecs.INT64, x -> unless(5, x)).output("passed", out.sink());
            guarded.failed().output("failed", out.sink());
        };
        for (final RunConfig config : List.of(Runs.fused(), Runs.fused().specialize(true), Runs.threaded(16))) {
            assertThatThrownBy(() -> Runs.run(definition, config)).hasMessageContaining(message);
        }
    }

    @Test
    void whatSaysNothingOfTheItemStopsTheFlow() {
        stops(in -> in.filter("fine", x -> true), "at record 5: step 'outer' failed on 5");
        stops(
                in -> in.map("deep", Codecs.INT64, x -> {
                    throw new StackOverflowError("too deep");
                }),
                "too deep");
        stops(
                in -> in.map("lost", Codecs.INT64, x -> {
                    throw new ConnectorException("connection lost");
                }),
                "connection lost");
        stops(
                in -> {
                    in.output("own", new Collected().sink(x -> Long.toString(unless(3, x))));
                    return in;
                },
                "at record 3: step 'g.own' failed on 3");
        stops(
                in -> {
                    in.filter("four", x -> x == 4).assertEmpty("never");
                    return in;
                },
                "step 'g.never' failed on 4");
    }

    private static void refused(final Consumer<Stream<Long>> definition, final String... messages) {
        assertThatThrownBy(() -> new Flow("test", flow -> {
                            final Stream<Long> in = numbers(flow, 1);
                            in.output("all", new Collected().sink());
                            definition.accept(in);
                        })
                        .get()
                        .plan(true))
                .isInstanceOf(FlowException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(messages));
    }

    @Test
    void refusesGuardsThatWouldLoseSomething() {
        refused(
                in -> in.guard("g", s -> s.filter("a", x -> true).onThread("t").filter("b", x -> true))
                        .failed()
                        .output("o", new Collected().sink()),
                "filter 'g.b' runs on the thread 't', the guard 'g.guard' that it stands in on 'main'",
                "a failure can't cross threads");
        refused(
                in -> in.guard("g", s -> s.keyBy("k", x -> x).parallel(2).filter("a", x -> true))
                        .failed()
                        .output("o", new Collected().sink()),
                "filter 'g.a' runs on the thread 'g.k-parts'");
        refused(
                in -> in.guard("g", s -> s.filter("a", x -> true)).passed().output("o", new Collected().sink()),
                "what fails in the guard 'g.guard' goes nowhere",
                "give its failed() an output");
        refused(in -> in.guard("all", s -> s), "step id 'all' is used twice");
    }

    @Test
    void aThreadMayBeginBehindTheGuard() {
        final Map<String, List<String>> outputs = Everywhere.run((flow, out) -> {
            final Guarded<Stream<Long>> guarded = numbers(flow, 3)
                    .onThread("before")
                    .guard(
                            "g",
                            in -> in.map("risky", Codecs.INT64, x -> unless(1, x))
                                    .onThread("behind"));
            guarded.passed().filter("same", x -> true).output("passed", out.sink());
            guarded.failed().output("failed", out.sink(DeadLetter::item));
        });
        assertThat(outputs.get("passed")).containsExactly("0", "2");
        assertThat(outputs.get("failed")).containsExactly("1");
    }

    @Test
    void skippedRecordsAreForWhatTheGuardDoesNotTake() {
        final BiConsumer<Dataflow, Collected> definition = (flow, out) -> {
            final Guarded<Stream<Long>> guarded =
                    numbers(flow, 9).guard("g", in -> in.map("risky", Codecs.INT64, x -> unless(3, x)));
            guarded.passed().map("outer", Codecs.INT64, x -> unless(5, x)).output("passed", out.sink());
            guarded.failed().output("failed", out.sink(DeadLetter::item));
        };
        final Map<String, List<String>> outputs =
                Runs.run(definition, Runs.fused().skips(3, 5));
        assertThat(outputs.get("passed")).containsExactly("0", "1", "2", "4", "6", "7", "8");
        assertThat(outputs.get("failed")).containsExactly("3");
    }
}
