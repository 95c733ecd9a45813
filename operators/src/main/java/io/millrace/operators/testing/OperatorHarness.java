package io.millrace.operators.testing;

import io.millrace.engine.graph.Step;
import io.millrace.engine.item.Codec;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.WaitMode;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Stream;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Runs an operator, or a piece of a flow, in every way in which Millrace may run it, and fails unless all give the same
 * output and the same state: record by record and all at once, specialised and not, with the check mode on, with a
 * snapshot taken and restored after every record, and by way of 1, 2 and 4 parts every few records, replayed, threaded, in 1, 2 and 4 parts with rings of a few units. Then
 * it counts what is allocated per item in the long run: nothing, unless {@link #allocates()} was said.
 *
 * <pre>{@code
 * OperatorHarness.keyed(Tick.TYPE, i -> new Tick(i % 7, i), Tick::instrument)
 *         .with(ticks -> ticks.runningFold("sum", Sum.TYPE, Sum::add))
 *         .check();
 * }</pre>
 *
 * <p>Thread: one.
 */
public final class OperatorHarness {
    private static final int USUAL_COUNT = 250;
    private static final int TINY_RING = 64;
    private static final int[] PARTS = {1, 2, 4};

    private final Consumer<HarnessFlow> definition;
    private int count = USUAL_COUNT;
    private boolean allocates;

    private OperatorHarness(final Consumer<HarnessFlow> definition) {
        this.definition = definition;
    }

    /** A harness for any piece of a flow, with inputs and outputs of its own. */
    public static OperatorHarness of(final Consumer<HarnessFlow> definition) {
        return new OperatorHarness(definition);
    }

    /** A harness for an operator on a stream. */
    public static <T> OnStream<Stream<T>> stream(final Codec<T> codec, final LongFunction<? extends T> maker) {
        return new OnStream<>(flow -> flow.stream("in", codec, maker));
    }

    /** A harness for an operator on a keyed stream. */
    public static <T> OnStream<KeyedStream<T>> keyed(
            final Codec<T> codec, final LongFunction<? extends T> maker, final ToLongFunction<? super T> key) {
        return new OnStream<>(flow -> flow.keyed("in", codec, maker, key));
    }

    /** A harness for an operator on a stream whose keys are texts. */
    public static <T> OnStream<KeyedStream<T>> keyedByText(
            final Codec<T> codec,
            final LongFunction<? extends T> maker,
            final Function<? super T, ? extends CharSequence> key) {
        return new OnStream<>(flow -> flow.keyedByText("in", codec, maker, key));
    }

    /**
     * A harness that has its input.
     *
     * @param <S> what the operator is applied to
     */
    public static final class OnStream<S> {
        private final Function<HarnessFlow, S> input;

        private OnStream(final Function<HarnessFlow, S> input) {
            this.input = input;
        }

        /** Applies an operator with one output. */
        public OperatorHarness with(final Function<S, KeyedStream<?>> operator) {
            return of(flow -> flow.output("out", operator.apply(input.apply(flow))));
        }

        /** Applies an operator with one output, whose items have no keys. */
        public OperatorHarness withPlain(final Function<S, Stream<?>> operator) {
            return of(flow -> flow.output("out", operator.apply(input.apply(flow))));
        }
    }

    /** Number of items of each input, instead of 250. */
    public OperatorHarness count(final int items) {
        count = items;
        return this;
    }

    /** What is tested makes garbage by its nature, such as immutable results: that is not counted then. */
    public OperatorHarness allocates() {
        allocates = true;
        return this;
    }

    /** Classes of the operators under test. */
    public Set<Class<?>> operators() {
        return new HarnessRuns(definition, 0)
                .steps().stream()
                        .map(Step::spec)
                        .filter(Objects::nonNull)
                        .map(spec -> (Class<?>) spec.operator())
                        .collect(Collectors.toSet());
    }

    /**
     * Runs everything.
     *
     * @throws AssertionError if two ways to run it differ, or garbage is made
     */
    public void check() {
        final HarnessRuns runs = new HarnessRuns(definition, count);
        runs.first(fused());
        runs.compare("fused, check mode", fused().check(true), 0);
        runs.compare("fused, specialised", fused().specialize(true), 0);
        runs.compare("fused, one record in a batch", fused().batchRecords(1), 0);
        runs.compare("threaded", threaded(), 0);
        for (final int parts : PARTS) {
            runs.compare("threaded, parts: " + parts, threaded(), parts);
            runs.compare("fused, parts: " + parts, fused(), parts);
        }
        runs.compareReplay("replay", fused(), 0);
        runs.compareReplay("replay, threaded, parts: 2, specialised", threaded().specialize(true), 2);
        final List<Long> hashes = runs.step("record by record", fused(), HarnessRuns.Restore.NEVER);
        requireSame(
                hashes,
                runs.step("record by record, specialised", fused().specialize(true), HarnessRuns.Restore.NEVER));
        requireSame(hashes, runs.step("restored after every record", fused(), HarnessRuns.Restore.FUSED));
        requireSame(hashes, runs.step("restored by way of parts", fused(), HarnessRuns.Restore.PARTS));
        if (!allocates) {
            new HarnessRuns(definition, HarnessRuns.LONG).requireNoGarbage(fused());
        }
    }

    private static RunConfig fused() {
        return new RunConfig().waitMode(WaitMode.YIELD).specialize(false);
    }

    private static RunConfig threaded() {
        return fused().layout(Layout.THREADED).ringUnits(TINY_RING);
    }

    private static void requireSame(final List<Long> expected, final List<Long> actual) {
        for (int i = 0; i < expected.size(); i++) {
            if (!expected.get(i).equals(actual.get(i))) {
                throw new AssertionError("state differs after record " + i + ": what is written is not all that there"
                        + " is, is not read back, or depends on more than the input");
            }
        }
    }
}
