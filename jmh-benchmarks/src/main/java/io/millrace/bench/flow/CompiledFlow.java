package io.millrace.bench.flow;

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
import io.millrace.engine.stage.OutputTerms;
import io.millrace.engine.stage.RequestPort;
import io.millrace.engine.stage.StageDriver;
import io.millrace.operators.Flow;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * A flow of the public vocabulary, compiled as the fused layout has it, without journal and threads around it.
 *
 * <p>Thread: one. Allocation: what its steps allocate. Deterministic: yes.
 */
public final class CompiledFlow {
    private static final RequestPort NOBODY = (id, request, length) -> {
        throw new IllegalStateException("nobody answers requests");
    };

    private final Counters counters = Counters.inMemory();
    private final StageUnit unit;
    private final StageDriver driver;

    /** A flow that makes no requests. */
    public CompiledFlow(final Flow flow, final boolean specialize) {
        this(flow, specialize, NOBODY);
    }

    /**
     * Compiles the flow and opens its sinks.
     *
     * @param specialize whether operators get classes of their own; all of them must then be able to
     * @param requests   takes the requests of all steps
     */
    public CompiledFlow(final Flow flow, final boolean specialize, final RequestPort requests) {
        this(flow, specialize, requests, OutputTerms.none());
    }

    /** The same, with outputs on other terms: hashed, for one. */
    public CompiledFlow(final Flow flow, final OutputTerms terms) {
        this(flow, true, NOBODY, terms);
    }

    private CompiledFlow(
            final Flow flow, final boolean specialize, final RequestPort requests, final OutputTerms terms) {
        final Specializer specializer = new Specializer(specialize);
        final Plan plan = flow.get().plan(true);
        unit = new StageCompiler(plan, plan.stages().get(0), new Surroundings(counters, requests, terms), specializer)
                .compile();
        driver = unit.driver();
        if (specialize && !specializer.obstacles().isEmpty()) {
            throw new IllegalStateException("not specialised: " + specializer.obstacles());
        }
    }

    /** Works through records that stand one behind the other, outside the heap, and lets the sinks write. */
    public void onBatch(final UnsafeBuffer buffer, final int offset, final int length) {
        driver.onBatch(buffer, offset, length);
        unit.endTurn();
    }

    /** Back to the beginning, in place: what has been compiled by the JVM stays so. Counts of outputs go on. */
    public void reset() {
        unit.reset();
    }

    /** How much each output has given so far, in the order of the outputs. */
    public String outputs() {
        // Stages are built from the last step to the first, and so are their counters.
        final StringBuilder counts = new StringBuilder();
        counters.forEach((label, value) -> counts.insert(0, " " + value));
        return "outputs" + counts;
    }

    /** How much all outputs have given so far. */
    public long given() {
        final long[] sum = new long[1];
        counters.forEach((label, value) -> sum[0] += value);
        return sum[0];
    }

    private record Surroundings(Counters counters, RequestPort requests, OutputTerms terms)
            implements StageEnvironment {
        @Override
        public String stage() {
            return "bench";
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
            return requests;
        }

        @Override
        public AtomicCounter counter(final Step step, final String label) {
            return counters.counter(step.id() + ": " + label);
        }
    }
}
