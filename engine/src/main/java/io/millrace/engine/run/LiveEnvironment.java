package io.millrace.engine.run;

import io.millrace.engine.compile.StageEnvironment;
import io.millrace.engine.compile.StepObserver;
import io.millrace.engine.graph.Edge;
import io.millrace.engine.graph.Step;
import io.millrace.engine.loop.RequestQueue;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkContext;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.engine.stage.CellSender;
import io.millrace.engine.stage.Effect;
import io.millrace.engine.stage.OutputTerms;
import io.millrace.engine.stage.RequestPort;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.agrona.concurrent.status.AtomicCounter;

/** Connects a stage to real sinks, to the sources if the flow is live, and to other stages. */
final class LiveEnvironment implements StageEnvironment {
    private final String stage;
    private final int part;
    private final RunConfig config;
    private final StageGates gates;
    private final List<RequestQueue> requests;
    private final RunMode mode;
    private final BiFunction<Edge, Effect, CellSender> senders;
    private final List<AtomicCounter> given = new ArrayList<>();

    /**
     * Connects a stage.
     *
     * @param part     which part of the stage it is, from 0
     * @param config   counters, checks, skips and the reporter are of interest
     * @param gates    stand between the stage and the outside
     * @param requests takes the queues of steps that make requests
     * @param mode     what the run is
     * @param senders  gives the way to other stages
     */
    LiveEnvironment(
            final String stage,
            final int part,
            final RunConfig config,
            final StageGates gates,
            final List<RequestQueue> requests,
            final RunMode mode,
            final BiFunction<Edge, Effect, CellSender> senders) {
        this.stage = stage;
        this.part = part;
        this.config = config;
        this.gates = gates;
        this.requests = requests;
        this.mode = mode;
        this.senders = senders;
    }

    /** Connects the one stage of a fused flow. */
    static LiveEnvironment fused(
            final RunConfig config, final StageGates gates, final List<RequestQueue> requests, final RunMode mode) {
        return new LiveEnvironment("fused", 0, config, gates, requests, mode, (edge, effect) -> {
            throw new IllegalStateException("a fused flow has no edges");
        });
    }

    @Override
    public String stage() {
        return stage;
    }

    @Override
    public int part() {
        return part;
    }

    @Override
    public boolean checks() {
        return config.check();
    }

    @Override
    public StepObserver observer() {
        return config.observer();
    }

    @Override
    public long[] skips() {
        return config.skips();
    }

    @Override
    public void report(final String message) {
        config.reporter().accept(message);
    }

    @Override
    public <T> Sink<T> open(final SinkFactory<T> factory, final SinkContext context) {
        return config.discard() ? new DiscardingSink<>() : gates.guard(factory.open(context));
    }

    @Override
    public OutputTerms terms() {
        return mode.terms();
    }

    @Override
    public CellSender sender(final Edge edge, final Effect effect) {
        return senders.apply(edge, effect);
    }

    @Override
    public RequestPort requests(final Step step, final int maxInFlight) {
        if (!mode.live()) {
            return (requestId, request, length) -> {};
        }
        final RequestQueue queue =
                new RequestQueue("requests of " + step.id(), step.input().index(), maxInFlight);
        requests.add(queue);
        return gates.guard(queue);
    }

    @Override
    public AtomicCounter counter(final Step step, final String label) {
        final AtomicCounter counter = config.counters().counter(stage + "/" + step.id() + ": " + label);
        given.add(counter);
        return counter;
    }

    /** Gives all counters back. */
    void closeCounters() {
        given.forEach(AtomicCounter::close);
    }
}
