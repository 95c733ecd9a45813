package io.millrace.feed.net;

import io.millrace.engine.loop.Inlet;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.operators.market.BookRequest;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * A venue's live feed: one network thread with all connections, which decodes, and a ring from it to the ingress thread.
 *
 * <pre>
 *   connection 0 ──┐ network thread                         ingress thread
 *   connection 1 ──┼──▶ decoders ──▶ FrameRing ──▶ poll ──▶ Inlet
 *   REST ──────────┘                    │ full
 *        ▲         ◀── stops reading ◀──┘         room again: poll wakes the network thread
 *        └──────────── requests of books ◀──────────────── onRequest
 * </pre>
 *
 * <p>Nothing is lost for lack of room: the network thread stops reading, and the venue's data waits in the sockets; unless
 * {@link ConnectionConfig#overflow} says that frames are dropped then.
 *
 * <p>It has no position, since venues can't be asked for their streams from a place on: after a restart it gives what comes
 * from then on. Missed is what came while the process was down, and, of a process that was killed, what was in the ring and
 * in the sockets.
 *
 * <p>Thread: the ingress thread. Allocation: none of ours per frame; Netty makes small objects for each. Deterministic: no,
 * which is why what it gives is journaled.
 */
public final class LiveSource implements Source {
    private static final int POLLS_PER_LOOK = 64;

    private final SourceContext context;
    private final NetworkThread network;
    private final EventLoop eventLoop;
    private final FrameRing ring;
    private final LiveFeed feed;
    private final Runnable resume = this::resume;
    private final GenericFutureListener<Future<Object>> whenDone = this::onDone;
    private final AtomicCounter backlog;
    private final BookRequest request = BookRequest.CODEC.create();
    private int polls;
    private volatile boolean roomWanted;

    /**
     * Starts to connect.
     *
     * @param setup  what it is made of
     * @param config how connections behave; read now
     */
    public LiveSource(final FeedSetup setup, final ConnectionConfig config, final SourceContext context) {
        this.context = context;
        final String name = setup.venue().name();
        this.ring = new FrameRing(name, config.ringUnits());
        this.network = new NetworkThread(name);
        this.eventLoop = network.eventLoop();
        this.backlog = context.counter("ring: units of " + config.ringUnits() + " in use");
        this.feed = new LiveFeed(setup, new Dialer(eventLoop, config, context), ring, this::stall);
        execute(feed::open);
    }

    /** Work for the network thread; what goes wrong in it is not for a log. */
    private void execute(final Runnable work) {
        eventLoop.submit(work).addListener(whenDone);
    }

    private void onDone(final Future<?> done) {
        if (!done.isSuccess()) {
            context.fail(done.cause());
        }
    }

    /** The ring is full. */
    private void stall() {
        feed.stall();
        roomWanted = true;
    }

    private void resume() {
        if (ring.flush()) {
            feed.resume();
        } else {
            roomWanted = true;
        }
    }

    @Override
    public int poll(final Inlet inlet) {
        if (++polls % POLLS_PER_LOOK == 0) {
            backlog.setRelease(ring.backlog());
        }
        final int records = ring.drainTo(inlet);
        if (roomWanted) {
            roomWanted = false;
            execute(resume);
        }
        return records;
    }

    /** A book asks for a snapshot. */
    @Override
    public void onRequest(
            final int input, final long requestId, final DirectBuffer buffer, final int offset, final int length) {
        final int instrumentId =
                BookRequest.CODEC.decode(buffer, offset, length, request).instrumentId();
        execute(() -> feed.requested(input, requestId, instrumentId));
    }

    @Override
    public boolean ended() {
        return false;
    }

    @Override
    public void close() {
        eventLoop.execute(feed::close);
        try {
            network.close();
        } finally {
            feed.closeRecording();
        }
    }
}
