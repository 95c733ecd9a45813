package io.millrace.feed.net;

import io.netty.channel.EventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.FastThreadLocalThread;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * One thread that does the network's work of one feed or one exchange. It starts with the first task.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: no.
 */
public final class NetworkThread implements AutoCloseable {
    private static final long CLOSE_SECONDS = 5;

    private final String name;
    private final MultiThreadIoEventLoopGroup group;
    private volatile Thread thread;

    /** @param name of the thread, behind {@code millrace-} */
    public NetworkThread(final String name) {
        this.name = "millrace-" + name;
        this.group = new MultiThreadIoEventLoopGroup(1, this::newThread, NioIoHandler.newFactory());
    }

    private Thread newThread(final Runnable work) {
        thread = new FastThreadLocalThread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    public EventLoop eventLoop() {
        return group.next();
    }

    /** Stops the thread and waits for its end, for up to {@value #CLOSE_SECONDS} seconds. */
    @Override
    public void close() {
        final Future<?> stopped = group.shutdownGracefully(0, CLOSE_SECONDS, TimeUnit.SECONDS);
        boolean gone = stopped.awaitUninterruptibly(CLOSE_SECONDS, TimeUnit.SECONDS);
        try {
            if (thread != null) {
                thread.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
                gone &= !thread.isAlive();
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!gone) {
            throw new IllegalStateException("thread " + name + " did not stop within " + CLOSE_SECONDS + " s");
        }
    }
}
