package io.millrace.feed.net;

import io.netty.handler.ssl.SslContext;
import java.nio.file.Path;
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
    private int ringUnits = 1 << 17;
    private Duration streamSilence = Duration.ofSeconds(30);
    private Duration confirmWithin = Duration.ofSeconds(10);
    private Duration snapshotWithin = Duration.ofSeconds(10);
    private Duration overlap = Duration.ofSeconds(1);
    private Duration patience = Duration.ofSeconds(1);
    private Duration restTimeout = Duration.ofSeconds(10);
    private int longestBody = 32 << 20;
    private boolean redundant;
    private Overflow overflow = Overflow.BLOCK;
    private Path recordTo;
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

    /** Wait before the first attempt to reconnect, or to ask for a book again; doubles with each further one. */
    public Duration firstDelay() {
        return firstDelay;
    }

    /** Wait before the first attempt to reconnect, or to ask for a book again; doubles with each further one. */
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

    /**
     * Size of the ring between the network thread and the ingress thread, in units of 64 bytes; a power of two. The events
     * of one frame must have room in it: a level of a book takes 96 bytes.
     */
    public int ringUnits() {
        return ringUnits;
    }

    /**
     * Size of the ring between the network thread and the ingress thread, in units of 64 bytes; a power of two. The events
     * of one frame must have room in it: a level of a book takes 96 bytes.
     */
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

    /** A stream that pauses for less than this is never taken for silent; see {@link io.millrace.feed.gate.StreamWatch}. */
    public Duration streamSilence() {
        return streamSilence;
    }

    /** A stream that pauses for less than this is never taken for silent; see {@link io.millrace.feed.gate.StreamWatch}. */
    public ConnectionConfig streamSilence(final Duration value) {
        streamSilence = value;
        return this;
    }

    /** How long a venue may take to confirm subscriptions before that is reported. */
    public Duration confirmWithin() {
        return confirmWithin;
    }

    /** How long a venue may take to confirm subscriptions before that is reported. */
    public ConnectionConfig confirmWithin(final Duration value) {
        confirmWithin = value;
        return this;
    }

    /** How long a venue may take to send a book that was asked for in band before its connection is made anew. */
    public Duration snapshotWithin() {
        return snapshotWithin;
    }

    /** How long a venue may take to send a book that was asked for in band before its connection is made anew. */
    public ConnectionConfig snapshotWithin(final Duration value) {
        snapshotWithin = value;
        return this;
    }

    /** How long a connection goes on when another one has taken its place, so that nothing is lost on the way. */
    public Duration overlap() {
        return overlap;
    }

    /** How long a connection goes on when another one has taken its place, so that nothing is lost on the way. */
    public ConnectionConfig overlap(final Duration value) {
        overlap = value;
        return this;
    }

    /** How long an update of a book that one of two connections has missed is waited for on the other. */
    public Duration patience() {
        return patience;
    }

    /** How long an update of a book that one of two connections has missed is waited for on the other. */
    public ConnectionConfig patience(final Duration value) {
        patience = value;
        return this;
    }

    /** How long the answer to a REST request may take. */
    public Duration restTimeout() {
        return restTimeout;
    }

    /** How long the answer to a REST request may take. */
    public ConnectionConfig restTimeout(final Duration value) {
        restTimeout = value;
        return this;
    }

    /** Most bytes of the answer to a REST request. */
    public int longestBody() {
        return longestBody;
    }

    /** Most bytes of the answer to a REST request. */
    public ConnectionConfig longestBody(final int value) {
        longestBody = value;
        return this;
    }

    /** Whether each connection is there twice, all the time; what comes first counts. */
    public boolean redundant() {
        return redundant;
    }

    /** Whether each connection is there twice, all the time; what comes first counts. */
    public ConnectionConfig redundant(final boolean value) {
        redundant = value;
        return this;
    }

    /** What happens when the flow is slower than the venue. */
    public Overflow overflow() {
        return overflow;
    }

    /** What happens when the flow is slower than the venue. */
    public ConnectionConfig overflow(final Overflow value) {
        overflow = value;
        return this;
    }

    /** File for the frames as they come, in the format of captures, by gzip; null for none. Must not exist. */
    public Path recordTo() {
        return recordTo;
    }

    /** File for the frames as they come, in the format of captures, by gzip; null for none. Must not exist. */
    public ConnectionConfig recordTo(final Path value) {
        recordTo = value;
        return this;
    }
}
