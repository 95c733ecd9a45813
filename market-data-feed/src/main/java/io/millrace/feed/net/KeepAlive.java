package io.millrace.feed.net;

import java.time.Duration;

/**
 * How a venue is told that the client is there, apart from answers to pings of the websocket protocol, which always come.
 *
 * @param every  how often to send {@code text}; zero for never
 * @param text   what to send, such as {@code ping}; answers count as signs of life
 * @param answer what to send when the venue asks for a sign of life
 *               ({@link io.millrace.feed.decode.FrameResult#TEST}); empty if it never does
 */
public record KeepAlive(Duration every, String text, String answer) {
    /** Pings of the websocket protocol, when nothing has come for a while. */
    public static final KeepAlive PINGS = new KeepAlive(Duration.ZERO, "", "");

    /** A text, every so often. */
    public static KeepAlive text(final Duration every, final String text) {
        return new KeepAlive(every, text, "");
    }
}
