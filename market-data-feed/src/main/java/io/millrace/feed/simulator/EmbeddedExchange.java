package io.millrace.feed.simulator;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.Venue;
import io.millrace.feed.Venues;
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
 * A venue in this process, on the loopback interface: speaks a venue's protocol, websockets and REST on one port, and plays a {@link Tape}.
 *
 * <pre>
 *   client ══ websocket ══▶ SessionHandler ──▶ Exchange ──▶ ExchangeClient ──▶ SocketWire ══▶ client
 *   client ══ GET ════════▶ UpgradeHandler ──▶    ▲
 *                                                 └── tick, every millisecond
 * </pre>
 *
 * <p>A client that is slow is not waited for, unless the tape has no pace of its own: its frames are skipped and counted.
 *
 * <p>Thread: any; all work is done by one thread of its own. Allocation: by Netty. Deterministic: as far as its tape is.
 */
public final class EmbeddedExchange implements AutoCloseable {
    private static final int LONGEST_REQUEST = 1 << 16;
    private static final long TICK_MILLIS = 1;
    private static final String USUAL_VENUE = "binance-spot";

    private final ExchangeConfig config;
    private final Exchange exchange;
    private final NetworkThread network = new NetworkThread("exchange");
    private Channel server;

    /** @param tape what it plays; closed with the exchange */
    public EmbeddedExchange(final Venue venue, final Tape tape, final ExchangeConfig config) {
        this(protocol(venue), tape, config);
    }

    /** @param tape what it plays; closed with the exchange */
    public EmbeddedExchange(final ExchangeProtocol protocol, final Tape tape, final ExchangeConfig config) {
        this.config = config;
        this.exchange = new Exchange(protocol, tape, config);
    }

    private static ExchangeProtocol protocol(final Venue venue) {
        return venue.exchange()
                .orElseThrow(() -> new ConnectorException("there is no exchange that speaks as " + venue.name()));
    }

    /** An exchange that speaks as Binance's spot market. */
    public EmbeddedExchange(final Tape tape, final ExchangeConfig config) {
        this(Venues.find(USUAL_VENUE), tape, config);
    }

    /** An exchange that speaks as Binance's spot market, with the usual behaviour. */
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
                                        new UpgradeHandler(exchange, config));
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
                        exchange.counts().failed(done.cause());
                        exchange.dropAll();
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
        exchange.tick(config.clock().nanoTime());
    }

    /** Where to connect to: scheme, host and port. */
    public URI uri() {
        final InetSocketAddress address = (InetSocketAddress) server.localAddress();
        return URI.create((config.tls() == null ? "ws" : "wss") + "://127.0.0.1:" + address.getPort());
    }

    /** Breaks all connections at once, without a word: what a network does. Returns when it is done. */
    public void dropConnections() {
        network.eventLoop().submit(exchange::dropAll).syncUninterruptibly();
    }

    /**
     * Does something wrong, at the next occasion.
     *
     * @param about the instrument that it is to happen to; null for any
     */
    public void strike(final Fault fault, final TrueInstrument about) {
        network.eventLoop().submit(() -> exchange.strike(fault, about)).syncUninterruptibly();
    }

    /** Tells all clients that their connections will be closed, as the venue does before maintenance. */
    public void announceShutdown() {
        network.eventLoop().submit(exchange::announceShutdown).syncUninterruptibly();
    }

    /** Its market; without instruments if a recording is played. */
    public TrueMarket market() {
        return exchange.market();
    }

    /** What it has done so far. */
    public ExchangeCounts counts() {
        return exchange.counts();
    }

    /** Closes all connections and the port, and waits until its thread has ended. */
    @Override
    public void close() {
        if (server != null) {
            server.close().awaitUninterruptibly();
            network.eventLoop().submit(exchange::closeAll).syncUninterruptibly();
        }
        network.close();
        exchange.close();
    }
}
