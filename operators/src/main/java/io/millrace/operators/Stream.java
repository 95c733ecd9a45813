package io.millrace.operators;

import io.millrace.engine.graph.Graph;
import io.millrace.engine.graph.KeyKind;
import io.millrace.engine.graph.OperatorSpec;
import io.millrace.engine.graph.Output;
import io.millrace.engine.graph.Scope;
import io.millrace.engine.graph.Wire;
import io.millrace.engine.item.Codec;
import io.millrace.engine.item.ItemType;
import io.millrace.engine.spi.Origin;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.operators.lookup.Enrichment;
import io.millrace.operators.lookup.Lookup;
import io.millrace.operators.lookup.Request;
import io.millrace.operators.op.KeyByLongOp;
import io.millrace.operators.op.KeyByTextOp;
import io.millrace.operators.op.RequestOp;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.Late;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * A stream of items without keys.
 *
 * <p>Immutable; may be used any number of times.
 *
 * <p>Thread: one, while a flow is defined. Allocation: while building. Deterministic: yes.
 *
 * @param <T> type of the items
 */
public final class Stream<T> {
    final Graph graph;
    final Wire wire;
    private final Steps steps;

    Stream(final Graph graph, final Wire wire) {
        this.graph = graph;
        this.wire = wire;
        this.steps = new Steps(graph, wire);
    }

    /**
     * One item of each item, by filling a reused one: makes no garbage.
     *
     * @param type what is made
     * @param fill gets the item and the one to fill, and must set all of its fields
     */
    public <R, W extends R> Stream<R> map(
            final String id, final ItemType<R, W> type, final BiConsumer<? super T, ? super W> fill) {
        return behind(steps.map(id, type, fill));
    }

    /**
     * One item of each item, by a function that returns it. The result has no known type: it can't cross to another
     * thread or be stored.
     */
    public <R> Stream<R> map(final String id, final Function<? super T, ? extends R> function) {
        return behind(steps.map(id, null, function));
    }

    /** One item of each item, by a function that returns it. */
    public <R> Stream<R> map(final String id, final Codec<R> codec, final Function<? super T, ? extends R> function) {
        return behind(steps.map(id, codec, function));
    }

    /** Only the items for which the predicate is true. */
    public Stream<T> filter(final String id, final Predicate<? super T> predicate) {
        return behind(steps.filter(id, predicate));
    }

    /**
     * At most one item of each item, by filling a reused one: makes no garbage.
     *
     * @param type what is made
     * @param fill gets the item and the one to fill; if it is false, nothing is emitted
     */
    public <R, W extends R> Stream<R> filterMap(
            final String id, final ItemType<R, W> type, final BiPredicate<? super T, ? super W> fill) {
        return behind(steps.filterMap(id, type, fill));
    }

    /** At most one item of each item, by a function that returns it; if it returns null, nothing is emitted. */
    public <R> Stream<R> filterMap(
            final String id, final Codec<R> codec, final Function<? super T, ? extends R> function) {
        return behind(steps.filterMap(id, codec, function));
    }

    /**
     * Any number of items of each item.
     *
     * @param codec  type of what is emitted
     * @param mapper gets the item and where to emit to
     */
    public <R> Stream<R> flatMap(
            final String id, final Codec<R> codec, final BiConsumer<? super T, Emitter<R>> mapper) {
        return behind(steps.flatMap(id, codec, mapper));
    }

    /** Any number of items of each item, by filling a reused one: makes no garbage. */
    public <R, W extends R> Stream<R> flatMap(
            final String id, final ItemType<R, W> type, final FlatMapper<? super T, R, ? super W> mapper) {
        return behind(steps.flatMap(id, type, mapper));
    }

    /**
     * The parts of each item, one after another.
     *
     * @param codec type of a part
     * @param parts gives the parts of an item, none of them null
     */
    public <R> Stream<R> flatten(
            final String id, final Codec<R> codec, final Function<? super T, ? extends Iterable<? extends R>> parts) {
        return behind(steps.flatten(id, codec, parts));
    }

    /** Two streams: the items for which the predicate is true, and the others. */
    public Branches<Stream<T>> branch(final String id, final Predicate<? super T> predicate) {
        final List<Wire> wires = steps.branch(id, predicate);
        return new Branches<>(behind(wires.get(0)), behind(wires.get(1)));
    }

    /** Shows each item to a function and passes it on. Runs in replay too. */
    public Stream<T> inspect(final String id, final Consumer<? super T> inspector) {
        return behind(steps.inspect(id, inspector));
    }

    /** Shows each item to a function, with where and when it was seen, and passes it on. Runs in replay too. */
    public Stream<T> inspectDebug(final String id, final DebugInspector<? super T> inspector) {
        return behind(steps.inspectDebug(id, inspector));
    }

    /** Says that there are no items: the first one stops the flow. */
    public void assertEmpty(final String id) {
        steps.assertEmpty(id);
    }

    /** Gives each item to a sink. */
    public void output(final String id, final SinkFactory<? super T> sink) {
        steps.output(id, sink);
    }

    /**
     * An operator of the user's own with one output, which keeps the keys.
     *
     * @param operator how it is made
     * @param codec    type of what it emits
     */
    public <R> Stream<R> operator(final String id, final OperatorSpec operator, final Codec<R> codec) {
        return behind(steps.operator(id, operator, codec));
    }

    /**
     * What a function of the user's own makes of this stream, with steps of its own. Their ids get the name and a dot
     * in front.
     *
     * @param part gets this stream
     */
    public <R> R then(final String id, final Function<? super Stream<T>, ? extends R> part) {
        return steps.within(id, () -> part.apply(this));
    }

