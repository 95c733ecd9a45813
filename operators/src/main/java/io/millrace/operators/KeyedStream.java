package io.millrace.operators;

import io.millrace.engine.graph.Graph;
import io.millrace.engine.graph.KeyKind;
import io.millrace.engine.graph.OperatorSpec;
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
import io.millrace.operators.lookup.Enrichment;
import io.millrace.operators.lookup.Lookup;
import io.millrace.operators.lookup.Request;
import io.millrace.operators.op.ValuesOp;
import io.millrace.operators.window.Clock;
import io.millrace.operators.window.CountWindow;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.Late;
import io.millrace.operators.window.SystemClock;
import io.millrace.operators.window.WindowSettings;
import io.millrace.operators.window.Windower;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

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
    private final Steps steps;
    private final KeyedSteps byKey;

    KeyedStream(final Graph graph, final Wire wire) {
        this.graph = graph;
        this.wire = wire;
        this.steps = new Steps(graph, wire);
        this.byKey = new KeyedSteps(steps);
    }

    /**
     * One item of each item, by filling a reused one: makes no garbage.
     *
     * @param type what is made
     * @param fill gets the item and the one to fill, and must set all of its fields
     */
    public <R, W extends R> KeyedStream<R> map(
            final String id, final ItemType<R, W> type, final BiConsumer<? super T, ? super W> fill) {
        return behind(steps.map(id, type, fill));
    }

    /**
     * One item of each item, by a function that returns it. The result has no known type: it can't cross to another
     * thread or be stored.
     */
    public <R> KeyedStream<R> map(final String id, final Function<? super T, ? extends R> function) {
        return behind(steps.map(id, null, function));
    }

    /** One item of each item, by a function that returns it. */
    public <R> KeyedStream<R> map(
            final String id, final Codec<R> codec, final Function<? super T, ? extends R> function) {
        return behind(steps.map(id, codec, function));
    }

    /** Only the items for which the predicate is true. */
    public KeyedStream<T> filter(final String id, final Predicate<? super T> predicate) {
        return behind(steps.filter(id, predicate));
    }

    /**
     * At most one item of each item, by filling a reused one: makes no garbage.
     *
     * @param type what is made
     * @param fill gets the item and the one to fill; if it is false, nothing is emitted
     */
    public <R, W extends R> KeyedStream<R> filterMap(
            final String id, final ItemType<R, W> type, final BiPredicate<? super T, ? super W> fill) {
        return behind(steps.filterMap(id, type, fill));
    }

    /** At most one item of each item, by a function that returns it; if it returns null, nothing is emitted. */
    public <R> KeyedStream<R> filterMap(
            final String id, final Codec<R> codec, final Function<? super T, ? extends R> function) {
        return behind(steps.filterMap(id, codec, function));
    }

    /**
     * Any number of items of each item.
     *
     * @param codec  type of what is emitted
     * @param mapper gets the item and where to emit to
     */
    public <R> KeyedStream<R> flatMap(
            final String id, final Codec<R> codec, final BiConsumer<? super T, Emitter<R>> mapper) {
        return behind(steps.flatMap(id, codec, mapper));
    }

    /** Any number of items of each item, by filling a reused one: makes no garbage. */
    public <R, W extends R> KeyedStream<R> flatMap(
            final String id, final ItemType<R, W> type, final FlatMapper<? super T, R, ? super W> mapper) {
        return behind(steps.flatMap(id, type, mapper));
    }

    /**
     * The parts of each item, one after another.
     *
     * @param codec type of a part
     * @param parts gives the parts of an item, none of them null
     */
    public <R> KeyedStream<R> flatten(
            final String id, final Codec<R> codec, final Function<? super T, ? extends Iterable<? extends R>> parts) {
        return behind(steps.flatten(id, codec, parts));
    }

    /** Two streams: the items for which the predicate is true, and the others. */
    public Branches<KeyedStream<T>> branch(final String id, final Predicate<? super T> predicate) {
        final List<Wire> wires = steps.branch(id, predicate);
        return new Branches<>(behind(wires.get(0)), behind(wires.get(1)));
    }

    /** Shows each item to a function and passes it on. Runs in replay too. */
    public KeyedStream<T> inspect(final String id, final Consumer<? super T> inspector) {
        return behind(steps.inspect(id, inspector));
    }

    /** Shows each item to a function, with where and when it was seen, and passes it on. Runs in replay too. */
    public KeyedStream<T> inspectDebug(final String id, final DebugInspector<? super T> inspector) {
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
    public <R> KeyedStream<R> operator(final String id, final OperatorSpec operator, final Codec<R> codec) {
        return behind(steps.operator(id, operator, codec));
    }

    /**
     * What a function of the user's own makes of this stream, with steps of its own. Their ids get the name and a dot
     * in front.
     *
     * @param part gets this stream
     */
    public <R> R then(final String id, final Function<? super KeyedStream<T>, ? extends R> part) {
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
    public <P> Guarded<P> guard(final String id, final Function<? super KeyedStream<T>, ? extends P> part) {
        return steps.guard(id, inner -> new KeyedStream<T>(graph, inner), part);
    }

    /** The same stream, whose users run on a thread of their own. Steps of the same thread name share it. */
    public KeyedStream<T> onThread(final String name) {
        return behind(wire.on(graph.thread(name)));
    }

    /** The same stream, whose keys are dealt to parts that run side by side. */
    public KeyedStream<T> parallel(final int parts) {
        return behind(wire.on(graph.parallel(wire.step(), parts)));
    }

    /** The same stream, whose keys are dealt to the parts of a named group. Streams of one group meet in its parts. */
    public KeyedStream<T> parallel(final String group, final int parts) {
        return behind(wire.on(graph.parallel(group, parts)));
    }

    /** The items without their keys. */
    public Stream<T> values(final String id) {
        final OperatorSpec spec = OperatorSpec.of(ValuesOp.class, Scope.ITEM);
        return new Stream<>(graph, steps.keyed(id, "values", KeyKind.NONE, spec));
    }

    /**
     * One item of each item and its key, by filling a reused one: makes no garbage.
     *
     * @param type what is made
     */
    public <R, W extends R> KeyedStream<R> mapWithKey(
            final String id, final ItemType<R, W> type, final KeyedMapper<? super T, ? super W> mapper) {
        return behind(byKey.mapWithKey(id, type, mapper));
    }

    /** One item of each item and its key, by a function that returns it. */
    public <R> KeyedStream<R> mapWithKey(
            final String id, final Codec<R> codec, final BiFunction<? super Key, ? super T, ? extends R> function) {
        return behind(byKey.mapWithKey(id, codec, function));
    }

    /**
     * Whatever logic of the user's own makes of the items of each key, of time that passes, and of the end of input.
     *
     * @param state what is kept for each key, until the logic discards it
     * @param type  what is made
     */
    public <S, R, W extends R> KeyedStream<R> stateful(
            final String id,
            final ItemType<? super S, S> state,
            final ItemType<R, W> type,
            final StatefulLogic<? super S, ? super T, R, W> logic) {
        return behind(byKey.stateful(id, state, type, logic));
    }

    /**
     * Whatever logic of the user's own makes of the items of each key, of time that passes, and of the end of input.
     *
     * @param state what is kept for each key, until the logic discards it
     * @param codec type of what is made, by returning it
     */
    public <S, R> KeyedStream<R> stateful(
            final String id,
            final ItemType<? super S, S> state,
            final Codec<R> codec,
            final StatefulLogic<? super S, ? super T, R, ?> logic) {
        return behind(byKey.stateful(id, state, codec, logic));
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
        return behind(byKey.statefulMap(id, state, type, mapper));
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
        return behind(byKey.statefulMap(id, state, codec, mapper));
    }

    /**
     * Any number of items of each item and of what is known of its key, by filling a reused one: makes no garbage.
     *
     * @param state what is kept for each key
     * @param type  what is made
     */
    public <S, R, W extends R> KeyedStream<R> statefulFlatMap(
            final String id,
            final ItemType<? super S, S> state,
            final ItemType<R, W> type,
            final StatefulFlatFiller<? super S, ? super T, R, ? super W> mapper) {
        return behind(byKey.statefulFlatMap(id, state, type, mapper));
    }

    /**
     * Any number of items of each item and of what is known of its key.
     *
     * @param state what is kept for each key
     * @param codec type of what is made
     */
    public <S, R> KeyedStream<R> statefulFlatMap(
            final String id,
            final ItemType<? super S, S> state,
            final Codec<R> codec,
            final StatefulFlatMapper<? super S, ? super T, R> mapper) {
        return behind(byKey.statefulFlatMap(id, state, codec, mapper));
    }

    /**
     * What the items of each key are folded into, after each of them.
     *
     * @param type   what they are folded into
     * @param folder adds an item
     */
    public <R, W extends R> KeyedStream<R> runningFold(
            final String id, final ItemType<R, W> type, final BiConsumer<? super W, ? super T> folder) {
        return behind(byKey.runningFold(id, "runningFold", type, folder));
    }

    /**
     * What the items of each key are made into, after each of them; the first is what it is.
     *
     * @param reducer gets what there is so far and an item, and gives one of them or another; it may change the first
     *                if the type is one that can be filled
     */
    public KeyedStream<T> runningReduce(final String id, final BinaryOperator<T> reducer) {
        return behind(byKey.runningReduce(id, "runningReduce", reducer));
    }

    /** How many items each key has had, after each of them. */
    public KeyedStream<Count> runningCount(final String id) {
        return behind(byKey.runningCount(id));
    }

    /** The least item that each key has had, after each of them; of equal ones the first. */
    public KeyedStream<T> runningMin(final String id, final Comparator<? super T> order) {
        return behind(byKey.runningReduce(id, "runningMin", KeyedSteps.least(order)));
    }

    /** The greatest item that each key has had, after each of them; of equal ones the first. */
    public KeyedStream<T> runningMax(final String id, final Comparator<? super T> order) {
        return behind(byKey.runningReduce(id, "runningMax", KeyedSteps.greatest(order)));
    }

    /**
     * What the items of each key are folded into, at the end of input, by key.
     *
     * @param type   what they are folded into
     * @param folder adds an item
     */
    public <R, W extends R> KeyedStream<R> foldFinal(
            final String id, final ItemType<R, W> type, final BiConsumer<? super W, ? super T> folder) {
        return behind(byKey.foldFinal(id, "foldFinal", type, folder));
    }

    /**
     * What the items of each key are made into, at the end of input, by key; the first is what it is.
     *
     * @param reducer as in {@link #runningReduce}
     */
    public KeyedStream<T> reduceFinal(final String id, final BinaryOperator<T> reducer) {
        return behind(byKey.reduceFinal(id, "reduceFinal", reducer));
    }

    /** How many items each key has had, at the end of input, by key. */
    public KeyedStream<Count> countFinal(final String id) {
        return behind(byKey.countFinal(id));
    }

    /** The least item that each key has had, at the end of input, by key; of equal ones the first. */
    public KeyedStream<T> minFinal(final String id, final Comparator<? super T> order) {
        return behind(byKey.reduceFinal(id, "minFinal", KeyedSteps.least(order)));
    }

    /** The greatest item that each key has had, at the end of input, by key; of equal ones the first. */
    public KeyedStream<T> maxFinal(final String id, final Comparator<? super T> order) {
        return behind(byKey.reduceFinal(id, "maxFinal", KeyedSteps.greatest(order)));
    }

    /**
     * Items of each key together, never none; what is left at the end of input, by key.
     *
     * @param collect when they are given; the key then begins anew
     */
    public KeyedStream<Items<T>> collect(final String id, final Collect collect) {
        return behind(byKey.collect(id, collect));
    }

    /**
     * Only the first of the items of a key that are the same.
     *
     * @param identity of an item; items of a key with the same one are the same
     * @param remember for how long, from when an item was passed on, others that are the same are dropped
     */
    public KeyedStream<T> deduplicate(
            final String id, final ToLongFunction<? super T> identity, final Duration remember) {
        return behind(byKey.deduplicate(id, identity, remember));
    }

    /**
     * Items in the order of their times, key by key; at the same time in the order in which they came. An item waits
     * until the watermark has reached its time; what comes when that has happened is late.
     *
     * @param clock what time an item belongs to, and how long to wait for late ones
     */
    public Sorted<KeyedStream<T>, KeyedStream<Late<T>>> sort(final String id, final EventClock<? super T> clock) {
        final List<Wire> wires = steps.sort(id, clock, Scope.KEY);
        return new Sorted<>(behind(wires.get(0)), behind(wires.get(1)));
    }

    /**
     * Cuts the stream of each key into windows.
     *
     * @param clock  what time an item belongs to, and how long to wait for late ones
     * @param window how time is cut
     */
    public Windowing<T> window(final String id, final Clock<? super T> clock, final Windower window) {
        @SuppressWarnings("unchecked") // the codec of a stream is that of its items
        final Codec<T> codec = (Codec<T>) wire.codec();
        Objects.requireNonNull(clock, "clock");
        Objects.requireNonNull(window, "window");
        return new Windowing<>(this, id, clock, window, WindowSettings.plain(codec));
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

    /** Cuts the stream of each key into windows of a number of items each, as they come. */
    public Windowing<T> window(final String id, final CountWindow window) {
        return window(id, new SystemClock<>(), window);
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
        Objects.requireNonNull(fill, "fill");
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
        Objects.requireNonNull(function, "function");
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

    private <R> KeyedStream<R> behind(final Wire other) {
        return new KeyedStream<>(graph, other);
    }
}
