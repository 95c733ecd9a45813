package io.millrace.operators.op;

import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Stateful;
import io.millrace.engine.stage.StepContext;
import io.millrace.engine.stage.TurnEnd;
import org.agrona.concurrent.status.AtomicCounter;

/** Gives each item to a sink and counts: with the journal and the step, the count is the id of the output. */
public final class OutputOp<T> implements Receiver<T>, TurnEnd, Stateful {
    private final StepContext context;
    private final Sink<T> sink;
    private final AtomicCounter counter;
    private long count;

    OutputOp(final SinkFactory<T> factory, final StepContext context) {
        this.context = context;
        this.sink = context.open(factory);
        this.counter = context.counter("items out");
    }

    @Override
    public void onItem(final long key, final T item) {
        try {
            sink.accept(item);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
        count++;
    }

    @Override
    public void onTurnEnd() {
        if (counter.getPlain() != count) {
            counter.setRelease(count);
            try {
                sink.flush();
            } catch (final Throwable e) {
                throw context.failed("flush", e);
            }
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

    @Override
    public void readState(final StateReader in) {
        count = in.takeLong();
    }
}
