package io.millrace.feed.net;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpVersion;
import java.net.URI;

/**
 * One GET, on a connection of its own.
 *
 * <p>Thread: the network thread. Allocation: yes. Deterministic: no.
 */
final class RestCall extends SimpleChannelInboundHandler<FullHttpResponse> {
    private static final int USUAL_BAN_SECONDS = 60;
    private static final int LONGEST_BAN_SECONDS = 3_600;

    private final URI base;
    private final String path;
    private final Dialer dialer;
    private final RestClient.Outcome outcome;

    RestCall(final URI base, final String path, final Dialer dialer, final RestClient.Outcome outcome) {
        this.base = base;
        this.path = base.getRawPath() == null || base.getRawPath().length() <= 1 ? path : base.getRawPath() + path;
        this.dialer = dialer;
        this.outcome = outcome;
    }

    void start() {
        final ChannelFuture attempt = dialer.dial(
                base,
                pipeline -> pipeline.addLast(
                        new HttpClientCodec(),
                        new HttpObjectAggregator(dialer.config().longestBody()),
                        this));
        final Channel channel = attempt.channel();
        attempt.addListener(done -> {
            if (done.isSuccess()) {
                channel.writeAndFlush(request()).addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
            } else {
                fail(done.cause().getMessage());
            }
        });
        dialer.after(dialer.config().restTimeout().toNanos(), () -> {
            fail("no answer in time");
            close(channel);
        });
    }

    private FullHttpRequest request() {
        final FullHttpRequest request =
                new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path, Unpooled.EMPTY_BUFFER);
        request.headers()
                .set(HttpHeaderNames.HOST, base.getRawAuthority())
                .set(HttpHeaderNames.ACCEPT, "application/json")
                .set(HttpHeaderNames.USER_AGENT, "millrace")
                .set(HttpHeaderNames.CONNECTION, HttpHeaderValues.CLOSE);
        return request;
    }

    private void fail(final String why) {
        outcome.failed(path + ": " + why, false);
    }

    private static void close(final Channel channel) {
        channel.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }

    @Override
    protected void channelRead0(final ChannelHandlerContext context, final FullHttpResponse response) {
        final int status = response.status().code();
        if (status == Http.OK) {
            outcome.body(response.content());
        } else {
            final String why =
                    path + ": HTTP " + status + " " + response.status().reasonPhrase();
            if (Http.isTooMuch(status)) {
                outcome.tooMuch(why, banSeconds(response));
            } else {
                outcome.failed(why, Http.isFinal(status));
            }
        }
        close(context.channel());
    }

    private static int banSeconds(final FullHttpResponse response) {
        final int said = response.headers().getInt(HttpHeaderNames.RETRY_AFTER, USUAL_BAN_SECONDS);
        return Math.max(1, Math.min(said, LONGEST_BAN_SECONDS));
    }

    @Override
    public void channelInactive(final ChannelHandlerContext context) {
        fail("the connection was closed before the answer was there");
    }

    @Override
    public void exceptionCaught(final ChannelHandlerContext context, final Throwable cause) {
        fail(cause.getMessage());
        close(context.channel());
    }
}
