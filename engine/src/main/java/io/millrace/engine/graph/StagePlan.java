package io.millrace.engine.graph;

import java.util.List;

/**
 * The steps between two thread boundaries.
 *
 * @param index place among the stages; senders come before receivers
 * @param group thread, or threads of a parallel group
 * @param steps in the order of their places
 */
public record StagePlan(int index, Group group, List<Step> steps) {

    /** Whether records of inputs are taken here. */
    public boolean readsInput() {
        return steps.stream().anyMatch(step -> step.input() != null);
    }
}
