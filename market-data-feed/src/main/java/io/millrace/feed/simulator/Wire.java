package io.millrace.feed.simulator;

/**
 * What carries messages to a client: a socket, or nothing but a call.
 *
 * <p>Thread: the exchange's.
 */
public interface Wire {

    /** Whether it can take more without piling up. */
    boolean hasRoom();

    /** A whole message; {@code bytes} are valid during the call only. */
    void text(byte[] bytes, int length);

    /** A whole binary message; {@code bytes} are valid during the call only. */
    void binary(byte[] bytes, int length);

    /** A whole message, in so many pieces as far as the wire has such; {@code bytes} are valid during the call only. */
    default void fragments(final byte[] bytes, final int length, final boolean binary, final int pieces) {
        if (binary) {
            binary(bytes, length);
        } else {
            text(bytes, length);
        }
    }

    /** The first bytes of a message, and the end of the connection. */
    default void cut(final byte[] bytes, final int length, final boolean binary, final int sent) {
        drop();
    }

    /** Sends what has been given. */
    void flush();

    /** Closes it as the protocol of websockets says. */
    void close();

    /** Breaks it: the other side gets a reset, and nothing else. */
    void drop();
}
