package io.millrace.feed.net;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolConfig;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.timeout.IdleStateHandler;
import java.util.concurrent.TimeUnit;

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
final class WebSocketPipeline {
    private static final int LONGEST_RESPONSE = 1 << 16;

    private WebSocketPipeline() {}

    /** Adds the handlers of one connection; the last one takes whole messages. */
    static void add(
            final ChannelPipeline pipeline,
            final ConnectionPlan plan,
            final ConnectionConfig config,
            final ChannelHandler last) {
        final HttpHeaders headers = new DefaultHttpHeaders();
        plan.headers().forEach(headers::set);
        final WebSocketClientProtocolConfig protocol = WebSocketClientProtocolConfig.newBuilder()
                .webSocketUri(plan.uri())
                .customHeaders(headers)
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
                last);
    }
}
