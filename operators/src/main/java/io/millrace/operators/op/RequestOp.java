package io.millrace.operators.op;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.Codec;
import io.millrace.engine.item.OffHeap;
import io.millrace.engine.stage.InputPort;
import io.millrace.engine.stage.LiveTarget;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Stateful;
import io.millrace.engine.stage.StepContext;
import io.millrace.operators.lookup.PendingRequests;
import org.agrona.concurrent.UnsafeBuffer;

/** Sends items to a source as requests and passes its answers on. */
public final class RequestOp<T, A> implements Receiver<T>, InputPort, LiveTarget, Stateful {
    /** Most requests that are kept, sent or not. */
    static final int CAPACITY = 1 << 16;

    private final Codec<T> requestCodec;
    private final Codec<A> answerCodec;
    private final StepContext context;
    private final Receiver<A> next;
    private final A reused;
    private final PendingRequests pending;
    private final UnsafeBuffer payload = new UnsafeBuffer(0, 0);

    RequestOp(
            final Codec<T> requestCodec,
            final Codec<A> answerCodec,
            final int maxInFlight,
            final StepContext context,
            final Receiver<A> next) {
        this.requestCodec = requestCodec;
        this.answerCodec = answerCodec;
        this.context = context;
        this.next = next;
        this.reused = answerCodec.create();
        this.pending = new PendingRequests(CAPACITY, maxInFlight, context.requests(maxInFlight));
    }

    @Override
    public void onItem(final long key, final T item) {
        try {
            pending.add(requestCodec.encode(item, pending.claim(), 0));
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
    }

    @Override
    public void onRecord(final int kindAndInput, final long address, final int length) {
        final int request = pending.sent(OffHeap.int64(address + RecordLayout.HEADER));
        if (request != PendingRequests.NONE) {
            pending.remove(request);
        }
        final A answer;
        try {
            payload.wrap(address + RecordLayout.HEADER + Long.BYTES, length - RecordLayout.HEADER - Long.BYTES);
            answer = answerCodec.decode(payload, 0, payload.capacity(), reused);
        } catch (final Throwable e) {
            throw context.failed(answerCodec, e);
        }
        next.onItem(0, answer);
    }

    @Override
    public void onLive() {
        pending.sendAgain();
    }

    @Override
    public void reset() {
        pending.reset();
    }

    @Override
    public void writeState(final StateWriter out) {
        pending.writeState(out);
    }

    @Override
    public void readState(final StateReader in) {
        pending.readState(in);
    }
}
