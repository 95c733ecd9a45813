package io.millrace.feed.net;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.SourceContext;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;

/**
 * What all connections of a feed have in common: its thread, its keys, its patience.
 *
 * <p>Thread: the network thread. Allocation: for each connection. Deterministic: no.
 */
final class Dialer {
    private final EventLoop eventLoop;
    private final ConnectionConfig config;
    private final SourceContext context;
    private SslContext tls;

    Dialer(final EventLoop eventLoop, final ConnectionConfig config, final SourceContext context) {
        this.eventLoop = eventLoop;
        this.config = config;
        this.context = context;
        this.tls = config.tls();
    }

    /** Whether a place is to be talked to by TLS. */
    static boolean isSecure(final URI uri) {
        return "wss".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
    }

    /** Port of a place. */
    static int port(final URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return isSecure(uri) ? 443 : 80;
    }

    /** Connects to a place; what is said there goes through TLS, if there is any, and these handlers. */
    ChannelFuture dial(final URI uri, final Consumer<ChannelPipeline> handlers) {
        final SslContext secure = isSecure(uri) ? tls() : null;
        return new Bootstrap()
                .group(eventLoop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(
                        ChannelOption.CONNECT_TIMEOUT_MILLIS,
                        Math.toIntExact(config.connectTimeout().toMillis()))
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(final SocketChannel channel) {
                        if (secure != null) {
                            channel.pipeline().addLast(secure.newHandler(channel.alloc(), uri.getHost(), port(uri)));
                        }
                        handlers.accept(channel.pipeline());
                    }
                })
                .connect(uri.getHost(), port(uri));
    }

    private SslContext tls() {
        if (tls == null) {
            try {
                tls = SslContextBuilder.forClient().sslProvider(SslProvider.JDK).build();
            } catch (final SSLException e) {
                throw new ConnectorException(
                        "TLS can't be set up: check the JDK's security settings and trust store", e);
            }
        }
        return tls;
    }

    /** Does something later; if that goes wrong, the flow fails. */
    void after(final long nanos, final Runnable task) {
        eventLoop.schedule(task, nanos, TimeUnit.NANOSECONDS).addListener(done -> {
            if (!done.isSuccess() && !done.isCancelled()) {
                context.fail(done.cause());
            }
        });
    }

    /** A clock for delays and ages. */
    long nanoTime() {
        return System.nanoTime();
    }

    ConnectionConfig config() {
        return config;
    }

    SourceContext context() {
        return context;
    }
}
