package io.millrace.feed.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What is to be said on a connection, one message after another with a pause between them: venues close connections that
 * talk too fast. The protocol's own pongs do not go this way.
 *
 * <p>Thread: the network thread. Allocation: for each message. Deterministic: no.
 */
final class Outbox {
    private final Channel channel;
    private final Dialer dialer;
    private final long pauseNanos;
    private final Deque<String> messages = new ArrayDeque<>();
    private boolean resting;

    Outbox(final Channel channel, final Duration pause, final Dialer dialer) {
        this.channel = channel;
        this.dialer = dialer;
        this.pauseNanos = pause.toNanos();
    }

    /** Says something, behind what waits. */
    void send(final String message) {
        messages.addLast(message);
        go();
    }

    /** Says something before what waits: a sign of life. */
    void sendFirst(final String message) {
        messages.addFirst(message);
        go();
    }

    private void go() {
        if (resting || messages.isEmpty() || !channel.isActive()) {
            return;
        }
        channel.writeAndFlush(new TextWebSocketFrame(messages.removeFirst()))
                .addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
        resting = true;
        dialer.after(pauseNanos, this::rested);
    }

    private void rested() {
        resting = false;
        go();
    }

    /** How long it takes to say what waits, nanoseconds. */
    long backlogNanos() {
        return messages.size() * pauseNanos;
    }
}
