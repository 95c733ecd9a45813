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
import io.millrace.operators.join.AsOf;
import io.millrace.operators.join.AsOfJoined;
import io.millrace.operators.join.Interval;
import io.millrace.operators.join.IntervalJoined;
import io.millrace.operators.join.JoinFill;
import io.millrace.operators.join.JoinFill3;
import io.millrace.operators.join.JoinFunction3;
import io.millrace.operators.join.JoinMode;
import io.millrace.operators.join.RowForm;
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
     * Joins this stream and another by key, by filling a reused item: makes no garbage.
     *
     * @param type what is made
     * @param fill gets an item of each side, or null, and the one to fill
     */
    public <U, R, W extends R> KeyedStream<R> join(
            final String id,
            final KeyedStream<U> right,
            final JoinMode mode,
            final ItemType<R, W> type,
            final JoinFill<? super T, ? super U, ? super W> fill) {
        return Joins.join(id, mode, List.of(this, right), Joins.filled(type, fill));
    }

    /**
     * Joins this stream and another by key, by a function that returns what is made.
     *
     * @param codec    type of what is made
     * @param function gets an item of each side, or null
     */
    public <U, R> KeyedStream<R> join(
            final String id,
            final KeyedStream<U> right,
            final JoinMode mode,
            final Codec<R> codec,
            final BiFunction<? super T, ? super U, ? extends R> function) {
        return Joins.join(id, mode, List.of(this, right), Joins.returned(codec, function));
    }

    /** Joins this stream and two others by key, by filling a reused item: makes no garbage. */
    public <U, V, R, W extends R> KeyedStream<R> join(
            final String id,
            final KeyedStream<U> second,
            final KeyedStream<V> third,
            final JoinMode mode,
            final ItemType<R, W> type,
            final JoinFill3<? super T, ? super U, ? super V, ? super W> fill) {
        final RowForm<R> form = RowForm.filled(type, (row, out) -> fill.fill(row.get(0), row.get(1), row.get(2), out));
        return Joins.join(id, mode, List.of(this, second, third), form);
    }

    /** Joins this stream and two others by key, by a function that returns what is made. */
    public <U, V, R> KeyedStream<R> join(
            final String id,
            final KeyedStream<U> second,
            final KeyedStream<V> third,
            final JoinMode mode,
            final Codec<R> codec,
            final JoinFunction3<? super T, ? super U, ? super V, ? extends R> function) {
        final RowForm<R> form = RowForm.returned(codec, row -> function.apply(row.get(0), row.get(1), row.get(2)));
        return Joins.join(id, mode, List.of(this, second, third), form);
    }

    /**
     * Matches each item with the newest item of another stream at or before its time, by filling a reused item.
     *
     * @param type what is made
     * @param fill gets an item of each side and the one to fill
     */
    public <U, R, W extends R> AsOfJoined<T, R> asOfJoin(
            final String id,
            final KeyedStream<U> right,
            final AsOf<? super T, ? super U> asOf,
            final ItemType<R, W> type,
            final JoinFill<? super T, ? super U, ? super W> fill) {
        return Joins.asOf(id, this, right, asOf, Joins.filled(type, fill));
    }

    /** Matches each item with the newest item of another stream at or before its time, by a function. */
    public <U, R> AsOfJoined<T, R> asOfJoin(
            final String id,
            final KeyedStream<U> right,
            final AsOf<? super T, ? super U> asOf,
            final Codec<R> codec,
            final BiFunction<? super T, ? super U, ? extends R> function) {
        return Joins.asOf(id, this, right, asOf, Joins.returned(codec, function));
    }

    /**
     * Pairs each item with the items of another stream that are near in time, by filling a reused item.
     *
     * @param type what is made
     * @param fill gets an item of each side and the one to fill
     */
    public <U, R, W extends R> IntervalJoined<T, U, R> intervalJoin(
            final String id,
            final KeyedStream<U> right,
            final Interval<? super T, ? super U> interval,
            final ItemType<R, W> type,
            final JoinFill<? super T, ? super U, ? super W> fill) {
        return Joins.interval(id, this, right, interval, Joins.filled(type, fill));
    }

    /** Pairs each item with the items of another stream that are near in time, by a function. */
    public <U, R> IntervalJoined<T, U, R> intervalJoin(
            final String id,
            final KeyedStream<U> right,
            final Interval<? super T, ? super U> interval,
            final Codec<R> codec,
            final BiFunction<? super T, ? super U, ? extends R> function) {
        return Joins.interval(id, this, right, interval, Joins.returned(codec, function));
    }

    private <R> KeyedStream<R> step(final String id, final String kind, final OperatorSpec spec, final Codec<?> codec) {
        return new KeyedStream<>(
                graph,
                graph.add(id, kind, spec, wire, false, Output.like(wire, codec)).get(0));
    }
}
