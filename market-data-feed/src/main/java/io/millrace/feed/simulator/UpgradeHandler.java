package io.millrace.feed.simulator;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers the handshake of a client: the path says which streams it wants and in which form.
 *
 * <p>Thread: the exchange's. Allocation: for each connection. Deterministic: no.
 */
final class UpgradeHandler extends SimpleChannelInboundHandler<FullHttpRequest> {
    private static final Pattern PATH = Pattern.compile("(?:/[a-z]+)?/(ws|stream)(?:/([^/]+))?/?");
    private static final int LONGEST_REQUEST = 1 << 16;

    private final Sessions sessions;
    private final ExchangeConfig config;
    private final ExchangeCounts counts;

    UpgradeHandler(final Sessions sessions, final ExchangeConfig config, final ExchangeCounts counts) {
        this.sessions = sessions;
        this.config = config;
        this.counts = counts;
    }

    @Override
    protected void channelRead0(final ChannelHandlerContext context, final FullHttpRequest request) {
        final QueryStringDecoder query = new QueryStringDecoder(request.uri());
        final Matcher path = PATH.matcher(query.path());
        final WebSocketServerHandshaker handshaker = path.matches() ? handshaker(request) : null;
        if (handshaker == null) {
            refuse(context);
            return;
        }
        final boolean combined = "stream".equals(path.group(1));
        final ExchangeSession session =
                new ExchangeSession(context.channel(), combined, config.fragmentAbove(), counts);
        session.subscribe(combined ? streams(query) : raw(path.group(2)));
        context.pipeline().addLast(new SessionHandler(session, sessions, config, counts, handshaker));
        context.pipeline().remove(this);
        handshaker.handshake(context.channel(), request).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
        sessions.add(session);
    }

    private static WebSocketServerHandshaker handshaker(final FullHttpRequest request) {
        return request.headers().contains(HttpHeaderNames.UPGRADE)
                ? new WebSocketServerHandshakerFactory("ws://127.0.0.1" + request.uri(), null, false, LONGEST_REQUEST)
                        .newHandshaker(request)
                : null;
    }

    private static List<String> streams(final QueryStringDecoder query) {
        final List<String> streams = new ArrayList<>();
        for (final String list : query.parameters().getOrDefault("streams", List.of())) {
            streams.addAll(List.of(list.split("/", -1)));
        }
        return streams;
    }

    private static List<String> raw(final String stream) {
        return stream == null ? List.of() : List.of(stream);
    }

    private static void refuse(final ChannelHandlerContext context) {
        context.writeAndFlush(new DefaultFullHttpResponse(
                        HttpVersion.HTTP_1_1, HttpResponseStatus.NOT_FOUND, Unpooled.EMPTY_BUFFER))
                .addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void exceptionCaught(final ChannelHandlerContext context, final Throwable cause) {
        context.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }
}
