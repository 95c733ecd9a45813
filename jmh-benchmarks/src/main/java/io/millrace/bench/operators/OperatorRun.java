package io.millrace.bench.operators;

import io.millrace.bench.flow.CompiledFlow;
import io.millrace.operators.Flow;
import java.util.function.Consumer;

/**
 * A step in a flow, and ticks for it.
 *
 * <p>Thread: one. Allocation: what the step allocates.
 */
final class OperatorRun {
    /** Records after which sinks may write, and services answer. */
    private static final int BATCH = 256;

    private final CompiledFlow flow;
    private final Ticks ticks;
    private final Service service;

    /** @param count ticks in one pass; a multiple of 256 */
    OperatorRun(final Consumer<Workbench> definition, final int count, final boolean specialize) {
        final int inputs = inputs(definition);
        service = new Service(inputs);
        ticks = Ticks.of(count, inputs);
        flow = new CompiledFlow(flow(definition), specialize, service);
    }

    private static Flow flow(final Consumer<Workbench> definition) {
        return new Flow("operator", dataflow -> definition.accept(new Workbench(dataflow)));
    }

    private static int inputs(final Consumer<Workbench> definition) {
        final int[] inputs = new int[1];
        new Flow("count", dataflow -> {
                    final Workbench bench = new Workbench(dataflow);
                    definition.accept(bench);
                    inputs[0] = bench.inputs();
                })
                .get();
        return inputs[0];
    }

    /** Lets time go on, for the next pass. */
    void prepare() {
        ticks.stamp();
    }

    /** One pass over all ticks. */
    void pass() {
        final int batch = BATCH * Ticks.LENGTH;
        for (int at = 0; at < ticks.length(); at += batch) {
            flow.onBatch(ticks.buffer(), at, batch);
            service.answer(flow, ticks.buffer(), at + batch - Ticks.LENGTH);
        }
    }

    /** How many items came out so far. */
    long given() {
        return flow.given();
    }
}
