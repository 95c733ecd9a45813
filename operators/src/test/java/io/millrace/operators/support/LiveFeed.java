package io.millrace.operators.support;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.Codec;
import io.millrace.engine.item.Codecs;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.Origin;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import java.nio.ByteOrder;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.agrona.DirectBuffer;

/** A live feed that a test puts items into. It answers a request for x with x * 1,000, or lets it wait. */
public final class LiveFeed implements Feed {
    private static final int MAX_ITEM = 4_096;

    private record Pending(int input, long id, long value) {}

    private final Queue<Long> items = new ConcurrentLinkedQueue<>();
    private final Queue<Pending> pending = new ConcurrentLinkedQueue<>();
    private final AtomicInteger mostPending = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger polls = new AtomicInteger();
    private volatile boolean answering = true;
    private volatile boolean ended;
    private volatile boolean closed;

    /** Items that are put in. */
    public Origin<Long> items() {
        return new Origin<>(this, "items", Codecs.INT64, null);
    }

    /** Answers to requests. */
    public Origin<Long> answers() {
        return new Origin<>(this, "answers", Codecs.INT64, null);
    }

    public LiveFeed put(final long item) {
        items.add(item);
        return this;
    }

    public void end() {
        ended = true;
    }

    /** Whether requests are answered, from now on. */
    public void answering(final boolean value) {
        answering = value;
    }

    /** Requests that have come. */
    public int requests() {
        return requests.get();
    }

    /** Most requests that waited at a time. */
    public int mostPending() {
        return mostPending.get();
    }

    public boolean closed() {
        return closed;
    }

    /**
     * Waits until the flow has read its clock once more: it reads it before it polls, so that an item that is put in
     * right after the clock was moved may have the time before.
     */
    public void awaitClock() {
        final int before = polls.get();
        Await.until("the flow reads its clock", () -> polls.get() - before >= 2);
    }

    @Override
    public String name() {
        return "live";
    }

    @Override
    public Source open(final SourceContext context) {
        final int itemInput = context.input("items");
        return new Source() {
            @Override
            public int poll(final Inlet inlet) {
                polls.incrementAndGet();
                int given = 0;
                while (answering && !pending.isEmpty() && !inlet.isFull()) {
                    answer(inlet, pending.remove());
                    given++;
                }
                while (!items.isEmpty() && !inlet.isFull()) {
                    inlet.beginFrame(RecordLayout.NO_POSITION);
                    final int offset = inlet.claim(MAX_ITEM);
                    commit(inlet, itemInput, RecordKind.DATA, offset, offset, items.remove());
                    given++;
                }
                return given;
            }

            private void answer(final Inlet inlet, final Pending request) {
                inlet.beginFrame(RecordLayout.NO_POSITION);
                final int offset = inlet.claim(MAX_ITEM);
                inlet.buffer().putLong(offset, request.id(), ByteOrder.LITTLE_ENDIAN);
                commit(inlet, request.input(), RecordKind.ANSWER, offset, offset + Long.BYTES, request.value() * 1_000);
            }

            private void commit(
                    final Inlet inlet,
                    final int input,
                    final byte kind,
                    final int start,
                    final int offset,
                    final long value) {
                final Codec<Long> codec = Codecs.INT64;
                final int length = offset - start + codec.encode(value, inlet.buffer(), offset);
                inlet.commit(input, kind, length);
                inlet.endFrame();
            }

            @Override
            public void onRequest(
                    final int input,
                    final long requestId,
                    final DirectBuffer request,
                    final int offset,
                    final int length) {
                requests.incrementAndGet();
                pending.add(new Pending(input, requestId, Codecs.INT64.decode(request, offset, length, null)));
                mostPending.accumulateAndGet(pending.size(), Math::max);
            }

            @Override
            public boolean ended() {
                return ended && items.isEmpty() && pending.isEmpty();
            }

            @Override
            public void close() {
                closed = true;
            }
        };
    }
}
