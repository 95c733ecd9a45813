package io.millrace.bench.chain;

import io.millrace.engine.compile.Specializer;
import io.millrace.engine.compile.StageCompiler;
import io.millrace.engine.compile.StageEnvironment;
import io.millrace.engine.compile.StageUnit;
import io.millrace.engine.graph.Edge;
import io.millrace.engine.graph.Plan;
import io.millrace.engine.graph.Step;
import io.millrace.engine.metrics.Counters;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkContext;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.engine.stage.CellSender;
import io.millrace.engine.stage.Effect;
import io.millrace.engine.stage.RequestPort;
import io.millrace.engine.stage.StageDriver;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import java.util.function.BiConsumer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.AtomicCounter;

/** A flow of the public vocabulary, compiled as the fused layout has it, without journal and threads around it. */
final class FlowChain implements Chain, StageEnvironment {
    private final Counters counters = Counters.inMemory();
    private final Tallies out = new Tallies();
    private final StageUnit unit;
    private final StageDriver driver;

    FlowChain(final String name, final BiConsumer<Dataflow, Tallies> definition, final boolean specialize) {
        final Specializer specializer = new Specializer(specialize);
        final Plan plan =
                new Flow(name, flow -> definition.accept(flow, out)).get().plan(true);
        unit = new StageCompiler(plan, plan.stages().get(0), this, specializer).compile();
        driver = unit.driver();
        if (!specializer.obstacles().isEmpty()) {
            throw new IllegalStateException("not specialised: " + specializer.obstacles());
        }
    }

    @Override
    public void onBatch(final UnsafeBuffer buffer, final int offset, final int length) {
        driver.onBatch(buffer, offset, length);
        unit.endTurn();
    }

    @Override
    public String results() {
        // Stages are built from the last step to the first, and so are their counters.
        final StringBuilder counts = new StringBuilder();
        counters.forEach((label, value) -> counts.insert(0, " " + value));
        return out + ", outputs" + counts;
    }

    @Override
    public String stage() {
        return "chain";
    }

    @Override
    public int part() {
        return 0;
    }

    @Override
    public boolean checks() {
        return false;
    }

    @Override
    public <T> Sink<T> open(final SinkFactory<T> factory, final SinkContext context) {
        return factory.open(context);
    }

    @Override
    public CellSender sender(final Edge edge, final Effect effect) {
        throw new IllegalStateException("fused");
    }

    @Override
    public RequestPort requests(final Step step, final int maxInFlight) {
        throw new IllegalStateException("no sources");
    }

    @Override
    public AtomicCounter counter(final Step step, final String label) {
        return counters.counter(step.id() + ": " + label);
    }
}
