package io.millrace.operators;

import io.millrace.engine.graph.FlowException;
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
import io.millrace.operators.op.BranchOp;
import io.millrace.operators.op.FillOp;
import io.millrace.operators.op.FilterOp;
import io.millrace.operators.op.FlatFillOp;
import io.millrace.operators.op.FlatMapOp;
import io.millrace.operators.op.InspectOp;
import io.millrace.operators.op.KeyByLongOp;
import io.millrace.operators.op.KeyByTextOp;
import io.millrace.operators.op.MapOp;
import io.millrace.operators.op.OutputOp;
import io.millrace.operators.op.RequestOp;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
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

    Stream(final Graph graph, final Wire wire) {
        this.graph = graph;
        this.wire = wire;
    }

    /**
     * One item of each item, by filling a reused one: makes no garbage.
     *
     * @param type what is made
     * @param fill gets the item and the one to fill, and must set all of its fields
     */
    public <R, W extends R> Stream<R> map(
            final String id, final ItemType<R, W> type, final BiConsumer<? super T, ? super W> fill) {
        return step(id, "map", OperatorSpec.of(FillOp.class, Scope.ITEM, type, fill), type);
    }

    /**
     * One item of each item, by a function that returns it. The result has no known type: it can't cross to another
     * thread or be stored.
     */
    public <R> Stream<R> map(final String id, final Function<? super T, ? extends R> function) {
        return step(id, "map", OperatorSpec.of(MapOp.class, Scope.ITEM, function), null);
    }

    /** One item of each item, by a function that returns it. */
    public <R> Stream<R> map(final String id, final Codec<R> codec, final Function<? super T, ? extends R> function) {
        return step(id, "map", OperatorSpec.of(MapOp.class, Scope.ITEM, function), codec);
    }

    /** Only the items for which the predicate is true. */
    public Stream<T> filter(final String id, final Predicate<? super T> predicate) {
        return step(id, "filter", OperatorSpec.of(FilterOp.class, Scope.ITEM, predicate), wire.codec());
    }

    /**
     * Any number of items of each item.
     *
     * @param codec  type of what is emitted
     * @param mapper gets the item and where to emit to
     */
    public <R> Stream<R> flatMap(
            final String id, final Codec<R> codec, final BiConsumer<? super T, Emitter<R>> mapper) {
        return step(id, "flatMap", OperatorSpec.of(FlatMapOp.class, Scope.ITEM, mapper), codec);
    }

    /** Any number of items of each item, by filling a reused one: makes no garbage. */
    public <R, W extends R> Stream<R> flatMap(
            final String id, final ItemType<R, W> type, final FlatMapper<? super T, R, ? super W> mapper) {
        return step(id, "flatMap", OperatorSpec.of(FlatFillOp.class, Scope.ITEM, type, mapper), type);
    }

    /** Two streams: the items for which the predicate is true, and the others. */
    public Branches<Stream<T>> branch(final String id, final Predicate<? super T> predicate) {
        final List<Wire> wires = graph.add(
                id,
                "branch",
                OperatorSpec.of(BranchOp.class, Scope.ITEM, predicate),
                wire,
                false,
                Output.like("matched", wire, wire.codec()),
                Output.like("unmatched", wire, wire.codec()));
        return new Branches<>(new Stream<>(graph, wires.get(0)), new Stream<>(graph, wires.get(1)));
    }

    /** Shows each item to a function and passes it on. Runs in replay too. */
    public Stream<T> inspect(final String id, final Consumer<? super T> inspector) {
        final Wire out = graph.add(
                        id,
                        "inspect",
                        OperatorSpec.of(InspectOp.class, Scope.ITEM, inspector),
                        wire,
                        true,
                        Output.like(wire, wire.codec()))
                .get(0);
        return new Stream<>(graph, out);
    }

    /** Gives each item to a sink. */
    public void output(final String id, final SinkFactory<? super T> sink) {
        graph.add(id, "output", OperatorSpec.of(OutputOp.class, Scope.STREAM, sink), wire, true);
    }

    /**
     * An operator of the user's own with one output, which keeps the keys.
     *
     * @param operator how it is made
     * @param codec    type of what it emits
     */
    public <R> Stream<R> operator(final String id, final OperatorSpec operator, final Codec<R> codec) {
        return step(id, operator.operator().getSimpleName(), operator, codec);
    }

    /** The same stream, whose users run on a thread of their own. Steps of the same thread name share it. */
    public Stream<T> onThread(final String name) {
        return new Stream<>(graph, wire.on(graph.thread(name)));
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
        final Output output = new Output("", wire.codec(), kind, false);
        return new KeyedStream<>(
                graph, graph.add(id, "keyBy", spec, wire, false, output).get(0));
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
        if (wire.codec() == null) {
            throw new FlowException("request '" + id + "' keeps its items, but they have no type: give " + wire.step()
                    + " a codec or an item type");
        }
        final OperatorSpec spec =
                OperatorSpec.of(RequestOp.class, Scope.STREAM, wire.codec(), answers.codec(), maxInFlight);
        final Output output = new Output("", answers.codec(), KeyKind.NONE, false);
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

    private <R> Stream<R> step(final String id, final String kind, final OperatorSpec spec, final Codec<?> codec) {
        return new Stream<>(
                graph,
                graph.add(id, kind, spec, wire, false, Output.like(wire, codec)).get(0));
    }
}