    /**
     * What a function of the user's own makes of this stream, where a failure of its steps does not stop the flow: the item
     * that a step fails on comes out as a dead letter, and all else goes on as if nothing had happened. Ids of its steps get
     * the name and a dot in front.
     *
     * <p>What the step had emitted for the item stays emitted, and what it had changed in its state stays changed. These do
     * stop the flow: an {@link Error}, a source or sink that can't do its work, a sink of the function's own that throws, and
     * what fails in a timer or end hook of the user's own, since that is no item. The steps run on one thread.
     *
     * @param part gets this stream
     * @return what the function returns, and the dead letters, which must be used
     */
    public <P> Guarded<P> guard(final String id, final Function<? super Stream<T>, ? extends P> part) {
        return steps.guard(id, inner -> new Stream<T>(graph, inner), part);
    }

    /** The same stream, whose users run on a thread of their own. Steps of the same thread name share it. */
    public Stream<T> onThread(final String name) {
        return behind(wire.on(graph.thread(name)));
    }

    /** The same stream, whose items are dealt to parts that run side by side, whatever is in them. */
    public Stream<T> rebalance(final String group, final int parts) {
        return behind(wire.on(graph.parallel(group, parts)));
    }

    /**
     * Items in the order of their times; at the same time in the order in which they came. An item waits until the
     * watermark has reached its time; what comes when that has happened is late.
     *
     * @param clock what time an item belongs to, and how long to wait for late ones
     */
    public Sorted<Stream<T>, Stream<Late<T>>> sort(final String id, final EventClock<? super T> clock) {
        final List<Wire> wires = steps.sort(id, clock, Scope.STREAM);
        return new Sorted<>(behind(wires.get(0)), behind(wires.get(1)));
    }

    /** Gives each item a number as its key. */
    public KeyedStream<T> keyBy(final String id, final ToLongFunction<? super T> key) {
        return keyed(id, KeyKind.LONG, OperatorSpec.of(KeyByLongOp.class, Scope.ITEM, key));
    }

    /** Gives each item a text as its key, at most 1,024 bytes of UTF-8. */
    public KeyedStream<T> keyByText(final String id, final Function<? super T, ? extends CharSequence> key) {
        return keyed(id, KeyKind.TEXT, OperatorSpec.of(KeyByTextOp.class, Scope.ITEM, key));
    }

    private KeyedStream<T> keyed(final String id, final KeyKind kind, final OperatorSpec spec) {
        return new KeyedStream<>(graph, steps.keyed(id, "keyBy", kind, spec));
    }

    /**
     * Sends each item to a source as a request, and gives the source's answers. What has not been answered is kept; no
     * more than {@code maxInFlight} are on their way at a time. In a replay nothing is sent: the answers are in the
     * journal.
     *
     * @param answers     stream of the source that answers come by
     * @param maxInFlight most requests that are unanswered at a time
     */
    public <A> Stream<A> request(final String id, final Origin<A> answers, final int maxInFlight) {
        final Codec<?> codec = steps.typeKeptBy("request", id);
        final OperatorSpec spec = OperatorSpec.of(RequestOp.class, Scope.STREAM, codec, answers.codec(), maxInFlight);
        final Output output = new Output(Output.ALONE, answers.codec(), KeyKind.NONE, false);
        return new Stream<>(
                graph, graph.request(id, "request", spec, wire, answers, output).get(0));
    }

    /**
     * Enriches each item with what a service answers, by filling a reused item: makes no garbage. Answers are kept for other
     * items that ask the same, for as long as the look-up says; the stage waits for nobody.
     *
     * <pre>{@code
     *   trades.enrichCached("reference",
     *           Request.number(Trade::instrumentId),
     *           Lookup.in(service.answers()).ttl(Duration.ofMinutes(5)).capacity(10_000),
     *           Listed.TYPE,
     *           (trade, reference, out) -> out.set(trade, reference.sector()))
     * }</pre>
     *
     * <p>An item whose answer is there and fresh goes on at once. Any other is kept as a copy until the answer comes; those
     * that ask the same share one request. So items that ask the same keep their order, and pass items that wait for other
     * answers. Time is stage time: an answer is fresh while its age is not more than the ttl, from when it came. More waiting
     * items than the look-up allows stop the flow, and so does the end of input while items wait. Runs in one place, not in
     * parts. Answers are journaled: a replay needs no service and sends nothing.
     *
     * <p>To look things up in a file, read it as a stream of its own and join the two.
     *
     * @param request what is asked for an item
     * @param lookup  whom to ask, and how long answers are good for
     * @param type    what is made
     */
    public <A, R, W extends R> Stream<R> enrichCached(
            final String id,
            final Request<? super T> request,
            final Lookup<A> lookup,
            final ItemType<R, W> type,
            final Enricher<? super T, ? super A, ? super W> enricher) {
        return new Stream<>(
                graph, EnrichStep.add(graph, id, wire, request, lookup, Enrichment.filling(type, enricher), type));
    }

    /**
     * Enriches each item with what a service answers, by a function that returns the new item.
     *
     * @param request what is asked for an item
     * @param lookup  whom to ask, and how long answers are good for
     * @param codec   type of what is made
     */
    public <A, R> Stream<R> enrichCached(
            final String id,
            final Request<? super T> request,
            final Lookup<A> lookup,
            final Codec<R> codec,
            final BiFunction<? super T, ? super A, ? extends R> function) {
        return new Stream<>(
                graph, EnrichStep.add(graph, id, wire, request, lookup, Enrichment.returning(function), codec));
    }

    private <R> Stream<R> behind(final Wire other) {
        return new Stream<>(graph, other);
    }
}
