package io.millrace.feed.simulator;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;

/**
 * A websocket to a client.
 *
 * <p>Thread: the exchange's. Allocation: by Netty. Deterministic: no.
 */
final class SocketWire implements Wire {
    private final Channel channel;
    private final int fragmentAbove;

    SocketWire(final Channel channel, final int fragmentAbove) {
        this.channel = channel;
        this.fragmentAbove = fragmentAbove;
    }

    @Override
    public boolean hasRoom() {
        return channel.isWritable();
    }

    @Override
    public void text(final byte[] bytes, final int length) {
        final ByteBuf frame = copied(bytes, length);
        if (length > fragmentAbove) {
            write(new TextWebSocketFrame(false, 0, frame.readRetainedSlice(fragmentAbove)));
            writeRest(frame);
        } else {
            write(new TextWebSocketFrame(frame));
        }
    }

    @Override
    public void binary(final byte[] bytes, final int length) {
        final ByteBuf frame = copied(bytes, length);
        if (length > fragmentAbove) {
            write(new BinaryWebSocketFrame(false, 0, frame.readRetainedSlice(fragmentAbove)));
            writeRest(frame);
        } else {
            write(new BinaryWebSocketFrame(frame));
        }
    }

    private ByteBuf copied(final byte[] bytes, final int length) {
        return channel.alloc().buffer(length).writeBytes(bytes, 0, length);
    }

    private void writeRest(final ByteBuf message) {
        while (message.readableBytes() > fragmentAbove) {
            write(new ContinuationWebSocketFrame(false, 0, message.readRetainedSlice(fragmentAbove)));
        }
        write(new ContinuationWebSocketFrame(true, 0, message));
    }

    private void write(final WebSocketFrame frame) {
        channel.write(frame).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    void ping(final long payload) {
        write(new PingWebSocketFrame(channel.alloc().buffer(Long.BYTES).writeLong(payload)));
        flush();
    }

    @Override
    public void flush() {
        channel.flush();
    }

    @Override
    public void close() {
        channel.writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.ENDPOINT_UNAVAILABLE))
                .addListener(ChannelFutureListener.CLOSE);
    }

    @Override
    public void drop() {
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }
}
