package io.millrace.engine.graph;

import java.util.List;

/**
 * A step of a flow.
 *
 * @param id      name that the user gave it; unique in the flow
 * @param place   index in the order of declaration, which is the order in which timers of the same time fire
 * @param kind    what it does in a word, such as {@code filter}
 * @param spec    its operator, or null if it only passes items on ({@code input}, {@code merge})
 * @param input   input of the flow whose records it takes, or null
 * @param inputs  wires that lead to it
 * @param outputs what comes out of it
 * @param group   where it runs
 * @param outlet  whether items leave the flow here
 */
public record Step(
        String id,
        int place,
        String kind,
        OperatorSpec spec,
        FlowInput input,
        List<Wire> inputs,
        List<Output> outputs,
        Group group,
        boolean outlet) {

    Step in(final Group other) {
        return new Step(id, place, kind, spec, input, inputs, outputs, other, outlet);
    }

    @Override
    public String toString() {
        return kind + " '" + id + "'";
    }
}
