package io.millrace.operators.op;

import io.millrace.engine.item.Codec;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.ExactSink;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.engine.stage.CommitMarks;
import io.millrace.engine.stage.CountedOutput;
import io.millrace.engine.stage.OutputHash;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Stateful;
import io.millrace.engine.stage.StepContext;
import io.millrace.engine.stage.TurnEnd;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * Gives each item to a sink and counts: with the journal and the step, the count is the id of the output. What the sink has
 * already is not given again.
 */
public final class OutputOp<T> implements Receiver<T>, TurnEnd, Stateful, CountedOutput {
    private final StepContext context;
    private final Sink<T> sink;
    private final ExactSink<T> exact;
    private final CommitMarks marks;
    private final OutputHash<T> hash;
    private final AtomicCounter counter;

    /** Final, so that where the sink began empty, as most do, the comparison is compiled away. */
    private final boolean compares;

    private long held;
    private long count;

    /** What the counter says. */
    private long told;

    OutputOp(final SinkFactory<T> factory, final StepContext context) {
        this.context = context;
        this.sink = context.open(factory);
        this.exact = sink instanceof ExactSink<T> able ? able : null;
        this.marks = context.marks();
        this.held = exact == null ? 0 : exact.held();
        this.compares = held > 0;
        @SuppressWarnings("unchecked") // the type of the stream, which is that of its items
        final Codec<? super T> codec = (Codec<? super T>) context.itemCodec();
        this.hash = context.terms().hashes() && codec != null ? new OutputHash<>(codec) : null;
        this.counter = context.counter("items out");
        this.told = counter.getPlain();
    }

    @Override
    public void onItem(final long key, final T item) {
        try {
            if (!compares || count >= held) {
                sink.accept(item);
            }
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
        if (hash != null) {
            hash.add(item);
        }
        count++;
    }

    @Override
    public void onTurnEnd() {
        final boolean hasNews = told != count;
        if (hasNews || marks.isWaiting()) {
            if (hasNews) {
                told = count;
                counter.setRelease(count);
                // Another sink does not ask what may leave, and would never be done with waiting.
                if (exact != null) {
                    marks.mark(count);
                }
            }
            flush();
        }
    }

    private void flush() {
        try {
            sink.flush();
        } catch (final Throwable e) {
            throw context.failed("flush", e);
        }
    }

    @Override
    public String stepId() {
        return context.stepId();
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public long held() {
        return held;
    }

    @Override
    public boolean isExact() {
        return exact != null;
    }

    @Override
    public long hash() {
        return hash == null ? 0 : hash.value();
    }

    @Override
    public boolean isWaiting() {
        return marks.isWaiting();
    }

    @Override
    public long settle(final boolean toDisk) {
        if (exact == null) {
            return count;
        }
        final long leaving = Math.min(count, marks.committable());
        flush();
        if (toDisk) {
            exact.sync();
        }
        return leaving;
    }

    @Override
    public void requireNotAhead() {
        if (count >= held) {
            return;
        }
        if (!context.terms().acceptsLoss()) {
            throw new ConnectorException("output '" + context.stepId() + "' holds " + held
                    + " items, but what the journal holds gives only " + count
                    + ": the journal has lost its end, probably with the power of the machine, or the output was"
                    + " replaced. To go on without what was lost, accept the loss (--accept-loss): the output is then cut back to "
                    + count + " items, and what is cut off is kept aside.");
        }
        context.terms().takeLoss();
        exact.cutTo(count);
        held = count;
    }

    @Override
    public void reset() {
        count = 0;
        if (hash != null) {
            hash.value(0);
        }
    }

    @Override
    public void writeState(final StateWriter out) {
        out.putLong(count).putLong(hash());
    }

    @Override
    public void readState(final StateReader in) {
        count = in.takeLong();
        final long known = in.takeLong();
        if (hash != null) {
            hash.value(known);
        }
    }
}
