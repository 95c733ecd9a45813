package io.millrace.operators.op;

import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.engine.stage.OutputGate;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Stateful;
import io.millrace.engine.stage.StepContext;
import org.agrona.concurrent.status.AtomicCounter;

/** Gives each item to a sink and counts: with the journal and the step, the count is the id of the output. */
public final class OutputOp<T> implements Receiver<T>, Stateful {
    private final StepContext context;
    private final OutputGate gate;
    private final Sink<T> sink;
    private final AtomicCounter counter;
    private long count;

    OutputOp(final SinkFactory<T> factory, final StepContext context) {
        this.context = context;
        this.gate = context.gate();
        this.sink = context.open(factory);
        this.counter = context.counter("items out");
    }

    @Override
    public void onItem(final long key, final T item) {
        if (gate.isOpen()) {
            try {
                sink.accept(item);
            } catch (final Throwable e) {
                throw context.failed(item, e);
            }
            counter.setRelease(++count);
        }
    }

    @Override
    public void reset() {
        count = 0;
    }

    @Override
    public void writeState(final StateWriter out) {
        out.putLong(count);
    }
}
