package io.millrace.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.compile.EffectException;
import io.millrace.engine.graph.FlowException;
import io.millrace.engine.item.Codecs;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.spi.InputLog;
import io.millrace.engine.spi.Sink;
import io.millrace.operators.support.Collected;
import io.millrace.operators.support.LiveFeed;
import io.millrace.operators.support.Runs;
import io.millrace.operators.testing.TimedItems;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FailureTest {
    private static final int ITEMS = 5_000;
    private static final long POISON = 2_500;

    private static Stream<Long> numbers(final Dataflow flow) {
        final List<TimedItems.At<Long>> items = new ArrayList<>();
        for (long i = 0; i < ITEMS; i++) {
            items.add(new TimedItems.At<>(i, i));
        }
        return flow.input("in", TimedItems.of(Codecs.INT64, items));
    }

    private static Throwable failureOf(
            final BiConsumer<Dataflow, Collected> definition, final Collected collected, final RunConfig config) {
        final FlowRun run =
                FlowRun.live(new Flow("test", flow -> definition.accept(flow, collected)), InputLog.NONE, config);
        run.start();
        try {
            assertThat(run.await(30, TimeUnit.SECONDS)).as("the flow ends").isTrue();
        } catch (final InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThatThrownBy(run::close).isSameAs(run.failure());
        return run.failure();
    }

    private static List<RunConfig> layouts() {
        return List.of(
                Runs.fused(),
                Runs.fused().specialize(true),
                Runs.threaded(4),
                Runs.threaded(1 << 10),
                Runs.threaded(8).specialize(true));
    }

    @Test
    void namesStepRecordAndItemAndLeavesAPrefixInEverySink() {
        final BiConsumer<Dataflow, Collected> definition = (flow, out) -> {
            final Stream<Long> in = numbers(flow);
            in.output("before", out.sink());
            final Stream<Long> risky = in.onThread("other").map("risky", Codecs.INT64, x -> {
                if (x == POISON) {
                    throw new IllegalArgumentException("bad number");
                }
                return x * 2;
            });
            flow.merge("meet", risky, in.filter("odd", x -> x % 2 == 1))
                    .onThread("last")
                    .output("after", out.sink());
        };
        for (final RunConfig config : layouts()) {
            final Collected collected = new Collected();
            final Throwable failure = failureOf(definition, collected, config);
            assertThat(failure)
                    .isInstanceOf(EffectException.class)
                    .hasMessageContaining("at record " + POISON)
                    .hasMessageContaining("step 'risky' failed on " + POISON)
                    .hasMessageContaining("bad number")
                    .hasRootCauseInstanceOf(IllegalArgumentException.class);
            assertThat(((EffectException) failure).inputSeq()).isEqualTo(POISON);
            final List<String> expected = new ArrayList<>();
            for (long i = 0; i < POISON; i++) {
                expected.add(Long.toString(i * 2));
                if (i % 2 == 1) {
                    expected.add(Long.toString(i));
                }
            }
            assertThat(expected).as("a prefix").startsWith(collected.of("after").toArray(new String[0]));
        }
    }

    @Test
    void namesTheStepThatThrewAndNotTheOneThatEmittedToIt() {
        final Throwable failure = failureOf(
                (flow, out) -> numbers(flow)
                        .flatMap("outer", Codecs.INT64, (x, emitter) -> emitter.emit(x))
                        .filter("inner", x -> x / (x - 7) > 0)
                        .output("out", out.sink()),
                new Collected(),
                Runs.fused());
        assertThat(failure).hasMessageContaining("step 'inner' failed on 7").hasMessageNotContaining("outer");
    }

    @Test
    void stopsWhenASinkFails() {
        for (final RunConfig config : layouts()) {
            final AtomicInteger closed = new AtomicInteger();
            final Throwable failure = failureOf(
                    (flow, out) -> numbers(flow).onThread("out").output("broken", context -> new Sink<>() {
                        @Override
                        public void accept(final Long item) {
                            if (item == POISON) {
                                throw new IllegalStateException("disk full");
                            }
                        }

                        @Override
                        public void flush() {
                            // Nothing is held back.
                        }

                        @Override
                        public void close() {
                            closed.incrementAndGet();
                        }
                    }),
                    new Collected(),
                    config);
            assertThat(failure).hasMessageContaining("step 'broken'").hasMessageContaining("disk full");
            assertThat(closed).hasValue(1);
        }
    }

    @Test
    void closesOpenSinksWhenAnotherCantBeOpened() {
        final AtomicInteger closed = new AtomicInteger();
        for (final RunConfig config : layouts()) {
            closed.set(0);
            assertThatThrownBy(() -> FlowRun.live(
                            new Flow("test", flow -> {
                                final Stream<Long> in = numbers(flow);
                                in.onThread("a").output("no", context -> {
                                    throw new IllegalStateException("no such place");
                                });
                                in.onThread("b").output("yes", context -> closing(closed));
                            }),
                            InputLog.NONE,
                            config))
                    .hasMessageContaining("no such place");
        }
    }

    private static Sink<Long> closing(final AtomicInteger closed) {
        return new Sink<>() {
            @Override
            public void accept(final Long item) {
                // Not looked at.
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };
    }

    @Test
    void refusesToMixSourcesWithTheirOwnTimeAndLiveOnes() {
        final LiveFeed live = new LiveFeed();
        final Throwable failure = failureOf(
                (flow, out) -> flow.merge("both", numbers(flow), flow.input("live", live.items()))
                        .output("out", out.sink()),
                new Collected(),
                Runs.fused());
        assertThat(failure).hasMessageContaining("can't be mixed with live ones");
        assertThat(live.closed()).isTrue();
    }

    private static void refused(final Consumer<Dataflow> definition, final String... messages) {
        assertThatThrownBy(() -> new Flow("test", definition).get().plan(true))
                .isInstanceOf(FlowException.class)
                .satisfies(e -> assertThat(e.getMessage()).contains(messages));
    }

    @Test
    void refusesFlowsThatAreNotWellFormed() {
        final Collected out = new Collected();
        refused(flow -> {}, "flow 'test' has no input");
        refused(FailureTest::numbers, "has no output: add an output or an inspect");
        refused(
                flow -> {
                    numbers(flow).filter("a", x -> true).output("o", out.sink());
                    numbers(flow);
                },
                "step id 'in' is used twice");
        refused(flow -> numbers(flow).filter("a.b", x -> true), "'a.b': must have", "no '.'");
        refused(flow -> numbers(flow).filter(" ", x -> true), "step name ' '");
        refused(flow -> flow.merge("m", new Stream<?>[0]), "merge 'm' has no streams");
        refused(
                flow -> numbers(flow).map("untyped", x -> x + 1).onThread("b").output("o", out.sink()),
                "map 'untyped' crosses to the thread of output 'o'",
                "give map 'untyped' a codec");
        refused(
                flow -> {
                    final Stream<Long> in = numbers(flow);
                    flow.merge("m", in.keyBy("k", x -> x), in.keyByText("t", Object::toString));
                },
                "different kinds of keys");
        refused(
                flow -> {
                    final Stream<Long> in = numbers(flow).filter("here", x -> true);
                    in.onThread("there")
                            .filter("far", x -> true)
                            .onThread("main")
                            .output("back", out.sink());
                },
                "would wait for itself",
                "put the steps behind it on another thread");
        refused(flow -> numbers(flow).keyBy("k", x -> x).parallel(0), "with 0 parts: at least 1");
        refused(
                flow -> {
                    final KeyedStream<Long> keyed = numbers(flow).keyBy("k", x -> x);
                    keyed.parallel("p", 2);
                    keyed.parallel("p", 3);
                },
                "asked for with 2 parts and with 3 parts");
    }

    @Test
    void refusesAStreamOfAnotherFlow() {
        final List<Stream<Long>> leaked = new ArrayList<>();
        new Flow("one", flow -> leaked.add(numbers(flow))).get();
        refused(flow -> flow.merge("m", numbers(flow), leaked.get(0)), "belongs to another flow");
    }

    @Test
    void refusesADefinitionThatGivesOtherStepsTheNextTime() {
        final AtomicInteger calls = new AtomicInteger();
        assertThatThrownBy(() -> FlowRun.live(
                        new Flow(
                                "fickle",
                                flow -> numbers(flow)
                                        .keyBy("k", x -> x)
                                        .parallel(2)
                                        .filter("step" + calls.incrementAndGet(), x -> true)
                                        .output("o", new Collected().sink())),
                        InputLog.NONE,
                        Runs.threaded(8)))
                .isInstanceOf(FlowException.class)
                .hasMessageContaining("gave filter 'step1' the first time and filter 'step2' the second");
    }
}
