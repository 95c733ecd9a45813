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
import io.millrace.engine.spi.SinkFactory;
import io.millrace.operators.op.AssertEmptyOp;
import io.millrace.operators.op.BranchOp;
import io.millrace.operators.op.FillOp;
import io.millrace.operators.op.FilterFillOp;
import io.millrace.operators.op.FilterMapOp;
import io.millrace.operators.op.FilterOp;
import io.millrace.operators.op.FlatFillOp;
import io.millrace.operators.op.FlatMapOp;
import io.millrace.operators.op.FlattenOp;
import io.millrace.operators.op.GuardOp;
import io.millrace.operators.op.InspectDebugOp;
import io.millrace.operators.op.InspectOp;
import io.millrace.operators.op.MapOp;
import io.millrace.operators.op.OutputOp;
import io.millrace.operators.op.SortOp;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.KeyTime;
import io.millrace.operators.window.Late;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Adds steps behind a wire: those that streams with and without keys have in common.
 *
 * @param graph what they are added to
 * @param wire  where their items come from
 */
record Steps(Graph graph, Wire wire) {

    Wire map(final String id, final ItemType<?, ?> type, final BiConsumer<?, ?> fill) {
        return item(id, "map", type, FillOp.class, type, fill);
    }

    Wire map(final String id, final Codec<?> codec, final Function<?, ?> function) {
        return item(id, "map", codec, MapOp.class, function);
    }

    Wire filter(final String id, final Predicate<?> predicate) {
        return item(id, "filter", wire.codec(), FilterOp.class, predicate);
    }

    Wire filterMap(final String id, final ItemType<?, ?> type, final BiPredicate<?, ?> fill) {
        return item(id, "filterMap", type, FilterFillOp.class, type, fill);
    }

    Wire filterMap(final String id, final Codec<?> codec, final Function<?, ?> function) {
        return item(id, "filterMap", codec, FilterMapOp.class, function);
    }

    Wire flatMap(final String id, final ItemType<?, ?> type, final FlatMapper<?, ?, ?> mapper) {
        return item(id, "flatMap", type, FlatFillOp.class, type, mapper);
    }

    Wire flatMap(final String id, final Codec<?> codec, final BiConsumer<?, ?> mapper) {
        return item(id, "flatMap", codec, FlatMapOp.class, mapper);
    }

    Wire flatten(final String id, final Codec<?> codec, final Function<?, ?> parts) {
        return item(id, "flatten", codec, FlattenOp.class, parts);
    }

    List<Wire> branch(final String id, final Predicate<?> predicate) {
        return graph.add(
                id,
                "branch",
                OperatorSpec.of(BranchOp.class, Scope.ITEM, predicate),
                wire,
                false,
                Output.like("matched", wire, wire.codec()),
                Output.like("unmatched", wire, wire.codec()));
    }

    Wire inspect(final String id, final Consumer<?> inspector) {
        return shown(id, "inspect", OperatorSpec.of(InspectOp.class, Scope.ITEM, inspector));
    }

    Wire inspectDebug(final String id, final DebugInspector<?> inspector) {
        return shown(id, "inspectDebug", OperatorSpec.of(InspectDebugOp.class, Scope.ITEM, inspector));
    }

    void assertEmpty(final String id) {
        graph.add(id, "assertEmpty", OperatorSpec.of(AssertEmptyOp.class, Scope.ITEM), wire, true);
    }

    void output(final String id, final SinkFactory<?> sink) {
        graph.add(id, "output", OperatorSpec.of(OutputOp.class, Scope.STREAM, sink), wire, true);
    }

    Wire operator(final String id, final OperatorSpec operator, final Codec<?> codec) {
        return add(id, operator.operator().getSimpleName(), operator, codec);
    }

    Wire keyed(final String id, final String kind, final KeyKind keys, final OperatorSpec spec) {
        return graph.add(id, kind, spec, wire, false, new Output(Output.ALONE, wire.codec(), keys, false))
                .get(0);
    }

    List<Wire> sort(final String id, final EventClock<?> clock, final Scope scope) {
        Objects.requireNonNull(clock, "clock");
        final Codec<?> codec = typeKeptBy("sort", id);
        return graph.add(
                id,
                "sort",
                OperatorSpec.of(SortOp.class, scope, codec, KeyTime.of(clock)),
                wire,
                false,
                Output.like("sorted", wire, codec),
                Output.like("late", wire, Late.typeOf(codec)));
    }

    /** Builds a part of the flow whose steps' ids get a name in front. */
    <R> R within(final String id, final Supplier<R> part) {
        graph.enterScope(id);
        try {
            return part.get();
        } finally {
            graph.leaveScope();
        }
    }

    /**
     * A part of the flow whose failures are items.
     *
     * @param inner the stream that the part is given, of a wire
     */
    <S, P> Guarded<P> guard(
            final String id, final Function<Wire, S> inner, final Function<? super S, ? extends P> part) {
        return within(id, () -> {
            final List<Wire> wires = graph.add(
                    "guard",
                    "guard",
                    OperatorSpec.of(GuardOp.class, Scope.ITEM),
                    wire,
                    false,
                    Output.like("guarded", wire, wire.codec()),
                    new Output("failed", DeadLetter.TYPE, KeyKind.NONE, false));
            graph.guards().enter(wires.get(0).step());
            final P passed = part.apply(inner.apply(wires.get(0)));
            graph.guards().leave();
            return new Guarded<>(passed, new Stream<>(graph, wires.get(1)));
        });
    }

    /** A step with one output that keeps the keys. */
    Wire add(final String id, final String kind, final OperatorSpec spec, final Codec<?> codec) {
        return graph.add(id, kind, spec, wire, false, Output.like(wire, codec)).get(0);
    }

    /** Type of the items, for a step that keeps some of them. */
    Codec<?> typeKeptBy(final String kind, final String id) {
        if (wire.codec() == null) {
            throw new FlowException(
                    kind + " '" + id + "' keeps its items, but they have no type: " + wire.typeRemedy());
        }
        return wire.codec();
    }

    private Wire item(
            final String id, final String kind, final Codec<?> codec, final Class<?> operator, final Object... config) {
        return add(id, kind, OperatorSpec.of(operator, Scope.ITEM, config), codec);
    }

    private Wire shown(final String id, final String kind, final OperatorSpec spec) {
        return graph.add(id, kind, spec, wire, true, Output.like(wire, wire.codec()))
                .get(0);
    }
}
