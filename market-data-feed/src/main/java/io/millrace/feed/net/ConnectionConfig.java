package io.millrace.feed.net;

import io.netty.handler.ssl.SslContext;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * How connections behave. Setters and accessors share a name; a source reads it when it is opened.
 *
 * <p>Thread: one.
 */
public final class ConnectionConfig {
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration firstDelay = Duration.ofMillis(250);
    private Duration longestDelay = Duration.ofSeconds(30);
    private Duration silence = Duration.ofSeconds(60);
    private int longestFrame = 4 << 20;
    private int ringUnits = 1 << 15;
    private RandomGenerator random = new SplittableRandom();
    private SslContext tls;

    /** How long connecting may take, and then the handshake. */
    public Duration connectTimeout() {
        return connectTimeout;
    }

    /** How long connecting may take, and then the handshake. */
    public ConnectionConfig connectTimeout(final Duration value) {
        connectTimeout = value;
        return this;
    }

    /** Wait before the first attempt to reconnect; doubles with each further one. */
    public Duration firstDelay() {
        return firstDelay;
    }

    /** Wait before the first attempt to reconnect; doubles with each further one. */
    public ConnectionConfig firstDelay(final Duration value) {
        firstDelay = value;
        return this;
    }

    /** Longest wait before an attempt to reconnect. A connection that held for longer starts the waits over. */
    public Duration longestDelay() {
        return longestDelay;
    }

    /** Longest wait before an attempt to reconnect. A connection that held for longer starts the waits over. */
    public ConnectionConfig longestDelay(final Duration value) {
        longestDelay = value;
        return this;
    }

    /** A connection on which nothing comes for this long is taken for dead; after half of it the venue is pinged. */
    public Duration silence() {
        return silence;
    }

    /** A connection on which nothing comes for this long is taken for dead; after half of it the venue is pinged. */
    public ConnectionConfig silence(final Duration value) {
        silence = value;
        return this;
    }

    /** Most bytes of a message; a longer one closes the connection. */
    public int longestFrame() {
        return longestFrame;
    }

    /** Most bytes of a message; a longer one closes the connection. */
    public ConnectionConfig longestFrame(final int value) {
        longestFrame = value;
        return this;
    }

    /** Size of the ring between the network thread and the ingress thread, in units of 64 bytes; a power of two. */
    public int ringUnits() {
        return ringUnits;
    }

    /** Size of the ring between the network thread and the ingress thread, in units of 64 bytes; a power of two. */
    public ConnectionConfig ringUnits(final int value) {
        ringUnits = value;
        return this;
    }

    /** Spreads the waits. */
    public RandomGenerator random() {
        return random;
    }

    /** Spreads the waits. */
    public ConnectionConfig random(final RandomGenerator value) {
        random = value;
        return this;
    }

    /** Keys and trust for {@code wss}, or null for those of the JDK. */
    public SslContext tls() {
        return tls;
    }

    /** Keys and trust for {@code wss}, or null for those of the JDK. */
    public ConnectionConfig tls(final SslContext value) {
        tls = value;
        return this;
    }
}
