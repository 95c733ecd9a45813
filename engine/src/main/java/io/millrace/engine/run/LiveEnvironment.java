package io.millrace.engine.run;

import io.millrace.engine.compile.StageEnvironment;
import io.millrace.engine.graph.Edge;
import io.millrace.engine.graph.Step;
import io.millrace.engine.loop.RequestQueue;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkContext;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.engine.stage.CellSender;
import io.millrace.engine.stage.Effect;
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
    private final OutputGate gate;
    private final List<RequestQueue> requests;
    private final boolean live;
    private final BiFunction<Edge, Effect, CellSender> senders;
    private final List<AtomicCounter> given = new ArrayList<>();

    /**
     * Connects a stage.
     *
     * @param part     which part of the stage it is, from 0
     * @param config   counters, checks, skips and the reporter are of interest
     * @param gate     shut during warm-up, or null if there is none
     * @param requests takes the queues of steps that make requests
     * @param live     whether there are sources to send requests to
     * @param senders  gives the way to other stages
     */
    LiveEnvironment(
            final String stage,
            final int part,
            final RunConfig config,
            final OutputGate gate,
            final List<RequestQueue> requests,
            final boolean live,
            final BiFunction<Edge, Effect, CellSender> senders) {
        this.stage = stage;
        this.part = part;
        this.config = config;
        this.gate = gate;
        this.requests = requests;
        this.live = live;
        this.senders = senders;
    }

    /** Connects the one stage of a fused flow. */
    static LiveEnvironment fused(
            final RunConfig config, final OutputGate gate, final List<RequestQueue> requests, final boolean live) {
        return new LiveEnvironment("fused", 0, config, gate, requests, live, (edge, effect) -> {
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
    public long[] skips() {
        return config.skips();
    }

    @Override
    public void report(final String message) {
        config.reporter().accept(message);
    }

    @Override
    public <T> Sink<T> open(final SinkFactory<T> factory, final SinkContext context) {
        final Sink<T> sink = factory.open(context);
        return gate == null ? sink : gate.guard(sink);
    }

    @Override
    public CellSender sender(final Edge edge, final Effect effect) {
        return senders.apply(edge, effect);
    }

    @Override
    public RequestPort requests(final Step step, final int maxInFlight) {
        if (!live) {
            return (requestId, request, length) -> {};
        }
        final RequestQueue queue =
                new RequestQueue("requests of " + step.id(), step.input().index(), maxInFlight);
        requests.add(queue);
        return gate == null ? queue : gate.guard(queue);
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
