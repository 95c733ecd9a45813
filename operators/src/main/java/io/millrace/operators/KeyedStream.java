package io.millrace.operators;

import io.millrace.engine.graph.Graph;
import io.millrace.engine.graph.KeyKind;
import io.millrace.engine.graph.OperatorSpec;
import io.millrace.engine.graph.Output;
import io.millrace.engine.graph.Scope;
import io.millrace.engine.graph.Wire;
import io.millrace.engine.item.Codec;
import io.millrace.engine.item.ItemType;
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
import io.millrace.operators.op.MapOp;
import io.millrace.operators.op.OutputOp;
import io.millrace.operators.op.StatefulFillOp;
import io.millrace.operators.op.StatefulMapOp;
import io.millrace.operators.op.ValuesOp;
import io.millrace.operators.window.Clock;
import io.millrace.operators.window.TumblingWindow;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A stream whose items have keys. Steps that only look at items keep the keys.
 *
 * <p>Immutable; may be used any number of times.
 *
 * <p>Thread: one, while a flow is defined. Allocation: while building. Deterministic: yes.
 *
 * @param <T> type of the items
 */
public final class KeyedStream<T> {
    final Graph graph;
    final Wire wire;

    KeyedStream(final Graph graph, final Wire wire) {
        this.graph = graph;
        this.wire = wire;
    }

    /**
     * One item of each item, by filling a reused one: makes no garbage.
     *
     * @param type what is made
     * @param fill gets the item and the one to fill, and must set all of its fields
     */
    public <R, W extends R> KeyedStream<R> map(
            final String id, final ItemType<R, W> type, final BiConsumer<? super T, ? super W> fill) {
        return step(id, "map", OperatorSpec.of(FillOp.class, Scope.ITEM, type, fill), type);
    }

    /**
     * One item of each item, by a function that returns it. The result has no known type: it can't cross to another
     * thread or be stored.
     */
    public <R> KeyedStream<R> map(final String id, final Function<? super T, ? extends R> function) {
        return step(id, "map", OperatorSpec.of(MapOp.class, Scope.ITEM, function), null);
    }

    /** One item of each item, by a function that returns it. */
    public <R> KeyedStream<R> map(
            final String id, final Codec<R> codec, final Function<? super T, ? extends R> function) {
        return step(id, "map", OperatorSpec.of(MapOp.class, Scope.ITEM, function), codec);
    }

    /** Only the items for which the predicate is true. */
    public KeyedStream<T> filter(final String id, final Predicate<? super T> predicate) {
        return step(id, "filter", OperatorSpec.of(FilterOp.class, Scope.ITEM, predicate), wire.codec());
    }

    /**
     * Any number of items of each item.
     *
     * @param codec  type of what is emitted
     * @param mapper gets the item and where to emit to
     */
    public <R> KeyedStream<R> flatMap(
            final String id, final Codec<R> codec, final BiConsumer<? super T, Emitter<R>> mapper) {
        return step(id, "flatMap", OperatorSpec.of(FlatMapOp.class, Scope.ITEM, mapper), codec);
    }

    /** Any number of items of each item, by filling a reused one: makes no garbage. */
    public <R, W extends R> KeyedStream<R> flatMap(
            final String id, final ItemType<R, W> type, final FlatMapper<? super T, R, ? super W> mapper) {
        return step(id, "flatMap", OperatorSpec.of(FlatFillOp.class, Scope.ITEM, type, mapper), type);
    }

    /** Two streams: the items for which the predicate is true, and the others. */
    public Branches<KeyedStream<T>> branch(final String id, final Predicate<? super T> predicate) {
        final List<Wire> wires = graph.add(
                id,
                "branch",
                OperatorSpec.of(BranchOp.class, Scope.ITEM, predicate),
                wire,
                false,
                Output.like("matched", wire, wire.codec()),
                Output.like("unmatched", wire, wire.codec()));
        return new Branches<>(new KeyedStream<>(graph, wires.get(0)), new KeyedStream<>(graph, wires.get(1)));
    }

