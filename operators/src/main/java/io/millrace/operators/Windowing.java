package io.millrace.operators;

import io.millrace.engine.graph.KeyKind;
import io.millrace.engine.graph.OperatorSpec;
import io.millrace.engine.graph.Output;
import io.millrace.engine.graph.Scope;
import io.millrace.engine.graph.Wire;
import io.millrace.engine.item.ItemType;
import io.millrace.operators.window.Clock;
import io.millrace.operators.window.TumblingFoldOp;
import io.millrace.operators.window.TumblingWindow;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * A stream cut into windows, about which it is still to be said what happens in them.
 *
 * @param <T> type of the items
 */
public final class Windowing<T> {
    private final KeyedStream<T> stream;
    private final String id;
    private final Clock<? super T> clock;
    private final TumblingWindow window;

    Windowing(final KeyedStream<T> stream, final String id, final Clock<? super T> clock, final TumblingWindow window) {
        this.stream = stream;
        this.id = id;
        this.clock = clock;
        this.window = window;
    }

    /**
     * Folds the items of each window into one.
     *
     * @param type   what they are folded into; if it is a {@link io.millrace.operators.window.WindowItemType}, it is told
     *               the bounds of its window
     * @param folder adds an item
     */
    public <R, W extends R> Windowed<T, R> fold(
            final ItemType<R, W> type, final BiConsumer<? super W, ? super T> folder) {
        final Wire wire = stream.wire;
        final KeyKind keys = wire.keys();
        final List<Wire> wires = stream.graph.add(
                id,
                "window",
                OperatorSpec.of(TumblingFoldOp.class, Scope.KEY, clock, window, type, folder),
                wire,
                false,
                new Output("closed", type, keys, true),
                new Output("late", wire.codec(), keys, true));
        return new Windowed<>(
                new KeyedStream<>(stream.graph, wires.get(0)), new KeyedStream<>(stream.graph, wires.get(1)));
    }
}
