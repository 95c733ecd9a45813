package io.millrace.feed.simulator;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.ContinuationWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One client of an exchange: what it has subscribed to, and what it gets.
 *
 * <p>Thread: the exchange's. Allocation: by Netty. Deterministic: no.
 */
final class ExchangeSession {
    private final Channel channel;
    private final boolean combined;
    private final int fragmentAbove;
    private final ExchangeCounts counts;
    private final Map<String, String> subscriptions = new LinkedHashMap<>();

    /** @param combined whether frames are wrapped with the name of their stream */
    ExchangeSession(
            final Channel channel, final boolean combined, final int fragmentAbove, final ExchangeCounts counts) {
        this.channel = channel;
        this.combined = combined;
        this.fragmentAbove = fragmentAbove;
        this.counts = counts;
    }

    int streams() {
        return subscriptions.size();
    }

    boolean hasRoom() {
        return channel.isWritable();
    }

    void subscribe(final List<String> streams) {
        streams.forEach(stream -> subscriptions.put(StreamName.withoutSpeed(stream), stream));
    }

    private void unsubscribe(final List<String> streams) {
        streams.forEach(stream -> subscriptions.remove(StreamName.withoutSpeed(stream)));
    }

    /** A frame of the tape, which the client gets if it has subscribed and can take it. */
    void frame(final String streamWithoutSpeed, final byte[] bytes, final int offset, final int length) {
        final String stream = subscriptions.get(streamWithoutSpeed);
        if (stream == null) {
            return;
        }
        if (!channel.isWritable()) {
            counts.skipped();
            return;
        }
        final ByteBuf frame = channel.alloc().buffer(length + stream.length() + 32);
        if (combined) {
            ByteBufUtil.writeUtf8(frame, "{\"stream\":\"");
            ByteBufUtil.writeUtf8(frame, stream);
            ByteBufUtil.writeUtf8(frame, "\",\"data\":");
            frame.writeBytes(bytes, offset, length).writeByte('}');
        } else {
            frame.writeBytes(bytes, offset, length);
        }
        counts.sent();
        if (frame.readableBytes() > fragmentAbove) {
            writeFragments(frame);
        } else {
            write(new TextWebSocketFrame(frame));
        }
    }

    private void writeFragments(final ByteBuf message) {
        write(new TextWebSocketFrame(false, 0, message.readRetainedSlice(fragmentAbove)));
        while (message.readableBytes() > fragmentAbove) {
            write(new ContinuationWebSocketFrame(false, 0, message.readRetainedSlice(fragmentAbove)));
        }
        write(new ContinuationWebSocketFrame(true, 0, message));
    }

    private void write(final WebSocketFrame frame) {
        channel.write(frame).addListener(ChannelFutureListener.CLOSE_ON_FAILURE);
    }

    void flush() {
        channel.flush();
    }

    /** Carries out a request and answers it, in the venue's words. */
    void request(final String text) {
        counts.requested();
        final ClientRequest request = ClientRequest.parse(text);
        if (request == null) {
            answer("{\"code\":3,\"msg\":\"Invalid JSON: expected value at line 1 column 1\"}");
            return;
        }
        switch (request.method()) {
            case "SUBSCRIBE" -> {
                if (request.params().stream().allMatch(StreamName::isValid)) {
                    subscribe(request.params());
                    done(request);
                } else {
                    refuse(request, "invalid stream");
                }
            }
            case "UNSUBSCRIBE" -> {
                unsubscribe(request.params());
                done(request);
            }
            case "LIST_SUBSCRIPTIONS" ->
                answer(subscriptions.values().stream()
                        .map(stream -> "\"" + stream + "\"")
                        .collect(Collectors.joining(",", "{\"result\":[", "],\"id\":" + request.id() + "}")));
            default -> refuse(request, "unknown variant `" + request.method() + "`");
        }
    }

    private void done(final ClientRequest request) {
        answer("{\"result\":null,\"id\":" + request.id() + "}");
    }

    private void refuse(final ClientRequest request, final String reason) {
        answer("{\"code\":2,\"msg\":\"Invalid request: " + reason + "\",\"id\":" + request.id() + "}");
    }

    private void answer(final String text) {
        write(new TextWebSocketFrame(text));
        flush();
    }

    void ping(final long payload) {
        write(new PingWebSocketFrame(channel.alloc().buffer(Long.BYTES).writeLong(payload)));
        flush();
    }

    void announceShutdown() {
        answer("{\"stream\":\"!serverShutdown\",\"data\":{\"e\":\"serverShutdown\",\"E\":0}}");
    }

    /** Breaks the connection: the other side gets a reset, and nothing else. */
    void drop() {
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        channel.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }

    /** Closes the connection as the protocol says. */
    void close() {
        channel.writeAndFlush(new CloseWebSocketFrame(WebSocketCloseStatus.ENDPOINT_UNAVAILABLE))
                .addListener(ChannelFutureListener.CLOSE);
    }
}
