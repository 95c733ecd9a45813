package io.millrace.engine.compile;

import io.millrace.engine.graph.Edge;
import io.millrace.engine.graph.Step;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkContext;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.engine.stage.CellSender;
import io.millrace.engine.stage.Effect;
import io.millrace.engine.stage.OutputTerms;
import io.millrace.engine.stage.RequestPort;
import org.agrona.concurrent.status.AtomicCounter;

/** What a stage is connected to: given by whoever runs it. */
public interface StageEnvironment {

    /** Name of the stage, with its part if it has several. */
    String stage();

    /** Which part of the stage this is, from 0. */
    int part();

    /** Whether it is checked that items are not changed and not kept. */
    boolean checks();

    /** Sees what goes into steps and what comes out, or null; then nothing is put in that could tell. */
    default StepObserver observer() {
        return null;
    }

    /** Records at which the failure of a step is passed over, in ascending order. */
    default long[] skips() {
        return new long[0];
    }

    /** Tells a person something. */
    default void report(final String message) {
        // Nobody listens.
    }

    /** Opens a sink, or gives one that discards if this copy of the flow is not live. */
    <T> Sink<T> open(SinkFactory<T> factory, SinkContext context);

    /** The way to the stage that an edge leads to; asked for once for each edge, by the stage that has the effect. */
    CellSender sender(Edge edge, Effect effect);

    /**
     * The way to the source that a step's requests go to.
     *
     * @param maxInFlight most requests that the step leaves unanswered
     */
    RequestPort requests(Step step, int maxInFlight);

    /** On which terms items leave. */
    default OutputTerms terms() {
        return OutputTerms.none();
    }

    /** A counter that can be read from outside. */
    AtomicCounter counter(Step step, String label);
}
