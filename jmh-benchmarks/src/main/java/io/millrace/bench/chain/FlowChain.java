package io.millrace.bench.chain;

import io.millrace.bench.flow.CompiledFlow;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import java.util.function.BiConsumer;
import org.agrona.concurrent.UnsafeBuffer;

/** A flow of the public vocabulary. */
final class FlowChain implements Chain {
    private final Tallies out = new Tallies();
    private final CompiledFlow compiled;

    FlowChain(final String name, final BiConsumer<Dataflow, Tallies> definition, final boolean specialize) {
        compiled = new CompiledFlow(new Flow(name, flow -> definition.accept(flow, out)), specialize);
    }

    @Override
    public void onBatch(final UnsafeBuffer buffer, final int offset, final int length) {
        compiled.onBatch(buffer, offset, length);
    }

    @Override
    public String results() {
        return out + ", " + compiled.outputs();
    }
}
