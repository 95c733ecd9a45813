package io.millrace.engine.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A flow, dealt to stages.
 *
 * @param graph  the flow
 * @param stages senders before receivers
 * @param edges  wires that cross from stage to stage, by id
 */
public record Plan(Graph graph, List<StagePlan> stages, List<Edge> edges) {

    static Plan fused(final Graph graph) {
        return new Plan(graph, List.of(new StagePlan(0, Group.MAIN, graph.steps())), List.of());
    }

    static Plan threaded(final Graph graph, final List<Group> groups) {
        final Map<Group, List<Step>> byGroup = new LinkedHashMap<>();
        for (final Step step : graph.steps()) {
            final Group group = groups.get(step.place());
            byGroup.computeIfAbsent(group, g -> new ArrayList<>()).add(step.in(group));
        }
        final List<StagePlan> stages = sort(byGroup, groups);
        final List<Edge> edges = new ArrayList<>();
        for (final StagePlan to : stages) {
            for (final Step user : to.steps()) {
                for (int input = 0; input < user.inputs().size(); input++) {
                    final Wire wire = user.inputs().get(input);
                    final StagePlan from =
                            stageOf(stages, groups.get(wire.step().place()));
                    if (from.index() != to.index()) {
                        requireCodec(wire, user);
                        edges.add(new Edge(edges.size(), wire, from, to, new Use(user.place(), input)));
                    }
                }
            }
        }
        return new Plan(graph, stages, edges);
    }

    private static void requireCodec(final Wire wire, final Step user) {
        if (wire.codec() == null) {
            throw new FlowException("the stream of " + wire.step() + " crosses to the thread of " + user
                    + ", but its items have no type: " + wire.typeRemedy());
        }
    }

    private static List<StagePlan> sort(final Map<Group, List<Step>> byGroup, final List<Group> groups) {
        final List<StagePlan> sorted = new ArrayList<>();
        final Map<Group, List<Step>> left = new LinkedHashMap<>(byGroup);
        while (!left.isEmpty()) {
            for (final Group group : List.copyOf(left.keySet())) {
                final boolean ready = left.get(group).stream()
                        .flatMap(step -> step.inputs().stream())
                        .map(wire -> groups.get(wire.step().place()))
                        .allMatch(from -> from.equals(group) || !left.containsKey(from));
                if (ready) {
                    sorted.add(new StagePlan(sorted.size(), group, List.copyOf(left.remove(group))));
                }
            }
        }
        return sorted;
    }

    private static StagePlan stageOf(final List<StagePlan> stages, final Group group) {
        return stages.stream()
                .filter(stage -> stage.group().equals(group))
                .findFirst()
                .orElseThrow();
    }

    /** Where an output of a step leads, in the order of declaration. */
    public List<Use> uses(final Step step, final int output) {
        final List<Use> uses = new ArrayList<>();
        for (final Step user : graph.steps()) {
            for (int input = 0; input < user.inputs().size(); input++) {
                final Wire wire = user.inputs().get(input);
                if (wire.step().place() == step.place() && wire.output() == output) {
                    uses.add(new Use(user.place(), input));
                }
            }
        }
        return uses;
    }

    /** The wire that leads to this use. */
    public Wire wire(final Use use) {
        return graph.steps().get(use.place()).inputs().get(use.input());
    }

    /** The edge that leads to this use, or null if it does not cross. */
    public Edge edge(final Use use) {
        return edges.stream().filter(edge -> edge.use().equals(use)).findFirst().orElse(null);
    }
}
