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
import io.millrace.engine.stage.RequestPort;
import org.agrona.concurrent.status.AtomicCounter;

/** Connects a stage to nothing: opens no sink, and throws away what comes out. */
final class DiscardingEnvironment implements StageEnvironment {
    private final Counters counters = Counters.inMemory();
    private final int part;

    DiscardingEnvironment(final int part) {
        this.part = part;
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
        return new Sink<>() {
            @Override
            public void accept(final T item) {
                // Not wanted.
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing to let go of.
            }
        };
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
