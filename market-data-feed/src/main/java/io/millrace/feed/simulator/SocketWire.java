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
import java.util.ArrayList;
import java.util.List;

/**
 * A websocket to a client.
 *
 * <p>Thread: the exchange's. Allocation: by Netty. Deterministic: no.
 */
final class SocketWire implements Wire {
    private static final int HEADER = 10;
    private static final int TEXT = 0x81;
    private static final int BINARY = 0x82;
    private static final int SHORT = 126;
    private static final int LONG = 127;
    private static final int LONGEST_SHORT = 1 << 16;

    private final Channel channel;
    private final int fragmentAbove;
    private final List<WebSocketFrame> greetings = new ArrayList<>();
    private boolean isOpen;

    SocketWire(final Channel channel, final int fragmentAbove) {
        this.channel = channel;
        this.fragmentAbove = fragmentAbove;
    }

    @Override
    public boolean hasRoom() {
        // A connection that is gone is not slow.
        return channel.isWritable() || !channel.isActive();
    }

    @Override
    public void text(final byte[] bytes, final int length) {
        message(bytes, length, false, fragmentAbove);
    }

    @Override
    public void binary(final byte[] bytes, final int length) {
        message(bytes, length, true, fragmentAbove);
    }

    @Override
    public void fragments(final byte[] bytes, final int length, final boolean binary, final int pieces) {
        message(bytes, length, binary, Math.max(1, length / pieces));
    }

    private void message(final byte[] bytes, final int length, final boolean binary, final int longest) {
        final ByteBuf message = channel.alloc().buffer(length).writeBytes(bytes, 0, length);
        if (length <= longest) {
            write(first(message, binary, true));
            return;
        }
        write(first(message.readRetainedSlice(longest), binary, false));
        while (message.readableBytes() > longest) {
            write(new ContinuationWebSocketFrame(false, 0, message.readRetainedSlice(longest)));
        }
        write(new ContinuationWebSocketFrame(true, 0, message));
    }

    private static WebSocketFrame first(final ByteBuf content, final boolean binary, final boolean last) {
        return binary ? new BinaryWebSocketFrame(last, 0, content) : new TextWebSocketFrame(last, 0, content);
    }

    /**
     * What the codec would write, up to a byte. Bytes pass through the codec as they are.
     *
     * <pre>
     *   0x81 or 0x82 | 126 | length, 2 bytes | message ...
     *                | 127 | length, 8 bytes |
     * </pre>
     */
    @Override
    public void cut(final byte[] bytes, final int length, final boolean binary, final int sent) {
        final ByteBuf part = channel.alloc().buffer(sent + HEADER).writeByte(binary ? BINARY : TEXT);
        if (length < LONGEST_SHORT) {
            part.writeByte(SHORT).writeShort(length);
        } else {
            part.writeByte(LONG).writeLong(length);
        }
        channel.writeAndFlush(part.writeBytes(bytes, 0, sent)).addListener(ChannelFutureListener.CLOSE);
    }

    /** Greetings may come before the handshake is done: they wait. */
    private void write(final WebSocketFrame frame) {
        if (!isOpen) {
            greetings.add(frame);
            return;
        }
        channel.write(frame).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    /** The handshake is done. */
    void open() {
        isOpen = true;
        greetings.forEach(this::write);
        greetings.clear();
        flush();
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
