package io.millrace.operators;

import io.millrace.engine.graph.FlowException;
import io.millrace.engine.graph.OperatorSpec;
import io.millrace.engine.graph.Output;
import io.millrace.engine.graph.Scope;
import io.millrace.engine.graph.Wire;
import io.millrace.engine.item.Codec;
import io.millrace.engine.item.ItemType;
import io.millrace.operators.join.JoinFill;
import io.millrace.operators.join.JoinMode;
import io.millrace.operators.join.JoinOp;
import io.millrace.operators.join.JoinRow;
import io.millrace.operators.join.JoinRowCodec;
import io.millrace.operators.join.RowForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/** Adds joins to a graph: checks that their sides can be kept. */
final class Joins {
    private Joins() {}

    /** Rows of all sides. */
    static KeyedStream<JoinRow> rows(final String id, final JoinMode mode, final List<KeyedStream<?>> sides) {
        final JoinRowCodec codec = rowCodec("join", id, sides);
        return join(id, mode, sides, codec, RowForm.rows(codec));
    }

    /** What is made of the rows of all sides. */
    static <R> KeyedStream<R> join(
            final String id, final JoinMode mode, final List<KeyedStream<?>> sides, final RowForm<R> form) {
        return join(id, mode, sides, rowCodec("join", id, sides), form);
    }

    private static <R> KeyedStream<R> join(
            final String id,
            final JoinMode mode,
            final List<KeyedStream<?>> sides,
            final JoinRowCodec codec,
            final RowForm<R> form) {
        Objects.requireNonNull(mode, "mode");
        final List<Wire> wires = wires(sides);
        final Output output = Output.like(wires.get(0), form.codec());
        final OperatorSpec spec = OperatorSpec.of(JoinOp.class, Scope.KEY, mode, codec, form);
        final KeyedStream<?> first = sides.get(0);
        return new KeyedStream<>(
                first.graph,
                first.graph.add(id, "join", spec, wires, false, output).get(0));
    }

    /** Fills items from rows of two sides. */
    static <L, U, R, W extends R> RowForm<R> filled(
            final ItemType<R, W> type, final JoinFill<? super L, ? super U, ? super W> fill) {
        Objects.requireNonNull(fill, "fill");
        return RowForm.filled(type, (row, out) -> fill.fill(row.get(0), row.get(1), out));
    }

    /** Makes items from rows of two sides. */
    static <L, U, R> RowForm<R> returned(
            final Codec<R> codec, final BiFunction<? super L, ? super U, ? extends R> function) {
        Objects.requireNonNull(function, "function");
        return RowForm.returned(codec, row -> function.apply(row.get(0), row.get(1)));
    }

    private static List<Wire> wires(final List<KeyedStream<?>> sides) {
        final List<Wire> wires = new ArrayList<>();
        for (final KeyedStream<?> side : sides) {
            wires.add(side.wire);
        }
        return wires;
    }

    /** The type of the rows of all sides, each of which has a type of its own. */
    private static JoinRowCodec rowCodec(final String kind, final String id, final List<KeyedStream<?>> sides) {
        if (sides.isEmpty()) {
            throw new FlowException(kind + " '" + id + "' has no streams: give it at least one");
        }
        final List<Codec<?>> codecs = new ArrayList<>();
        for (final KeyedStream<?> side : sides) {
            final Codec<?> codec = side.wire.codec();
            if (codec == null) {
                throw new FlowException(kind + " '" + id + "' keeps its items, but those of side " + codecs.size()
                        + " have no type: give " + side.wire.step() + " a codec or an item type");
            }
            codecs.add(codec);
        }
        return new JoinRowCodec(codecs);
    }
}
