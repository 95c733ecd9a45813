package io.millrace.feed.net;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.CodecException;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import io.netty.handler.codec.http.websocketx.WebSocketClientProtocolHandler;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketHandshakeException;
import io.netty.handler.timeout.IdleStateEvent;
import java.io.IOException;
import java.net.SocketTimeoutException;

/**
 * The last handler of a connection's pipeline: hands whole messages and what happens to the connection.
 *
 * <p>Thread: the network thread. Allocation: by Netty. Deterministic: no.
 */
final class ConnectionHandler extends SimpleChannelInboundHandler<WebSocketFrame> {
    private final Session session;
    private boolean inactive;

    ConnectionHandler(final Session session) {
        this.session = session;
    }

    @Override
    protected void channelRead0(final ChannelHandlerContext context, final WebSocketFrame frame) {
        session.frame(frame.content(), frame instanceof BinaryWebSocketFrame);
    }

    @Override
    public void userEventTriggered(final ChannelHandlerContext context, final Object event) {
        if (event == WebSocketClientProtocolHandler.ClientHandshakeStateEvent.HANDSHAKE_COMPLETE) {
            session.connected();
        } else if (event == WebSocketClientProtocolHandler.ClientHandshakeStateEvent.HANDSHAKE_TIMEOUT) {
            session.trouble(new SocketTimeoutException("the handshake was not answered in time"));
        } else if (event instanceof IdleStateEvent idle && !session.isPaused()) {
            if (idle.isFirst()) {
                context.writeAndFlush(new PingWebSocketFrame())
                        .addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
            } else {
                session.trouble(new SocketTimeoutException("nothing came for too long, not even an answer to a ping"));
                close(context);
            }
        }
    }

    private static void close(final ChannelHandlerContext context) {
        context.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }

    @Override
    public void channelInactive(final ChannelHandlerContext context) {
        if (!inactive) {
            inactive = true;
            session.lost();
        }
    }

    @Override
    public void exceptionCaught(final ChannelHandlerContext context, final Throwable cause) {
        if (cause instanceof WebSocketClientHandshakeException refusal && refusal.response() != null) {
            final HttpResponseStatus status = refusal.response().status();
            session.refused(status.code(), status.reasonPhrase());
        } else if (cause instanceof IOException
                || cause instanceof CodecException
                || cause instanceof WebSocketHandshakeException) {
            session.trouble(cause);
        } else {
            session.failed(cause);
        }
        close(context);
    }
}
