package io.millrace.operators.support;

import io.millrace.engine.compile.Specializer;
import io.millrace.engine.compile.StageCompiler;
import io.millrace.engine.compile.StageEnvironment;
import io.millrace.engine.compile.StageUnit;
import io.millrace.engine.graph.Edge;
import io.millrace.engine.graph.Plan;
import io.millrace.engine.graph.Step;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkContext;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.engine.stage.CellSender;
import io.millrace.engine.stage.Effect;
import io.millrace.engine.stage.RequestPort;
import io.millrace.operators.Flow;
import java.util.HashMap;
import java.util.Map;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.AtomicCounter;
import org.agrona.concurrent.status.CountersManager;

/** Flows compiled to one stage, without threads: a test drives them. Sinks of a step are opened once for all of them. */
public final class OneStage implements StageEnvironment {
    private final Flow flow;
    private final boolean checks;
    private final Map<String, Sink<?>> sinks = new HashMap<>();
    private final CountersManager counters =
            new CountersManager(new UnsafeBuffer(new byte[1 << 20]), new UnsafeBuffer(new byte[1 << 18]));

    /** @param checks whether it is checked that items are not changed and not kept */
    public OneStage(final Flow flow, final boolean checks) {
        this.flow = flow;
        this.checks = checks;
    }

    /** A fresh copy of the flow. */
    public StageUnit compile() {
        final Plan plan = flow.get().plan(true);
        return new StageCompiler(plan, plan.stages().get(0), this, new Specializer(false)).compile();
    }

    @Override
    public String stage() {
        return "fused";
    }

    @Override
    public int part() {
        return 0;
    }

    @Override
    public boolean checks() {
        return checks;
    }

    @Override
    @SuppressWarnings("unchecked") // a step's sink is always opened by the same step
    public <T> Sink<T> open(final SinkFactory<T> factory, final SinkContext context) {
        return (Sink<T>) sinks.computeIfAbsent(context.stepId(), id -> factory.open(context));
    }

    @Override
    public CellSender sender(final Edge edge, final Effect effect) {
        throw new UnsupportedOperationException("one stage runs everything");
    }

    @Override
    public RequestPort requests(final Step step, final int maxInFlight) {
        return (requestId, request, length) -> {};
    }

    @Override
    public AtomicCounter counter(final Step step, final String label) {
        return new AtomicCounter(counters.valuesBuffer(), 0);
    }
}
