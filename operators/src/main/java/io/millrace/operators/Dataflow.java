package io.millrace.operators;

import io.millrace.engine.graph.Graph;
import io.millrace.engine.graph.Wire;
import io.millrace.engine.item.Codec;
import io.millrace.engine.spi.Origin;
import io.millrace.operators.join.JoinMode;
import io.millrace.operators.join.JoinRow;
import io.millrace.operators.join.JoinSide;
import io.millrace.operators.join.WindowJoin;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the definition of a flow begins.
 *
 * <p>Thread: one. Allocation: while building. Deterministic: a definition must build the same steps each time.
 */
public final class Dataflow {
    private final Graph graph;

    Dataflow(final Graph graph) {
        this.graph = graph;
    }

    /**
     * A stream of what a source gives.
     *
     * @param id     name of the step; stands in the journal's head
     * @param origin the source and which of its streams
     */
    public <T> Stream<T> input(final String id, final Origin<T> origin) {
        return new Stream<>(graph, graph.input(id, origin));
    }

    /**
     * A stream of commands from outside: parameters, switches. They are journaled like any input.
     *
     * @param codec how commands are encoded
     */
    public <T> Stream<T> commands(final String id, final Codec<T> codec) {
        return new Stream<>(graph, graph.input(id, new Origin<>(null, id, codec, null)));
    }

    /** One stream of the items of several, in the order of their effects. */
    @SafeVarargs
    public final <T> Stream<T> merge(final String id, final Stream<? extends T>... streams) {
        final List<Wire> wires = new ArrayList<>();
        for (final Stream<? extends T> stream : streams) {
            wires.add(stream.wire);
        }
        return new Stream<>(graph, graph.merge(id, wires));
    }

    /** One keyed stream of the items of several, whose keys must be of one kind. */
    @SafeVarargs
    public final <T> KeyedStream<T> merge(final String id, final KeyedStream<? extends T>... streams) {
        final List<Wire> wires = new ArrayList<>();
        for (final KeyedStream<? extends T> stream : streams) {
            wires.add(stream.wire);
        }
        return new KeyedStream<>(graph, graph.merge(id, wires));
    }

    /**
     * Joins streams by key: gives rows of the items that the mode keeps.
     *
     * @param sides whose keys must be of one kind
     */
    public KeyedStream<JoinRow> join(final String id, final JoinMode mode, final KeyedStream<?>... sides) {
        return Joins.rows(id, mode, List.of(sides));
    }

    /**
     * Joins streams by key, each window by itself: like {@link #join}, where the end of the window stands for the end of
     * input, and only windows forget their values. Rows know their window.
     *
     * <p>The step is made of two, {@code id.sides} and {@code id.rows}. Late items are rows in which one side has an item.
     *
     * @param join  windows and mode
     * @param sides streams and the times of their items; their keys must be of one kind
     */
    public Windowed<JoinRow, JoinRow> joinWindow(final String id, final WindowJoin join, final JoinSide<?>... sides) {
        return Joins.windows(id, join, List.of(sides));
    }
}
