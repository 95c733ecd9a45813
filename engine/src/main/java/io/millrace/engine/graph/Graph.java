package io.millrace.engine.graph;

import io.millrace.engine.item.Codec;
import io.millrace.engine.spi.Origin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A flow: steps in the order of their declaration. Since a step can only use streams that exist, that order is
 * topological and the graph has no cycle.
 *
 * <p>Thread: built by one. Allocation: while building. Deterministic: yes.
 */
public final class Graph {
    private static final int MAX_INPUTS = 65_535;
    private static final char SEPARATOR = '.';

    private final String name;
    private final List<Step> steps = new ArrayList<>();
    private final List<FlowInput> inputs = new ArrayList<>();
    private final Map<String, Step> byId = new HashMap<>();
    private final Placement placement = new Placement();
    private final Set<String> scopes = new HashSet<>();
    private final Guards guards = new Guards();
    private String scope = "";

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

    /** Which steps may fail without the flow. */
    public Guards guards() {
        return guards;
    }

    /** Adds an input. */
    public Wire input(final String id, final Origin<?> origin) {
        final Step step = add(
                id, "input", null, newInput(fullId(id), origin), List.of(), List.of(Output.ONLY), Group.MAIN, false);
        return new Wire(step, 0, origin.codec(), KeyKind.NONE, Group.MAIN, false);
    }

    /** Adds a step that passes on the items of several streams, in the order of effects. */
    public Wire merge(final String id, final List<Wire> merged) {
        if (merged.isEmpty()) {
            throw new FlowException("merge '" + id + "' has no streams: give it at least one");
        }
        final Wire first = merged.get(0);
        requireSameKeys("merge '" + id + "'", merged);
        final Group group = placement.place(fullId(id), Scope.ITEM, merged);
        final Step step = add(id, "merge", null, null, merged, List.of(Output.ONLY), group, false);
        final boolean partitioned = group.isParallel() && merged.stream().allMatch(Wire::partitioned);
        return new Wire(step, 0, sharedCodec(merged), first.keys(), group, partitioned);
    }

    private static void requireSameKeys(final String step, final List<Wire> wires) {
        final Wire first = wires.get(0);
        for (final Wire wire : wires) {
            if (wire.keys() != first.keys()) {
                throw new FlowException(step + " of streams with different kinds of keys (" + first.keys() + " from "
                        + first.step() + ", " + wire.keys() + " from " + wire.step()
                        + "): key them alike or remove the keys with values()");
            }
        }
    }

    /** The type that all have, or null. */
    private static Codec<?> sharedCodec(final List<Wire> wires) {
        final Codec<?> shared = wires.get(0).codec();
        for (final Wire wire : wires) {
            if (shared == null || wire.codec() == null || !isSameType(shared, wire.codec())) {
                return null;
            }
        }
        return shared;
    }

    private static boolean isSameType(final Codec<?> one, final Codec<?> other) {
        return one.name().equals(other.name()) && one.version() == other.version();
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
        return add(id, kind, spec, List.of(from), outlet, outputs);
    }

    /**
     * Adds a step with an operator of several inputs, a {@link io.millrace.engine.stage.MultiReceiver}; their keys are of
     * one kind.
     *
     * @param from the streams that it receives; their order is that of the sides
     */
    public List<Wire> add(
            final String id,
            final String kind,
            final OperatorSpec spec,
            final List<Wire> from,
            final boolean outlet,
            final Output... outputs) {
        if (from.isEmpty()) {
            throw new FlowException(kind + " '" + id + "' has no streams: give it at least one");
        }
        requireArguments(kind + " '" + fullId(id) + "'", spec);
        requireSameKeys(kind + " '" + id + "'", from);
        final Group group = placement.place(fullId(id), spec.scope(), from);
        final Step step = add(id, kind, spec, null, from, List.of(outputs), group, outlet);
        return wires(step, from);
    }

    /**
     * Adds a step that sends requests to a source. Its operator is an {@link io.millrace.engine.stage.InputPort} too, which
     * takes the records of the answers.
     *
     * @param answers what the step gets an input of its own for
     * @return a wire for each output
     */
    public List<Wire> request(
            final String id,
            final String kind,
            final OperatorSpec spec,
            final Wire from,
            final Origin<?> answers,
            final Output... outputs) {
        requireArguments(kind + " '" + fullId(id) + "'", spec);
        final List<Wire> wires = List.of(from);
        final Group group = placement.place(fullId(id), Scope.STREAM, wires);
        final FlowInput input = newInput(fullId(id), answers);
        return wires(add(id, kind, spec, input, wires, List.of(outputs), group, true), wires);
    }

    private static void requireArguments(final String step, final OperatorSpec spec) {
        final int missing = spec.config().indexOf(null);
        if (missing >= 0) {
            throw new NullPointerException(step + " is given null as its " + spec.typeOf(missing));
        }
    }

    private static List<Wire> wires(final Step step, final List<Wire> from) {
        final boolean dealt = step.group().isParallel() && from.stream().allMatch(Wire::partitioned);
        final List<Wire> wires = new ArrayList<>();
        for (final Output output : step.outputs()) {
            final boolean partitioned = dealt && output.keepsKey();
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
        return group(requireName("parallel", groupName), parts);
    }

    /** The parallel group of the keys that a step gives. */
    public Group parallel(final Step keyedBy, final int parts) {
        return group(keyedBy.id() + "-parts", parts);
    }

    private Group group(final String groupName, final int parts) {
        if (parts < 1) {
            throw new FlowException("parallel '" + groupName + "' with " + parts + " parts: at least 1");
        }
        return placement.group(groupName, parts);
    }

    /**
     * Opens a scope: until it is left, ids of steps get its name and a dot in front.
     *
     * @param id name of the scope, unique among the steps beside it
     */
    public void enterScope(final String id) {
        requireName("step", id);
        final String fullId = fullId(id);
        if (!scopes.add(fullId) || byId.containsKey(fullId)) {
            throw usedTwice(fullId);
        }
        scope = fullId;
    }

    /** Leaves the scope that was opened last. */
    public void leaveScope() {
        scope = scope.substring(0, Math.max(0, scope.lastIndexOf(SEPARATOR)));
    }

    private static FlowException usedTwice(final String id) {
        return new FlowException("step id '" + id + "' is used twice: give each step its own");
    }

    private String fullId(final String id) {
        return scope.isEmpty() ? id : scope + SEPARATOR + id;
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
            final List<Output> outputs,
            final Group group,
            final boolean outlet) {
        requireName("step", id);
        final String fullId = fullId(id);
        for (final Wire wire : from) {
            final Step source = wire.step();
            if (source.place() >= steps.size() || steps.get(source.place()) != source) {
                throw new FlowException(
                        kind + " '" + fullId + "' uses the stream of " + source + ", which belongs to another flow");
            }
        }
        final Step step = new Step(fullId, steps.size(), kind, spec, input, List.copyOf(from), outputs, group, outlet);
        if (scopes.contains(fullId)) {
            throw usedTwice(fullId);
        }
        final Step twin = byId.putIfAbsent(fullId, step);
        if (twin != null) {
            throw new FlowException("step id '" + fullId + "' is used twice, by a " + twin.kind() + " and a " + kind
                    + ": ids are what state and metrics hang on, give each step its own");
        }
        steps.add(step);
        guards.added(step);
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
        guards.requireTaken(steps);
        final Plan threaded = Plan.threaded(this, placement.settle(steps));
        return fused ? Plan.fused(this) : threaded;
    }
}
