package io.millrace.feed.decode;

/**
 * Is asked for each message of a frame that has been checked, before it is given: sees what comes by which stream, and
 * drops what another connection has brought already.
 *
 * <p>Thread: the one that decodes. Allocation: none in steady state. Deterministic: need not be; what passes is journaled.
 */
public interface FrameGate {
    /** Lets all pass: for feeds of one connection, and captures. */
    FrameGate OPEN = new FrameGate() {};

    /**
     * A trade.
     *
     * @param place of the instrument among the {@link KnownInstruments}
     * @return whether it is to be given
     */
    default boolean trade(final int place, final long tradeId, final long exchangeTime) {
        return true;
    }

    /** A best bid and offer; the id is -1 if the venue gives none. */
    default boolean quote(final int place, final long updateId, final long exchangeTime) {
        return true;
    }

    /**
     * A message of a book. Ids are -1 if the venue gives none.
     *
     * @param snapshot whether it replaces the book
     */
    default boolean book(
            final int place, final boolean snapshot, final long firstId, final long lastId, final long previousId) {
        return true;
    }

    /** Something else of an instrument, which has no number: a funding rate, a mark price, a liquidation. */
    default boolean news(final int place, final FrameKind kind, final long exchangeTime) {
        return true;
    }

    /** Whether the book of the instrument at a place comes by this connection: what happens to the connection, happens to it. */
    default boolean carries(final int place) {
        return true;
    }
}
