package io.millrace.operators.testing;

import io.millrace.engine.item.Codec;
import io.millrace.engine.spi.Origin;
import io.millrace.operators.Dataflow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * The flow around an operator under test: makes its inputs, as one run wants them, and takes its outputs.
 *
 * <p>Thread: one.
 */
public final class HarnessFlow {
    /** Nanoseconds of stage time from one item of an input to the next. */
    public static final long INTERVAL = 1_000_000;

    private static final String PARTS = "parts";

    private final Dataflow flow;
    private final HarnessOutputs outputs;
    private final int count;
    private final int parts;

    HarnessFlow(final Dataflow flow, final HarnessOutputs outputs, final int count, final int parts) {
        this.flow = flow;
        this.outputs = outputs;
        this.count = count;
        this.parts = parts;
    }

    /** The flow itself, for steps that begin there. */
    public Dataflow flow() {
        return flow;
    }

    /**
     * An input.
     *
     * @param maker makes the item of an index; item i comes at stage time i times {@link #INTERVAL}
     */
    public <T> Stream<T> stream(final String id, final Codec<T> codec, final LongFunction<? extends T> maker) {
        return flow.input(id, TimedItems.of(codec, items(maker)));
    }

    /**
     * Items and a service that answers requests.
     *
     * @param maker    as in {@link #stream}
     * @param requests type of the requests
     * @param answers  type of the answers
     * @param function answers a request
     */
    public <T, Q, A> TimedItems.Asked<T, A> asked(
            final Codec<T> codec,
            final LongFunction<? extends T> maker,
            final Codec<Q> requests,
            final Codec<A> answers,
            final Function<? super Q, ? extends A> function) {
        return TimedItems.answering(codec, items(maker), requests, answers, function);
    }

    private <T> List<TimedItems.At<T>> items(final LongFunction<? extends T> maker) {
        final List<TimedItems.At<T>> items = new ArrayList<>(count);
        for (long i = 0; i < count; i++) {
            items.add(new TimedItems.At<>(i * INTERVAL, maker.apply(i)));
        }
        return items;
    }

    /** An input whose items have numbers as keys; its keys are dealt to parts, if the run has some. */
    public <T> KeyedStream<T> keyed(
            final String id,
            final Codec<T> codec,
            final LongFunction<? extends T> maker,
            final ToLongFunction<? super T> key) {
        return inParts(stream(id, codec, maker).keyBy(id + "-key", key));
    }

    /** An input whose items have texts as keys; its keys are dealt to parts, if the run has some. */
    public <T> KeyedStream<T> keyedByText(
            final String id,
            final Codec<T> codec,
            final LongFunction<? extends T> maker,
            final Function<? super T, ? extends CharSequence> key) {
        return inParts(stream(id, codec, maker).keyByText(id + "-key", key));
    }

    /**
     * An input from a source of the test's own, such as one that has definitions; its keys are dealt to parts, if the run has
     * some.
     *
     * @param source gets the number of items that it is to give
     */
    public <T> KeyedStream<T> keyed(
            final String id, final IntFunction<Origin<T>> source, final ToLongFunction<? super T> key) {
        return inParts(flow.input(id, source.apply(count)).keyBy(id + "-key", key));
    }

    private <T> KeyedStream<T> inParts(final KeyedStream<T> stream) {
        return parts == 0 ? stream : stream.parallel(PARTS, parts);
    }

    /** An output of the operator; items are compared by their text. */
    public void output(final String id, final Stream<?> stream) {
        stream.output(id, outputs.sink());
    }

    /** An output of the operator; items are compared by their text. */
    public void output(final String id, final KeyedStream<?> stream) {
        stream.output(id, outputs.sink());
    }
}
