package io.millrace.operators;

import io.millrace.engine.graph.Graph;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A flow: its name and the function that defines it. The function is called once for each copy of the flow and must build
 * the same steps each time.
 *
 * @param name       stands in the journal
 * @param definition builds the steps
 */
public record Flow(String name, Consumer<Dataflow> definition) implements Supplier<Graph> {

    /** Makes one more copy of the graph. */
    @Override
    public Graph get() {
        final Graph graph = new Graph(name);
        definition.accept(new Dataflow(graph));
        return graph;
    }
}
