package io.millrace.engine.graph;

import io.millrace.engine.item.Codec;
import io.millrace.engine.item.Codecs;
import io.millrace.engine.spi.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Flows to draw. */
final class DrawnFlows {
    /** That of {@link #wide}'s step {@code sum}. */
    static final Map<String, String> OBSTACLES = Map.of(SumOp.class.getName(), "it has the static field \"n\"");

    private static final Codec<Long> LONGS = Codecs.INT64;
    private static final Origin<Long> ORIGIN = new Origin<>(null, "ticks", LONGS, null);

    /** Stand for operators; a drawing only shows their names. */
    private static final class FilterOp {}

    private static final class KeyOp {}

    private static final class BranchOp {}

    static final class SumOp {}

    private static final class OutputOp {}

    private DrawnFlows() {}

    private static OperatorSpec spec(final Class<?> operator, final Scope scope) {
        return OperatorSpec.of(operator, scope);
    }

    private static Wire step(final Graph graph, final String id, final String kind, final Class<?> op, final Wire in) {
        return graph.add(id, kind, spec(op, Scope.ITEM), in, false, Output.like(in, in.codec()))
                .get(0);
    }

    /** An input, a filter and an output. */
    static Graph linear(final String flow, final String input, final String step, final String output) {
        final Graph graph = new Graph(flow);
        final Wire kept = step(graph, step, "filter", FilterOp.class, graph.input(input, ORIGIN));
        graph.add(output, "output", spec(OutputOp.class, Scope.STREAM), kept, true);
        return graph;
    }

    /** Branch, key, parts, merge and a thread. */
    static Graph wide() {
        final Graph graph = new Graph("wide");
        final Wire ticks = graph.input("ticks", ORIGIN);
        final Wire keyed = graph.add(
                        "key",
                        "keyBy",
                        spec(KeyOp.class, Scope.ITEM),
                        ticks,
                        false,
                        new Output(Output.ALONE, LONGS, KeyKind.LONG, false))
                .get(0);
        final Wire dealt = keyed.on(graph.parallel("key-parts", 2));
        final List<Wire> sides = graph.add(
                "side",
                "branch",
                spec(BranchOp.class, Scope.ITEM),
                dealt,
                false,
                Output.like("even", dealt, LONGS),
                Output.like("odd", dealt, LONGS));
        final Wire sum = step(graph, "sum", "statefulMap", SumOp.class, sides.get(0));
        final Wire both = graph.merge("both", List.of(sum, sides.get(1)));
        final Wire slow = both.on(graph.thread("slow"));
        graph.add("out", "output", spec(OutputOp.class, Scope.STREAM), slow, true);
        return graph;
    }

    /** Scopes in scopes, on two threads. */
    static Plan nested() {
        final Graph graph = new Graph("nested");
        final Step trades = new Step(
                "trades",
                0,
                "input",
                null,
                new FlowInput(0, "trades", ORIGIN),
                List.of(),
                List.of(Output.ONLY),
                Group.MAIN,
                false);
        final List<Step> steps = new ArrayList<>(List.of(trades));
        final String[] ids = {"bars.minute.key", "bars.minute.fold", "bars.gaps", "bars.minute", "end"};
        for (final String id : ids) {
            final Step last = steps.get(steps.size() - 1);
            final Wire wire = new Wire(last, 0, LONGS, KeyKind.TEXT, Group.MAIN, false);
            steps.add(new Step(
                    id,
                    steps.size(),
                    "map",
                    spec(FilterOp.class, Scope.ITEM),
                    null,
                    List.of(wire),
                    List.of(Output.ONLY),
                    Group.MAIN,
                    false));
        }
        final StagePlan first = new StagePlan(0, Group.MAIN, steps.subList(0, 3));
        final StagePlan second = new StagePlan(1, new Group("slow", 0), steps.subList(3, steps.size()));
        final Edge edge = new Edge(0, steps.get(3).inputs().get(0), first, second, new Use(3, 0));
        return new Plan(graph, List.of(first, second), List.of(edge));
    }

    static String render(final GraphFormat format, final Graph graph) {
        return format.render(graph.plan(false), Map.of());
    }
}
