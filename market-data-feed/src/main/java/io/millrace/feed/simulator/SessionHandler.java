package io.millrace.feed.simulator;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * What a client says: requests, pings, pongs, farewells. Keeps the venue's rules: a client that asks too often, or does not
 * answer pings, is disconnected.
 *
 * <p>Thread: the exchange's. Allocation: by Netty. Deterministic: no.
 */
final class SessionHandler extends SimpleChannelInboundHandler<WebSocketFrame> {
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int UNANSWERED_PINGS = 3;

    private final ExchangeClient client;
    private final SocketWire wire;
    private final ExchangeConfig config;
    private final ExchangeCounts counts;
    private final WebSocketServerHandshaker handshaker;
    private ScheduledFuture<?> pings;
    private long pinged;
    private long answered;
    private long secondBegan;
    private int requestsInSecond;

    SessionHandler(
            final ExchangeClient client,
            final SocketWire wire,
            final ExchangeConfig config,
            final ExchangeCounts counts,
            final WebSocketServerHandshaker handshaker) {
        this.client = client;
        this.wire = wire;
        this.config = config;
        this.counts = counts;
        this.handshaker = handshaker;
    }

    @Override
    public void handlerAdded(final ChannelHandlerContext context) {
        final long interval = config.pingInterval().toNanos();
        pings = context.executor().scheduleWithFixedDelay(this::ping, interval, interval, TimeUnit.NANOSECONDS);
    }

    private void ping() {
        if (pinged - answered >= UNANSWERED_PINGS) {
            wire.drop();
        } else {
            wire.ping(++pinged);
        }
    }

    @Override
    protected void channelRead0(final ChannelHandlerContext context, final WebSocketFrame frame) {
        if (frame instanceof TextWebSocketFrame text) {
            if (isTooMany()) {
                wire.close();
            } else {
                client.said(text.text());
            }
        } else if (frame instanceof PongWebSocketFrame) {
            if (frame.content().readableBytes() == Long.BYTES && frame.content().getLong(0) == pinged) {
                answered = pinged;
                counts.answered();
            }
        } else if (frame instanceof PingWebSocketFrame) {
            context.writeAndFlush(new PongWebSocketFrame(frame.content().retain()))
                    .addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        } else if (frame instanceof CloseWebSocketFrame farewell) {
            handshaker
                    .close(context.channel(), farewell.retain())
                    .addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
        }
    }

    private boolean isTooMany() {
        final long now = System.nanoTime();
        if (now - secondBegan >= NANOS_PER_SECOND) {
            secondBegan = now;
            requestsInSecond = 0;
        }
        return ++requestsInSecond > config.messagesPerSecond();
    }

    @Override
    public void channelInactive(final ChannelHandlerContext context) {
        pings.cancel(false);
        client.gone();
    }

    @Override
    public void exceptionCaught(final ChannelHandlerContext context, final Throwable cause) {
        context.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }
}
