package io.millrace.feed.net;

import io.millrace.engine.loop.Inlet;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.feed.MarketFeed;
import io.millrace.feed.decode.FrameDecoder;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GenericFutureListener;
import java.util.ArrayList;
import java.util.List;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * A venue's live feed: one network thread with all connections, which decodes, and a ring from it to the ingress thread.
 *
 * <pre>
 *   connection 0 ──┐ network thread                         ingress thread
 *   connection 1 ──┼──▶ decoder ──▶ FrameRing ──▶ poll ──▶ Inlet
 *                  ▲                   │ full
 *                  └── stops reading ◀─┘         room again: poll wakes the network thread
 * </pre>
 *
 * <p>Nothing is lost for lack of room: the network thread stops reading, and the venue's data waits in the sockets.
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
    private final List<Connection> connections = new ArrayList<>();
    private final Runnable resume = this::resume;
    private final GenericFutureListener<Future<Object>> whenDone = this::onDone;
    private final AtomicCounter backlog;
    private int polls;
    private volatile boolean roomWanted;

    /**
     * Starts to connect.
     *
     * @param name    of the feed, for messages and threads
     * @param plans   its connections
     * @param decoder used by the network thread only
     */
    public LiveSource(
            final String name,
            final List<ConnectionPlan> plans,
            final FrameDecoder decoder,
            final ConnectionConfig config,
            final SourceContext context) {
        this.context = context;
        this.network = new NetworkThread(name);
        this.eventLoop = network.eventLoop();
        this.ring = new FrameRing(name, config.ringUnits());
        this.backlog = context.counter("ring: units of " + config.ringUnits() + " in use");
        final FrameIntake intake =
                new FrameIntake(decoder, ring, context, context.input(MarketFeed.STATUS), this::stall);
        for (int i = 0; i < plans.size(); i++) {
            connections.add(new Connection(i, plans.get(i), config, eventLoop, intake, context));
        }
        execute(() -> connections.forEach(Connection::open));
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

    /** The ring is full: nothing is read until there is room. */
    private void stall() {
        connections.forEach(Connection::pause);
        roomWanted = true;
    }

    private void resume() {
        if (ring.flush()) {
            connections.forEach(Connection::proceed);
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

    @Override
    public boolean ended() {
        return false;
    }

    @Override
    public void close() {
        eventLoop.execute(() -> connections.forEach(Connection::close));
        network.close();
    }
}
