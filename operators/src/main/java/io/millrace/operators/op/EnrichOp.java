package io.millrace.operators.op;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.Codec;
import io.millrace.engine.item.OffHeap;
import io.millrace.engine.stage.EndTarget;
import io.millrace.engine.stage.InputPort;
import io.millrace.engine.stage.KeyList;
import io.millrace.engine.stage.LiveTarget;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Stateful;
import io.millrace.engine.stage.StepContext;
import io.millrace.operators.lookup.CachedLookups;
import io.millrace.operators.lookup.Enrichment;
import io.millrace.operators.lookup.Lookup;
import io.millrace.operators.lookup.Request;
import org.agrona.concurrent.UnsafeBuffer;

/** One item of each item and the answer of a service, which is kept for others. Items wait for answers; the stage never. */
public final class EnrichOp<T, A, R> implements Receiver<T>, InputPort, LiveTarget, EndTarget, Stateful {
    private final Codec<A> answerCodec;
    private final Enrichment<T, A, R> enrichment;
    private final StepContext context;
    private final Receiver<R> next;
    private final CachedLookups<T, A> lookups;
    private final UnsafeBuffer payload = new UnsafeBuffer(0, 0);

    EnrichOp(
            final Request<T> request,
            final Lookup<A> lookup,
            final Codec<T> itemCodec,
            final Enrichment<T, A, R> enrichment,
            final StepContext context,
            final Receiver<R> next) {
        this.answerCodec = lookup.answers().codec();
        this.enrichment = context.checks() ? enrichment.checked() : enrichment;
        this.context = context;
        this.next = next;
        this.lookups = new CachedLookups<>(request, lookup, itemCodec, context);
    }

    @Override
    public void onItem(final long key, final T item) {
        final A answer;
        try {
            answer = lookups.answerOrWait(key, item);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
        if (answer != null) {
            emit(key, item, answer);
        }
    }

    private void emit(final long key, final T item, final A answer) {
        final R enriched;
        try {
            enriched = enrichment.of(item, answer);
        } catch (final Throwable e) {
            context.failedAside(key, item, e);
            return;
        }
        next.onItem(key, enriched);
    }

    @Override
    public void onRecord(final int kindAndInput, final long address, final int length) {
        final A answer;
        try {
            payload.wrap(address + RecordLayout.HEADER + Long.BYTES, length - RecordLayout.HEADER - Long.BYTES);
            answer = lookups.answer(OffHeap.int64(address + RecordLayout.HEADER), payload, 0, payload.capacity());
        } catch (final Throwable e) {
            throw context.failed(answerCodec, e);
        }
        if (answer != null) {
            while (lookups.hasNext()) {
                emit(lookups.nextKey(), lookups.nextItem(), answer);
                lookups.removeNext();
            }
        }
    }

    @Override
    public void onLive() {
        lookups.askAgain();
    }

    @Override
    public void collectEndKeys(final KeyList keys) {
        lookups.collectWaitingKey(keys);
    }

    /** Called only if items wait: nothing will answer them any more, and losing them silently would be worse. */
    @Override
    public void onEnd(final long key) {
        throw context.failed(lookups.nextItem(), unanswered());
    }

    private static IllegalStateException unanswered() {
        return new IllegalStateException(
                "items still wait for answers at the end of input: the source has ended without answering");
    }

    @Override
    public void reset() {
        lookups.reset();
    }

    @Override
    public void writeState(final StateWriter out) {
        lookups.writeState(out);
    }

    @Override
    public void readState(final StateReader in) {
        lookups.readState(in);
    }
}
