package io.millrace.feed.net;

import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.gate.ConnectionGate;

/**
 * Where frames come from: one session with a venue, or its REST endpoints.
 *
 * <p>Thread: the network thread. Allocation: none. Deterministic: no.
 */
final class FrameOrigin {
    private final FrameDecoder decoder;
    private final ConnectionGate gate;
    private final int connection;
    private final int plan;
    private final int number;
    private long dropped;

    /**
     * @param gate       that the decoder asks
     * @param connection number of the connection, in marks
     * @param plan       number of the plan, in recordings
     * @param number     of the session, in recordings
     */
    FrameOrigin(
            final FrameDecoder decoder,
            final ConnectionGate gate,
            final int connection,
            final int plan,
            final int number) {
        this.decoder = decoder;
        this.gate = gate;
        this.connection = connection;
        this.plan = plan;
        this.number = number;
    }

    FrameDecoder decoder() {
        return decoder;
    }

    ConnectionGate gate() {
        return gate;
    }

    int connection() {
        return connection;
    }

    int plan() {
        return plan;
    }

    int number() {
        return number;
    }

    /** A frame was dropped for want of room. */
    void drop() {
        dropped++;
    }

    /** Frames dropped since this was asked last. */
    long takeDropped() {
        final long count = dropped;
        dropped = 0;
        return count;
    }
}
