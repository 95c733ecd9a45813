package io.millrace.feed.simulator;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.nio.charset.StandardCharsets;

/**
 * Answers what comes before a websocket: its handshake, or GETs.
 *
 * <p>Thread: the exchange's. Allocation: for each connection. Deterministic: no.
 */
final class UpgradeHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final int LONGEST_REQUEST = 1 << 16;

    private final Exchange exchange;
    private final ExchangeConfig config;

    UpgradeHandler(final Exchange exchange, final ExchangeConfig config) {
        this.exchange = exchange;
        this.config = config;
    }

    @Override
    protected void channelRead0(final ChannelHandlerContext context, final FullHttpRequest request) {
        if (!request.headers().containsValue(HttpHeaderNames.UPGRADE, HttpHeaderValues.WEBSOCKET, true)) {
            answer(context, exchange.get(request.uri(), config.clock().nanoTime()));
            return;
        }
        final WebSocketServerHandshaker handshaker = new WebSocketServerHandshakerFactory(
                        "ws://127.0.0.1" + request.uri(), null, false, LONGEST_REQUEST)
                .newHandshaker(request);
        final SocketWire wire = new SocketWire(context.channel(), config.fragmentAbove());
        final ExchangeClient client = handshaker == null
                ? null
                : exchange.connect(request.uri(), wire, config.clock().nanoTime());
        if (client == null) {
            answer(context, RestReply.NOT_FOUND);
            return;
        }
        context.pipeline().addLast(new SessionHandler(client, wire, config, exchange.counts(), handshaker));
        context.pipeline().remove(this);
        handshaker.handshake(context.channel(), request).addListener(done -> {
            if (done.isSuccess()) {
                wire.open();
            } else {
                wire.drop();
            }
        });
    }

    private static void answer(final ChannelHandlerContext context, final RestReply reply) {
        final ByteBuf body = Unpooled.copiedBuffer(reply.body(), StandardCharsets.UTF_8);
        final DefaultFullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(reply.status()), body);
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON)
                .setInt(HttpHeaderNames.CONTENT_LENGTH, body.readableBytes());
        if (reply.status() == HttpResponseStatus.TOO_MANY_REQUESTS.code()) {
            response.headers().setInt(HttpHeaderNames.RETRY_AFTER, 1);
        }
        context.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    @Override
    public void exceptionCaught(final ChannelHandlerContext context, final Throwable cause) {
        context.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }
}
