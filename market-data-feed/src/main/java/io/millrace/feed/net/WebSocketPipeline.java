package io.millrace.feed.net;

import io.millrace.engine.spi.ConnectorException;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;

/**
 * Puts together what a client connection goes through. Pings are answered, and messages in fragments put together, by
 * Netty's handlers. Text is not checked to be UTF-8: the decoder takes bytes.
 *
 * <pre>
 *   socket ─▶ TLS ─▶ silence watch ─▶ HTTP ─▶ websocket protocol ─▶ fragments ─▶ ConnectionHandler
 * </pre>
 *
 * <p>Thread: the network thread. Allocation: for each connection. Deterministic: no.
 */
final class WebSocketPipeline extends ChannelInitializer<SocketChannel> {
    private static final int LONGEST_RESPONSE = 1 << 16;

    private final ConnectionPlan plan;
    private final ConnectionConfig config;
    private final SslContext tls;
    private final Supplier<ChannelHandler> last;

    /** @param last makes the handler of messages */
    WebSocketPipeline(final ConnectionPlan plan, final ConnectionConfig config, final Supplier<ChannelHandler> last) {
        this.plan = plan;
        this.config = config;
        this.tls = plan.isSecure() ? tls(config) : null;
        this.last = last;
    }

    private static SslContext tls(final ConnectionConfig config) {
        if (config.tls() != null) {
            return config.tls();
        }
        try {
            return SslContextBuilder.forClient().sslProvider(SslProvider.JDK).build();
        } catch (final SSLException e) {
            throw new ConnectorException("TLS can't be set up: check the JDK's security settings and trust store", e);
        }
    }

    @Override
    protected void initChannel(final SocketChannel channel) {
        final ChannelPipeline pipeline = channel.pipeline();
        if (tls != null) {
            pipeline.addLast(tls.newHandler(channel.alloc(), plan.uri().getHost(), plan.port()));
        }
        final WebSocketClientProtocolConfig protocol = WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(plan.uri())
                .maxFramePayloadLength(config.longestFrame())
                .handshakeTimeoutMillis(config.connectTimeout().toMillis())
                .withUTF8Validator(false)
                .build();
        pipeline.addLast(
                new IdleStateHandler(config.silence().toNanos() / 2, 0, 0, TimeUnit.NANOSECONDS),
                new HttpClientCodec(),
                new HttpObjectAggregator(LONGEST_RESPONSE),
                new WebSocketClientProtocolHandler(protocol),
                new WebSocketFrameAggregator(config.longestFrame()),
                last.get());
    }
}
