package io.millrace.engine.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which steps of a graph stand inside a guard: a step that takes what they fail on, and gives it by its last output. It
 * stands before them, and guards may stand inside guards; the innermost takes a failure.
 *
 * <p>Thread: one, while a flow is defined. Allocation: while building. Deterministic: yes.
 */
public final class Guards {
    private final Deque<Step> open = new ArrayDeque<>();
    private final List<Step> all = new ArrayList<>();
    private final Map<Integer, Step> byPlace = new HashMap<>();
    private final List<Step> inside = new ArrayList<>();

    Guards() {}

    /** A step was added to the graph. */
    void added(final Step step) {
        if (!open.isEmpty()) {
            byPlace.put(step.place(), open.peek());
            inside.add(step);
        }
    }

    /** Steps that are added from now on stand inside a guard. */
    public void enter(final Step guard) {
        all.add(guard);
        open.push(guard);
    }

    /**
     * Leaves the guard that was entered last.
     *
     * @throws FlowException if one of the steps inside it runs on another thread
     */
    public void leave() {
        final Step guard = open.pop();
        for (final Step step : inside) {
            if (step.place() > guard.place()
                    && !step.inputs().isEmpty()
                    && !step.group().equals(guard.group())) {
                throw new FlowException(
                        step + " runs on the thread '" + step.group().name() + "', the guard '"
                                + guard.id() + "' that it stands in on '"
                                + guard.group().name()
                                + "': a failure can't cross threads. Put the change of threads before or behind the guard");
            }
        }
    }

    /**
     * The guard that takes what a step fails on, or null. A step without outputs is the end of a stream, such as a sink: that
     * it fails says nothing of its items.
     */
    public Step of(final Step step) {
        return step.outputs().isEmpty() ? null : byPlace.get(step.place());
    }

    /** What fails must go somewhere: to lose it silently is worse than to stop. */
    void requireTaken(final List<Step> steps) {
        for (final Step guard : all) {
            final int failed = guard.outputs().size() - 1;
            if (steps.stream()
                    .flatMap(step -> step.inputs().stream())
                    .noneMatch(wire -> wire.step().place() == guard.place() && wire.output() == failed)) {
                throw new FlowException("what fails in the guard '" + guard.id()
                        + "' goes nowhere, and would be lost without a word: give its failed() an output");
            }
        }
    }
}