    /** Shows each item to a function and passes it on. Runs in replay too. */
    public KeyedStream<T> inspect(final String id, final Consumer<? super T> inspector) {
        final Wire out = graph.add(
                        id,
                        "inspect",
                        OperatorSpec.of(InspectOp.class, Scope.ITEM, inspector),
                        wire,
                        true,
                        Output.like(wire, wire.codec()))
                .get(0);
        return new KeyedStream<>(graph, out);
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
    public <R> KeyedStream<R> operator(final String id, final OperatorSpec operator, final Codec<R> codec) {
        return step(id, operator.operator().getSimpleName(), operator, codec);
    }

    /** The same stream, whose users run on a thread of their own. Steps of the same thread name share it. */
    public KeyedStream<T> onThread(final String name) {
        return new KeyedStream<>(graph, wire.on(graph.thread(name)));
    }

    /** The same stream, whose keys are dealt to parts that run side by side. */
    public KeyedStream<T> parallel(final int parts) {
        return new KeyedStream<>(graph, wire.on(graph.parallel(wire.step(), parts)));
    }

    /** The same stream, whose keys are dealt to the parts of a named group. Streams of one group meet in its parts. */
    public KeyedStream<T> parallel(final String group, final int parts) {
        return new KeyedStream<>(graph, wire.on(graph.parallel(group, parts)));
    }

    /** The items without their keys. */
    public Stream<T> values(final String id) {
        final Wire out = graph.add(
                        id,
                        "values",
                        OperatorSpec.of(ValuesOp.class, Scope.ITEM),
                        wire,
                        false,
                        new Output("", wire.codec(), KeyKind.NONE, false))
                .get(0);
        return new Stream<>(graph, out);
    }

    /**
     * One item of each item and of what is known of its key, by filling a reused one: makes no garbage.
     *
     * @param state what is kept for each key
     * @param type  what is made
     */
    public <S, R, W extends R> KeyedStream<R> statefulMap(
            final String id,
            final ItemType<? super S, S> state,
            final ItemType<R, W> type,
            final StatefulMapper<? super S, ? super T, ? super W> mapper) {
        return step(id, "statefulMap", OperatorSpec.of(StatefulFillOp.class, Scope.KEY, state, type, mapper), type);
    }

    /**
     * One item of each item and of what is known of its key, by a function that returns it.
     *
     * @param state what is kept for each key
     * @param codec type of what is made
     */
    public <S, R> KeyedStream<R> statefulMap(
            final String id,
            final ItemType<? super S, S> state,
            final Codec<R> codec,
            final BiFunction<? super S, ? super T, ? extends R> mapper) {
        return step(id, "statefulMap", OperatorSpec.of(StatefulMapOp.class, Scope.KEY, state, mapper), codec);
    }

    /**
     * Cuts the stream of each key into windows.
     *
     * @param clock  what time an item belongs to, and how long to wait for late ones
     * @param window how time is cut
     */
    public Windowing<T> window(final String id, final Clock<? super T> clock, final TumblingWindow window) {
        return new Windowing<>(this, id, clock, window);
    }

    /**
     * Enriches each item with what a service answers, by filling a reused item: makes no garbage. Answers are kept for other
     * items that ask the same, for as long as the look-up says; the stage waits for nobody.
     *
     * <p>Each item keeps its key; what is asked for it need not be the key. Everything else is as with {@link
     * Stream#enrichCached(String, Request, Lookup, ItemType, Enricher)}.
     *
     * @param request what is asked for an item
     * @param lookup  whom to ask, and how long answers are good for
     * @param type    what is made
     */
    public <A, R, W extends R> KeyedStream<R> enrichCached(
            final String id,
            final Request<? super T> request,
            final Lookup<A> lookup,
            final ItemType<R, W> type,
            final Enricher<? super T, ? super A, ? super W> enricher) {
        return new KeyedStream<>(
                graph, EnrichStep.add(graph, id, wire, request, lookup, Enrichment.filling(type, enricher), type));
    }

    /**
     * Enriches each item with what a service answers, by a function that returns the new item.
     *
     * @param request what is asked for an item
     * @param lookup  whom to ask, and how long answers are good for
     * @param codec   type of what is made
     */
    public <A, R> KeyedStream<R> enrichCached(
            final String id,
            final Request<? super T> request,
            final Lookup<A> lookup,
            final Codec<R> codec,
            final BiFunction<? super T, ? super A, ? extends R> function) {
        return new KeyedStream<>(
                graph, EnrichStep.add(graph, id, wire, request, lookup, Enrichment.returning(function), codec));
    }

    private <R> KeyedStream<R> step(final String id, final String kind, final OperatorSpec spec, final Codec<?> codec) {
        return new KeyedStream<>(
                graph,
                graph.add(id, kind, spec, wire, false, Output.like(wire, codec)).get(0));
    }
}
