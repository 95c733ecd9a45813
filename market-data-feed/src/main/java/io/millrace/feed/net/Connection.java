package io.millrace.feed.net;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.SourceContext;
import io.millrace.feed.decode.FrameResult;
import io.millrace.operators.market.sbe.ConnectionState;
import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * One connection to a venue, kept up for as long as the feed is open: connects, subscribes, and connects again when it is
 * lost.
 *
 * <pre>
 *   open ──▶ connecting ──▶ connected ──▶ subscribed
 *    ▲           │ failed      │ lost, silent, or the venue says that it will close
 *    └─ wait ◀───┴─────────────┘           refused with HTTP 4xx: the flow fails
 * </pre>
 *
 * <p>Thread: the network thread. Allocation: for each connection. Deterministic: no.
 */
final class Connection {
    private static final int TOO_MANY_REQUESTS = 429;

    private final int number;
    private final ConnectionPlan plan;
    private final FrameIntake intake;
    private final SourceContext context;
    private final EventLoop eventLoop;
    private final Bootstrap bootstrap;
    private final Backoff backoff;
    private final long longestDelayNanos;
    private final AtomicCounter losses;
    private Channel channel;
    private Throwable reason;
    private boolean connected;
    private long connectedAt;
    private boolean renewAtOnce;
    private boolean paused;
    private boolean closed;

    Connection(
            final int number,
            final ConnectionPlan plan,
            final ConnectionConfig config,
            final EventLoop eventLoop,
            final FrameIntake intake,
            final SourceContext context) {
        this.number = number;
        this.plan = plan;
        this.intake = intake;
        this.context = context;
        this.eventLoop = eventLoop;
        this.backoff = new Backoff(config.firstDelay(), config.longestDelay(), config.random());
        this.longestDelayNanos = config.longestDelay().toNanos();
        this.losses = context.counter("connection " + number + " lost");
        this.bootstrap = new Bootstrap()
                .group(eventLoop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(config.connectTimeout().toMillis()))
                .handler(new WebSocketPipeline(plan, config, () -> new ConnectionHandler(this)));
    }

    void open() {
        if (closed) {
            return;
        }
        reason = null;
        final ChannelFuture attempt = bootstrap.connect(plan.uri().getHost(), plan.port());
        channel = attempt.channel();
        attempt.addListener(done -> {
            if (!done.isSuccess()) {
                trouble(done.cause());
                lost();
            }
        });
    }

    /** The handshake is done. */
    void connected() {
        connected = true;
        connectedAt = System.nanoTime();
        intake.mark(number, ConnectionState.CONNECTED);
        if (paused) {
            pause();
        }
        send(channel, 0);
    }

    private void send(final Channel target, final int request) {
        if (request == plan.subscriptions().size() || !target.isActive()) {
            return;
        }
        target.writeAndFlush(
                        new TextWebSocketFrame(plan.subscriptions().get(request).text()))
                .addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
        after(plan.pause().toNanos(), () -> send(target, request + 1));
    }

    private void after(final long nanos, final Runnable task) {
        eventLoop.schedule(task, nanos, TimeUnit.NANOSECONDS).addListener(done -> {
            if (!done.isSuccess() && !done.isCancelled()) {
                failed(done.cause());
            }
        });
    }

    void frame(final ByteBuf frame) {
        if (intake.take(number, frame) == FrameResult.SHUTDOWN) {
            renewAtOnce = true;
            trouble(new ConnectorException("the venue announced that it would close it"));
            closeChannel();
        }
    }

    private void closeChannel() {
        channel.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }

    /** Something went wrong with the connection, which will be lost for it. */
    void trouble(final Throwable cause) {
        if (reason == null) {
            reason = cause;
        }
    }

    /** The venue answered the handshake with something else than a change of protocol. */
    void refused(final int status, final String phrase) {
        trouble(new ConnectorException("HTTP " + status + " " + phrase));
        if (status >= 400 && status < 500 && status != TOO_MANY_REQUESTS) {
            closed = true;
            context.fail(new ConnectorException("the venue refuses connections to " + plan.uri() + " with HTTP "
                    + status + " " + phrase + ": check the address, and whether it may be used from here"));
        }
    }

    /** This code went wrong, not the connection. */
    void failed(final Throwable bug) {
        closed = true;
        context.fail(bug);
    }

    /** The connection is gone, or never came to be. */
    void lost() {
        if (closed) {
            return;
        }
        final boolean held = connected && System.nanoTime() - connectedAt > longestDelayNanos;
        if (connected) {
            connected = false;
            losses.incrementRelease();
            intake.mark(number, ConnectionState.DISCONNECTED);
        }
        if (held) {
            backoff.reset();
        }
        final long delay = renewAtOnce ? 0 : backoff.nextDelay();
        renewAtOnce = false;
        context.report("connection " + number + " to " + plan.uri() + " is down ("
                + reasonText() + "); next attempt in "
                + TimeUnit.NANOSECONDS.toMillis(delay) + " ms");
        after(delay, this::open);
    }

    private String reasonText() {
        if (reason instanceof UnknownHostException) {
            return "no address is known for " + plan.uri().getHost() + ", check the network";
        }
        return reason == null ? "closed by the venue" : reason.getMessage();
    }

    /** Whether nothing is read for want of room, which is no fault of the venue. */
    boolean isPaused() {
        return paused;
    }

    /** Stops reading; a handshake is still read to its end. */
    void pause() {
        paused = true;
        if (channel != null && connected) {
            channel.config().setAutoRead(false);
        }
    }

    /** Reads again. */
    void proceed() {
        paused = false;
        if (channel != null) {
            channel.config().setAutoRead(true);
        }
    }

    void close() {
        closed = true;
        if (channel != null) {
            closeChannel();
        }
    }
}
