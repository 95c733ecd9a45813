package io.millrace.feed.simulator;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.net.NetworkThread;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/**
 * A venue in this process, on the loopback interface: speaks Binance's websocket protocol and plays a {@link Tape}.
 *
 * <pre>
 *   /ws/&lt;stream&gt;                raw stream
 *   /ws                         raw streams, by SUBSCRIBE
 *   /stream?streams=&lt;a&gt;/&lt;b&gt;     combined streams      any of them behind one more path, such as /market
 *   /stream                     combined streams, by SUBSCRIBE
 * </pre>
 *
 * <p>A client that is slow is not waited for, unless the tape has no pace of its own: its frames are skipped and counted.
 *
 * <p>Thread: any; all work is done by one thread of its own. Allocation: by Netty. Deterministic: as far as its tape is.
 */
public final class EmbeddedExchange implements AutoCloseable {
    private static final int LONGEST_REQUEST = 1 << 16;
    private static final long TICK_MILLIS = 1;

    private final Tape tape;
    private final ExchangeConfig config;
    private final ExchangeCounts counts = new ExchangeCounts();
    private final Sessions sessions;
    private final NetworkThread network = new NetworkThread("exchange");
    private Channel server;

    /** @param tape what it plays; closed with the exchange */
    public EmbeddedExchange(final Tape tape, final ExchangeConfig config) {
        this.tape = tape;
        this.config = config;
        this.sessions = new Sessions(counts);
    }

    /** An exchange with the usual behaviour. */
    public EmbeddedExchange(final Tape tape) {
        this(tape, new ExchangeConfig());
    }

    /**
     * Opens the port.
     *
     * @throws ConnectorException if it is taken
     */
    public EmbeddedExchange start() {
        final ChannelFuture bound = new ServerBootstrap()
                .group(network.eventLoop())
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(final SocketChannel channel) {
                        if (config.tls() != null) {
                            channel.pipeline().addLast(config.tls().newHandler(channel.alloc()));
                        }
                        channel.pipeline()
                                .addLast(
                                        new HttpServerCodec(),
                                        new HttpObjectAggregator(LONGEST_REQUEST),
                                        new UpgradeHandler(sessions, config, counts));
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), config.port()))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            network.close();
            throw refusal(bound.cause());
        }
        server = bound.channel();
        final EventLoop eventLoop = network.eventLoop();
        eventLoop
                .scheduleWithFixedDelay(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS)
                .addListener(done -> {
                    if (!done.isCancelled()) {
                        counts.failed(done.cause());
                        sessions.dropAll();
                    }
                });
        return this;
    }

    private ConnectorException refusal(final Throwable cause) {
        return cause instanceof BindException
                ? new ConnectorException(
                        "port " + config.port() + " is taken: stop what uses it, or choose another port (0 for any)",
                        cause)
                : new ConnectorException("the exchange can't listen on port " + config.port(), cause);
    }

    private void tick() {
        if (sessions.streams() >= config.startAfterStreams()) {
            sessions.started();
        }
        if (sessions.isStarted()) {
            tape.play(config.clock().nanoTime(), sessions);
            sessions.flush();
            counts.tapeEnded(tape.ended());
        }
    }

    /** Where to connect to: scheme, host and port. */
    public URI uri() {
        final InetSocketAddress address = (InetSocketAddress) server.localAddress();
        return URI.create((config.tls() == null ? "ws" : "wss") + "://127.0.0.1:" + address.getPort());
    }

    /** Breaks all connections at once, without a word: what a network does. Returns when it is done. */
    public void dropConnections() {
        network.eventLoop().submit(sessions::dropAll).syncUninterruptibly();
    }

    /** Tells all clients that their connections will be closed, as the venue does before maintenance. */
    public void announceShutdown() {
        network.eventLoop().submit(sessions::announceShutdown).syncUninterruptibly();
    }

    /** What it has done so far. */
    public ExchangeCounts counts() {
        return counts;
    }

    /** Closes all connections and the port, and waits until its thread has ended. */
    @Override
    public void close() {
        if (server != null) {
            server.close().awaitUninterruptibly();
            network.eventLoop().submit(sessions::closeAll).syncUninterruptibly();
        }
        network.close();
        tape.close();
    }
}
