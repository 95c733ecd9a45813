package io.millrace.engine.run;

import io.millrace.engine.compile.StageEnvironment;
import io.millrace.engine.graph.Edge;
import io.millrace.engine.graph.Step;
import io.millrace.engine.metrics.Counters;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkContext;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.engine.stage.CellSender;
import io.millrace.engine.stage.Effect;
import io.millrace.engine.stage.OutputTerms;
import io.millrace.engine.stage.RequestPort;
import org.agrona.concurrent.status.AtomicCounter;

/** Connects a stage to nothing: opens no sink, and throws away what comes out. */
final class DiscardingEnvironment implements StageEnvironment {
    private final Counters counters = Counters.inMemory();
    private final OutputTerms terms;

    private final int part;
    private final long[] skips;

    /**
     * @param part   which part of the stage it is, from 0
     * @param hashes whether outputs are hashed
     * @param skips  records at which the failure of a step is passed over
     */
    DiscardingEnvironment(final int part, final boolean hashes, final long[] skips) {
        this.part = part;
        this.skips = skips;
        terms = new OutputTerms(null, false, false, hashes);
    }

    @Override
    public long[] skips() {
        return skips;
    }

    @Override
    public OutputTerms terms() {
        return terms;
    }

    @Override
    public String stage() {
        return "none";
    }

    @Override
    public int part() {
        return part;
    }

    @Override
    public boolean checks() {
        return false;
    }

    @Override
    public <T> Sink<T> open(final SinkFactory<T> factory, final SinkContext context) {
        return new DiscardingSink<>();
    }

    @Override
    public CellSender sender(final Edge edge, final Effect effect) {
        return (edgeId, key, keys, payload, length) -> {};
    }

    @Override
    public RequestPort requests(final Step step, final int maxInFlight) {
        return (requestId, request, length) -> {};
    }

    @Override
    public AtomicCounter counter(final Step step, final String label) {
        return counters.counter(step.id() + ": " + label);
    }
}
