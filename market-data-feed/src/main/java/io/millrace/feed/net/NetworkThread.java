package io.millrace.feed.net;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One thread that does the network's work of one feed or one exchange. It starts with the first task.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: no.
 */
public final class NetworkThread implements AutoCloseable {
    private static final long CLOSE_SECONDS = 5;

    private final MultiThreadIoEventLoopGroup group;

    /** @param name of the thread, behind {@code millrace-} */
    public NetworkThread(final String name) {
        group = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("millrace-" + name, true), NioIoHandler.newFactory());
    }

    public EventLoop eventLoop() {
        return group.next();
    }

    /** Stops the thread and waits for its end, for up to {@value #CLOSE_SECONDS} seconds. */
    @Override
    public void close() {
        final Future<?> stopped = group.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS);
        if (!stopped.awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("a network thread did not stop within " + CLOSE_SECONDS + " s");
        }
    }
}
