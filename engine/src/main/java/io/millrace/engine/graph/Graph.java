package io.millrace.engine.graph;

import io.millrace.engine.item.Codec;
import io.millrace.engine.spi.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A flow: steps in the order of their declaration. Since a step can only use streams that exist, that order is
 * topological and the graph has no cycle.
 *
 * <p>Thread: built by one. Allocation: while building. Deterministic: yes.
 */
public final class Graph {
    private static final int MAX_INPUTS = 65_535;

    private final String name;
    private final List<Step> steps = new ArrayList<>();
    private final List<FlowInput> inputs = new ArrayList<>();
    private final Map<String, Step> byId = new HashMap<>();
    private final Placement placement = new Placement();

    public Graph(final String name) {
        this.name = requireName("flow", name);
    }

    public String name() {
        return name;
    }

    /** Steps by place. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** Inputs by index. */
    public List<FlowInput> inputs() {
        return List.copyOf(inputs);
    }

    /** Adds an input. */
    public Wire input(final String id, final Origin<?> origin) {
        final Step step = add(id, "input", null, newInput(id, origin), List.of(), 1, Group.MAIN, false);
        return new Wire(step, 0, origin.codec(), KeyKind.NONE, Group.MAIN, false);
    }

    /** Adds a step that passes on the items of several streams, in the order of effects. */
    public Wire merge(final String id, final List<Wire> merged) {
        if (merged.isEmpty()) {
            throw new FlowException("merge '" + id + "' has no streams: give it at least one");
        }
        final Wire first = merged.get(0);
        for (final Wire wire : merged) {
            if (wire.keys() != first.keys()) {
                throw new FlowException("merge '" + id + "' of streams with different kinds of keys (" + first.keys()
                        + " from " + first.step() + ", " + wire.keys() + " from " + wire.step()
                        + "): key them alike or remove the keys with values()");
            }
        }
        final Group group = placement.place(id, Scope.ITEM, merged);
        final Step step = add(id, "merge", null, null, merged, 1, group, false);
        final boolean partitioned = group.isParallel() && merged.stream().allMatch(Wire::partitioned);
        return new Wire(step, 0, sharedCodec(merged), first.keys(), group, partitioned);
    }

    private static Codec<?> sharedCodec(final List<Wire> wires) {
        for (final Wire wire : wires) {
            if (wire.codec() != null) {
                return wire.codec();
            }
        }
        return null;
    }

    /**
     * Adds a step with an operator.
     *
     * @param kind    what it does in a word
     * @param from    the stream that it receives
     * @param outlet  whether items leave the flow here
     * @param outputs what comes out; the operator gets one receiver for each
     * @return a wire for each output
     */
    public List<Wire> add(
            final String id,
            final String kind,
            final OperatorSpec spec,
            final Wire from,
            final boolean outlet,
            final Output... outputs) {
        final Group group = placement.place(id, spec.scope(), List.of(from));
        final Step step = add(id, kind, spec, null, List.of(from), outputs.length, group, outlet);
        return wires(step, from, outputs);
    }

    /** Adds a step that sends requests to a source and gives its answers. */
    public Wire request(final String id, final OperatorSpec spec, final Wire from, final Origin<?> answers) {
        final Group group = placement.place(id, Scope.STREAM, List.of(from));
        final Step step = add(id, "request", spec, newInput(id, answers), List.of(from), 1, group, true);
        return new Wire(step, 0, answers.codec(), KeyKind.NONE, group, false);
    }

    private static List<Wire> wires(final Step step, final Wire from, final Output... outputs) {
        final List<Wire> wires = new ArrayList<>();
        for (final Output output : outputs) {
            final boolean partitioned = step.group().isParallel() && from.partitioned() && output.keepsKey();
            wires.add(new Wire(step, wires.size(), output.codec(), output.keys(), step.group(), partitioned));
        }
        return wires;
    }

    /** The thread of this name; makes it known on first use. */
    public Group thread(final String threadName) {
        return placement.group(requireName("thread", threadName), 0);
    }

    /** The parallel group of this name; makes it known on first use. */
    public Group parallel(final String groupName, final int parts) {
        if (parts < 1) {
            throw new FlowException("parallel '" + groupName + "' with " + parts + " parts: at least 1");
        }
        return placement.group(requireName("parallel", groupName), parts);
    }

    private FlowInput newInput(final String id, final Origin<?> origin) {
        if (inputs.size() == MAX_INPUTS) {
            throw new FlowException("input '" + id + "': a flow has at most " + MAX_INPUTS + " inputs");
        }
        final FlowInput input = new FlowInput(inputs.size(), id, origin);
        inputs.add(input);
        return input;
    }

    @SuppressWarnings("ReferenceEquality") // a step of another flow may look the same
    private Step add(
            final String id,
            final String kind,
            final OperatorSpec spec,
            final FlowInput input,
            final List<Wire> from,
            final int outputs,
            final Group group,
            final boolean outlet) {
        requireName("step", id);
        for (final Wire wire : from) {
            final Step source = wire.step();
            if (source.place() >= steps.size() || steps.get(source.place()) != source) {
                throw new FlowException(
                        kind + " '" + id + "' uses the stream of " + source + ", which belongs to another flow");
            }
        }
        final Step step = new Step(id, steps.size(), kind, spec, input, List.copyOf(from), outputs, group, outlet);
        final Step twin = byId.putIfAbsent(id, step);
        if (twin != null) {
            throw new FlowException("step id '" + id + "' is used twice, by a " + twin.kind() + " and a " + kind
                    + ": ids are what state and metrics hang on, give each step its own");
        }
        steps.add(step);
        return step;
    }

    private static String requireName(final String what, final String name) {
        if (name == null || name.isBlank() || name.contains(".") || name.contains("/")) {
            throw new FlowException(what + " name " + (name == null ? "null" : "'" + name + "'")
                    + ": must have a character that is not a space, and no '.' or '/'");
        }
        return name;
    }

    /**
     * Checks the flow as a whole and deals its steps to stages.
     *
     * @param fused whether one stage runs everything
     */
    public Plan plan(final boolean fused) {
        if (inputs.isEmpty()) {
            throw new FlowException("flow '" + name + "' has no input");
        }
        if (steps.stream().noneMatch(Step::outlet)) {
            throw new FlowException("flow '" + name + "' has no output: add an output or an inspect");
        }
        final Plan threaded = Plan.threaded(this, placement.settle(steps));
        return fused ? Plan.fused(this) : threaded;
    }
}
