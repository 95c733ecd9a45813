package io.millrace.operators.market;

import io.millrace.engine.item.OffHeapCodec;
import io.millrace.operators.market.sbe.ConnectionState;
import io.millrace.operators.market.sbe.FeedStatusDecoder;

/**
 * A connection came, went, or lost something.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class FeedStatus extends MarketEvent {
    /** How it is encoded; a decoded one is a view. */
    public static final OffHeapCodec<FeedStatus> CODEC =
            new EventCodec<>("millrace.feed-status", FeedStatusDecoder.BLOCK_LENGTH, FeedStatus::new);

    /** Number of the connection in its feed. */
    public int connection() {
        return int32(FeedStatusDecoder.connectionEncodingOffset());
    }

    /** What happened. */
    public ConnectionState state() {
        return ConnectionState.get(int8(FeedStatusDecoder.stateEncodingOffset()));
    }

    /** When, epoch nanoseconds. */
    public long time() {
        return int64(FeedStatusDecoder.timeEncodingOffset());
    }

    /** Messages known to be lost, or -1 if that is not known. */
    public long lost() {
        return int64(FeedStatusDecoder.lostEncodingOffset());
    }

    @Override
    public String toString() {
        return "connection " + connection() + ": " + state() + (lost() > 0 ? ", lost " + lost() : "") + ", time "
                + time();
    }
}
