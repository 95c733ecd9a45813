package io.millrace.operators.testing;

import com.sun.management.ThreadMXBean;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.graph.Step;
import io.millrace.engine.item.Codec;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.SteppedFlow;
import io.millrace.engine.run.WaitMode;
import io.millrace.engine.spi.InputLog;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.operators.Flow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Stream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Runs an operator, or a piece of a flow, in every way in which Millrace may run it, and fails unless all give the same
 * output and the same state: record by record and all at once, specialised and not, with the check mode on, with a
 * snapshot taken and restored after every record, replayed, threaded, in 1, 2 and 4 parts with rings of a few units. Then
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
    private static final long PATIENCE_SECONDS = 60;

    /** Items for the count of what is allocated: most warm up, the last are counted. */
    private static final int LONG_RUN = 40_000;

    private static final double WARM_UP = 0.75;

    /** Bytes that a whole count may find: what the JVM makes once, when it compiles. */
    private static final long ONCE = 4_096;

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
        return flow(new HarnessOutputs(false), 0, 0).get().steps().stream()
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
        final MemoryLog log = new MemoryLog();
        final HarnessOutputs expected = run("fused", fused(), 0, log, null);
        if (expected.size() == 0) {
            throw new AssertionError("nothing came out: there is nothing to compare");
        }
        run("fused, check mode", fused().check(true), 0, InputLog.NONE, expected);
        run("fused, specialised", fused().specialize(true), 0, InputLog.NONE, expected);
        run("fused, one record in a batch", fused().batchRecords(1), 0, InputLog.NONE, expected);
        run("threaded", threaded(), 0, InputLog.NONE, expected);
        for (final int parts : PARTS) {
            run("threaded, parts: " + parts, threaded(), parts, InputLog.NONE, expected);
            run("fused, parts: " + parts, fused(), parts, InputLog.NONE, expected);
        }
        replay("replay", fused(), 0, log, expected);
        replay("replay, threaded, parts: 2, specialised", threaded().specialize(true), 2, log, expected);
        final List<Long> hashes = step("record by record", fused(), log, false, expected);
        requireSame(hashes, step("record by record, specialised", fused().specialize(true), log, false, expected));
        requireSame(hashes, step("restored after every record", fused(), log, true, expected));
        if (!allocates) {
            requireNoGarbage();
        }
    }

    private static RunConfig fused() {
        return new RunConfig().waitMode(WaitMode.YIELD).specialize(false);
    }

    private static RunConfig threaded() {
        return fused().layout(Layout.THREADED).ringUnits(TINY_RING);
    }

    private Flow flow(final HarnessOutputs outputs, final int items, final int parts) {
        return new Flow("harness", flow -> definition.accept(new HarnessFlow(flow, outputs, items, parts)));
    }

    private HarnessOutputs run(
            final String how,
            final RunConfig config,
            final int parts,
            final InputLog log,
            final HarnessOutputs expected) {
        final HarnessOutputs outputs = new HarnessOutputs(true);
        finish(how, FlowRun.live(flow(outputs, count, parts), log, config));
        if (expected != null) {
            outputs.requireSame(expected, how);
        }
        return outputs;
    }

    private void replay(
            final String how,
            final RunConfig config,
            final int parts,
            final MemoryLog log,
            final HarnessOutputs expected) {
        final HarnessOutputs outputs = new HarnessOutputs(true);
        finish(how, FlowRun.replay(flow(outputs, count, parts), log.reader(), config));
        outputs.requireSame(expected, how);
    }

    private static void finish(final String how, final FlowRun made) {
        try (FlowRun run = made) {
            run.start();
            if (!run.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(how + ": did not end within " + PATIENCE_SECONDS + " s");
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (final RuntimeException e) {
            throw new AssertionError(how + ": " + e.getMessage(), e);
        }
    }

    /** Runs the journal record by record; gives the hash of the state after each. */
    private List<Long> step(
            final String how,
            final RunConfig config,
            final MemoryLog log,
            final boolean restore,
            final HarnessOutputs expected) {
        final HarnessOutputs outputs = new HarnessOutputs(true);
        final List<Long> hashes = new ArrayList<>();
        SteppedFlow flow = new SteppedFlow(flow(outputs, count, 0), config);
        final InputLogReader reader = log.reader();
        while (reader.next()) {
            int at = reader.offset();
            final int end = at + reader.length();
            while (at < end) {
                final int length = RecordLayout.aligned(RecordLayout.length(reader.buffer(), at));
                flow.onBatch(reader.buffer(), at, length);
                at += length;
                if (restore) {
                    flow = restored(flow, flow(outputs, count, 0), config);
                }
                hashes.add(flow.stateHash());
            }
        }
        flow.close();
        outputs.requireSame(expected, how);
        return hashes;
    }

    private static SteppedFlow restored(final SteppedFlow from, final Flow definition, final RunConfig config) {
        final StateWriter state = new StateWriter();
        from.writeState(state);
        from.close();
        // Counters are never freed: many instances need more than one set has.
        final SteppedFlow flow = new SteppedFlow(definition, config.counters(null));
        flow.readState(new StateReader(state.buffer(), 0, state.length()));
        return flow;
    }

    private static void requireSame(final List<Long> expected, final List<Long> actual) {
        for (int i = 0; i < expected.size(); i++) {
            if (!expected.get(i).equals(actual.get(i))) {
                throw new AssertionError("state differs after record " + i + ": what is written is not all that there"
                        + " is, is not read back, or depends on more than the input");
            }
        }
    }

    private void requireNoGarbage() {
        final MemoryLog log = new MemoryLog();
        finish("long run", FlowRun.live(flow(new HarnessOutputs(false), LONG_RUN, 0), log, fused()));
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = 0;
        int batches = 0;
        final InputLogReader reader = log.reader();
        int all = 0;
        while (reader.next()) {
            all++;
        }
        final InputLogReader again = log.reader();
        try (SteppedFlow flow = new SteppedFlow(flow(new HarnessOutputs(false), LONG_RUN, 0), fused())) {
            // The end of input may make garbage: the last batch is left out.
            while (again.next() && batches < all - 1) {
                if (batches == (int) (all * WARM_UP)) {
                    before = threads.getCurrentThreadAllocatedBytes();
                }
                flow.onBatch(again.buffer(), again.offset(), again.length());
                batches++;
            }
            final long bytes = threads.getCurrentThreadAllocatedBytes() - before;
            if (bytes > ONCE) {
                throw new AssertionError(bytes + " bytes of garbage in the last " + (int) (LONG_RUN * (1 - WARM_UP))
                        + " of " + LONG_RUN + " items");
            }
        }
    }
}
