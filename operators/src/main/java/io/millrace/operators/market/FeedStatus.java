package io.millrace.operators.market;

import io.millrace.engine.item.Codec;
import io.millrace.operators.market.sbe.ConnectionState;
import io.millrace.operators.market.sbe.FeedStatusDecoder;
import org.agrona.DirectBuffer;

/**
 * A connection came, went, or lost something.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class FeedStatus extends MarketEvent {
    /** How it is encoded; a decoded one is a view. */
    public static final Codec<FeedStatus> CODEC = new EventCodec<>("millrace.feed-status", FeedStatus::new);

    private final FeedStatusDecoder decoder = new FeedStatusDecoder();

    @Override
    void wrapBody(final DirectBuffer source, final int bodyOffset, final int blockLength, final int version) {
        decoder.wrap(source, bodyOffset, blockLength, version);
    }

    /** Number of the connection in its feed. */
    public int connection() {
        return decoder.connection();
    }

    /** What happened. */
    public ConnectionState state() {
        return decoder.state();
    }

    /** When, epoch nanoseconds. */
    public long time() {
        return decoder.time();
    }

    /** Messages known to be lost, or -1 if that is not known. */
    public long lost() {
        return decoder.lost();
    }

    @Override
    public String toString() {
        return decoder.toString();
    }
}
