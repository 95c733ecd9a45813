package io.millrace.operators.op;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.Codec;
import io.millrace.engine.item.OffHeap;
import io.millrace.engine.stage.InputPort;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.RequestPort;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Stateful;
import io.millrace.engine.stage.StepContext;
import org.agrona.ExpandableDirectByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Sends items to a source as requests and passes its answers on. Requests wait in order of their numbers; those that are
 * on their way come first.
 *
 * <pre>
 *   head                 sent                 next
 *    │ on their way, some │ waiting until one  │
 *    │ of them answered   │ of those is        │
 *    │                    │ answered           │
 * </pre>
 */
public final class RequestOp<T, A> implements Receiver<T>, InputPort, Stateful {
    /** Most requests that are kept, sent or not. */
    static final int CAPACITY = 1_024;

    private static final int USUAL_REQUEST = 64;
    private static final int NO_REQUEST = 0;
    private static final int ANSWERED = -1;

    private final Codec<T> requestCodec;
    private final Codec<A> answerCodec;
    private final int maxInFlight;
    private final StepContext context;
    private final RequestPort port;
    private final Receiver<A> next;
    private final A reused;
    private final ExpandableDirectByteBuffer[] requests = new ExpandableDirectByteBuffer[CAPACITY];
    private final UnsafeBuffer payload = new UnsafeBuffer(0, 0);
    private final int[] lengths = new int[CAPACITY];
    private long head;
    private long sent;
    private long nextId;
    private int inFlight;

    RequestOp(
            final Codec<T> requestCodec,
            final Codec<A> answerCodec,
            final int maxInFlight,
            final StepContext context,
            final Receiver<A> next) {
        this.requestCodec = requestCodec;
        this.answerCodec = answerCodec;
        this.maxInFlight = maxInFlight;
        this.context = context;
        this.port = context.requests(maxInFlight);
        this.next = next;
        this.reused = answerCodec.create();
    }

    @Override
    public void onItem(final long key, final T item) {
        try {
            keep(item);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
        sendWaiting();
    }

    private void keep(final T item) {
        if (nextId - head == CAPACITY) {
            throw tooMany();
        }
        final int slot = slot(nextId);
        if (requests[slot] == null) {
            requests[slot] = new ExpandableDirectByteBuffer(USUAL_REQUEST);
        }
        lengths[slot] = requestCodec.encode(item, requests[slot], 0);
        nextId++;
    }

    private void sendWaiting() {
        while (inFlight < maxInFlight && sent < nextId) {
            port.send(sent, requests[slot(sent)], lengths[slot(sent)]);
            sent++;
            inFlight++;
        }
    }

    @Override
    public void onRecord(final int kindAndInput, final long address, final int length) {
        final long id = OffHeap.int64(address + RecordLayout.HEADER);
        if (id >= head && id < sent && lengths[slot(id)] != ANSWERED) {
            lengths[slot(id)] = ANSWERED;
            inFlight--;
            while (head < sent && lengths[slot(head)] == ANSWERED) {
                lengths[slot(head)] = NO_REQUEST;
                head++;
            }
            sendWaiting();
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

    private static int slot(final long id) {
        return (int) id & CAPACITY - 1;
    }

    private static IllegalStateException tooMany() {
        return new IllegalStateException(
                CAPACITY + " requests are waiting for answers: the source does not keep up, or does not answer");
    }

    @Override
    public void reset() {
        head = 0;
        sent = 0;
        nextId = 0;
        inFlight = 0;
    }

    @Override
    public void writeState(final StateWriter out) {
        out.putLong(head).putLong(sent).putLong(nextId);
        for (long id = head; id < nextId; id++) {
            final int length = lengths[slot(id)];
            out.putInt(length);
            if (length != ANSWERED) {
                out.putBytes(requests[slot(id)], 0, length);
            }
        }
    }

    @Override
    public void readState(final StateReader in) {
        head = in.takeLong();
        sent = in.takeLong();
        nextId = in.takeLong();
        for (long id = head; id < nextId; id++) {
            final int slot = slot(id);
            lengths[slot] = in.takeInt();
            if (lengths[slot] != ANSWERED) {
                final int length = in.takeLength();
                requests[slot] = new ExpandableDirectByteBuffer(Math.max(USUAL_REQUEST, length));
                requests[slot].putBytes(0, in.buffer(), in.takeBytes(length), length);
                inFlight += id < sent ? 1 : 0;
            }
        }
    }
}
