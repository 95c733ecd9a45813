package io.millrace.feed.simulator;

import io.netty.handler.ssl.SslContext;
import java.time.Duration;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.OffsetEpochNanoClock;

/**
 * How an exchange behaves. Setters and accessors share a name; an exchange reads it when it starts.
 *
 * <p>Thread: one.
 */
public final class ExchangeConfig {
    private int port;
    private Duration pingInterval = Duration.ofSeconds(20);
    private int messagesPerSecond = 5;
    private int startAfterStreams = 1;
    private int fragmentAbove = Integer.MAX_VALUE;
    private FaultPlan faults = FaultPlan.NONE;
    private SslContext tls;
    private EpochNanoClock clock = new OffsetEpochNanoClock();

    /** Port on the loopback interface; 0 for any that is free. */
    public int port() {
        return port;
    }

    /** Port on the loopback interface; 0 for any that is free. */
    public ExchangeConfig port(final int value) {
        port = value;
        return this;
    }

    /** How often clients are pinged. One that has not answered after three times as long is disconnected. */
    public Duration pingInterval() {
        return pingInterval;
    }

    /** How often clients are pinged. One that has not answered after three times as long is disconnected. */
    public ExchangeConfig pingInterval(final Duration value) {
        pingInterval = value;
        return this;
    }

    /** Requests that a client may make in a second; one that makes more is disconnected. */
    public int messagesPerSecond() {
        return messagesPerSecond;
    }

    /** Requests that a client may make in a second; one that makes more is disconnected. */
    public ExchangeConfig messagesPerSecond(final int value) {
        messagesPerSecond = value;
        return this;
    }

    /** The tape starts once so many streams are subscribed to, over all clients. */
    public int startAfterStreams() {
        return startAfterStreams;
    }

    /** The tape starts once so many streams are subscribed to, over all clients. */
    public ExchangeConfig startAfterStreams(final int value) {
        startAfterStreams = value;
        return this;
    }

    /** Messages with more bytes are sent in fragments of so many. */
    public int fragmentAbove() {
        return fragmentAbove;
    }

    /** Messages with more bytes are sent in fragments of so many. */
    public ExchangeConfig fragmentAbove(final int value) {
        fragmentAbove = value;
        return this;
    }

    /** Key and certificate for {@code wss}, or null for {@code ws}. */
    public SslContext tls() {
        return tls;
    }

    /** Key and certificate for {@code wss}, or null for {@code ws}. */
    public ExchangeConfig tls(final SslContext value) {
        tls = value;
        return this;
    }

    /** What goes wrong, and when; nothing if nothing is said. */
    public FaultPlan faults() {
        return faults;
    }

    /** What goes wrong, and when; nothing if nothing is said. */
    public ExchangeConfig faults(final FaultPlan value) {
        faults = value;
        return this;
    }

    /** Time of the tape. */
    public EpochNanoClock clock() {
        return clock;
    }

    /** Time of the tape. */
    public ExchangeConfig clock(final EpochNanoClock value) {
        clock = value;
        return this;
    }
}
