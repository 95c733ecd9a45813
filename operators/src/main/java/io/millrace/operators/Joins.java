package io.millrace.operators;

import io.millrace.engine.graph.FlowException;
import io.millrace.engine.graph.Graph;
import io.millrace.engine.graph.OperatorSpec;
import io.millrace.engine.graph.Output;
import io.millrace.engine.graph.Scope;
import io.millrace.engine.graph.Wire;
import io.millrace.engine.item.Codec;
import io.millrace.engine.item.ItemType;
import io.millrace.operators.join.AsOf;
import io.millrace.operators.join.AsOfJoined;
import io.millrace.operators.join.AsOfOp;
import io.millrace.operators.join.Interval;
import io.millrace.operators.join.IntervalJoined;
import io.millrace.operators.join.IntervalOp;
import io.millrace.operators.join.JoinFill;
import io.millrace.operators.join.JoinLogic;
import io.millrace.operators.join.JoinMode;
import io.millrace.operators.join.JoinOp;
import io.millrace.operators.join.JoinRow;
import io.millrace.operators.join.JoinRowCodec;
import io.millrace.operators.join.JoinSide;
import io.millrace.operators.join.RowForm;
import io.millrace.operators.join.SideTimes;
import io.millrace.operators.join.SidesOp;
import io.millrace.operators.join.WindowJoin;
import io.millrace.operators.window.Clock;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.Late;
import io.millrace.operators.window.SystemClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;

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

    /** As-of join of two sides. */
    static <L, U, R> AsOfJoined<L, R> asOf(
            final String id,
            final KeyedStream<L> left,
            final KeyedStream<U> right,
            final AsOf<? super L, ? super U> asOf,
            final RowForm<R> form) {
        Objects.requireNonNull(asOf, "asOf");
        final JoinRowCodec codec = rowCodec("asOfJoin", id, List.of(left, right));
        final Codec<L> leftCodec = codecOf(left);
        final List<Wire> wires = left.graph.add(
                id,
                "asOfJoin",
                OperatorSpec.of(AsOfOp.class, Scope.KEY, asOf, codec, form),
                List.of(left.wire, right.wire),
                false,
                Output.like("matched", left.wire, form.codec()),
                Output.like("unmatched", left.wire, leftCodec),
                Output.like("late", left.wire, Late.typeOf(leftCodec)));
        return new AsOfJoined<>(
                new KeyedStream<>(left.graph, wires.get(0)),
                new KeyedStream<>(left.graph, wires.get(1)),
                new KeyedStream<>(left.graph, wires.get(2)));
    }

    /** Interval join of two sides. */
    static <L, U, R> IntervalJoined<L, U, R> interval(
            final String id,
            final KeyedStream<L> left,
            final KeyedStream<U> right,
            final Interval<? super L, ? super U> interval,
            final RowForm<R> form) {
        final JoinRowCodec codec = rowCodec("intervalJoin", id, List.of(left, right));
        final List<Wire> wires = left.graph.add(
                id,
                "intervalJoin",
                OperatorSpec.of(IntervalOp.class, Scope.KEY, interval.checked(), codec, form),
                List.of(left.wire, right.wire),
                false,
                Output.like("matched", left.wire, form.codec()),
                Output.like("lateLeft", left.wire, Late.typeOf(codecOf(left))),
                Output.like("lateRight", left.wire, Late.typeOf(codecOf(right))));
        return new IntervalJoined<>(
                new KeyedStream<>(left.graph, wires.get(0)),
                new KeyedStream<>(left.graph, wires.get(1)),
                new KeyedStream<>(left.graph, wires.get(2)));
    }

    /**
     * Rows of all sides in windows, in two steps: one that merges the sides, one that has the windows.
     *
     * @param join what is joined and when
     */
    static Windowed<JoinRow, JoinRow> windows(final String id, final WindowJoin join, final List<JoinSide<?>> sides) {
        final List<KeyedStream<?>> streams = new ArrayList<>();
        for (final JoinSide<?> side : sides) {
            streams.add(side.stream());
        }
        final List<Codec<?>> codecs = codecs("joinWindow", id, streams);
        requireSameKeys(id, streams);
        final Clock<JoinRow> clock = clock(id, join, sides);
        final Graph graph = streams.get(0).graph;
        graph.enterScope(id);
        try {
            final JoinRowCodec ofSides = new JoinRowCodec(codecs, false);
            final OperatorSpec spec = OperatorSpec.of(SidesOp.class, Scope.ITEM, ofSides);
            final List<Wire> wires = wires(streams);
            final Wire merged = graph.add("sides", "sides", spec, wires, false, Output.like(wires.get(0), ofSides))
                    .get(0);
            final Windowing<JoinRow> windowing =
                    new KeyedStream<JoinRow>(graph, merged).window("rows", clock, join.windower());
            final JoinRowCodec ofRows = new JoinRowCodec(codecs, true);
            final JoinLogic logic = new JoinLogic(join.mode(), ofRows);
            return (join.ordered() ? windowing.ordered() : windowing).apply(logic.stateType(), ofRows, logic);
        } finally {
            graph.leaveScope();
        }
    }

    /** The graph would name a step that the user does not know. */
    private static void requireSameKeys(final String id, final List<KeyedStream<?>> streams) {
        final Wire first = streams.get(0).wire;
        for (final KeyedStream<?> stream : streams) {
            if (stream.wire.keys() != first.keys()) {
                throw new FlowException(
                        "joinWindow '" + id + "' of streams with different kinds of keys (" + first.keys()
                                + " from " + first.step() + ", " + stream.wire.keys() + " from " + stream.wire.step()
                                + "): key them alike");
            }
        }
    }

    private static Clock<JoinRow> clock(final String id, final WindowJoin join, final List<JoinSide<?>> sides) {
        final List<ToLongFunction<?>> times = new ArrayList<>();
        for (final JoinSide<?> side : sides) {
            if (side.time() != null) {
                times.add(side.time());
            }
        }
        if (times.isEmpty()) {
            return new SystemClock<>();
        }
        if (times.size() < sides.size()) {
            throw new FlowException(
                    "joinWindow '" + id + "' has sides whose items carry their time and sides whose items"
                            + " do not: give all a time, or none");
        }
        return EventClock.<JoinRow>of(new SideTimes(times)).lateness(join.lateness());
    }

    @SuppressWarnings("unchecked") // the wire's codec is that of the stream's items
    private static <T> Codec<T> codecOf(final KeyedStream<T> stream) {
        return (Codec<T>) stream.wire.codec();
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
        return new JoinRowCodec(codecs(kind, id, sides), false);
    }

    /** The types of all sides. */
    private static List<Codec<?>> codecs(final String kind, final String id, final List<KeyedStream<?>> sides) {
        if (sides.isEmpty()) {
            throw new FlowException(kind + " '" + id + "' has no streams: give it at least one");
        }
        final List<Codec<?>> codecs = new ArrayList<>();
        for (final KeyedStream<?> side : sides) {
            final Codec<?> codec = side.wire.codec();
            if (codec == null) {
                throw new FlowException(kind + " '" + id + "' keeps its items, but those of side " + codecs.size()
                        + " have no type: " + side.wire.typeRemedy());
            }
            codecs.add(codec);
        }
        return codecs;
    }
}
