package io.millrace.feed.simulator;

/**
 * One client of a venue, as the venue's protocol sees it: what it has subscribed to, how far its numbers are. Spells what it is to
 * get, and nothing that it has not subscribed to.
 *
 * <p>Books: {@link #book} is called when a book has been reported, at most every {@link SyntheticMarket#reportEvery}. What a
 * client of some depth must be told then is in the {@link BookView} of that depth. A client that subscribes in between gets
 * its snapshot with the next report, instead of the changes: {@link BookView#image}.
 *
 * <p>Thread: the exchange's. Allocation: little. Deterministic: yes.
 */
public interface ClientSession {

    /** How many streams it has subscribed to. */
    int streams();

    /** The client sent a text: carries it out and answers it, in the venue's words. */
    void said(String text);

    /** As {@link #said}, but requests for streams are refused, in the venue's words. */
    void refuse(String text);

    /** Trades of one taking order at one price took place. */
    default void trades(final TradeBurst burst) {}

    /** The best bid or offer, or its size, is another. */
    default void quote(final TrueInstrument instrument, final long time) {}

    /** Changes of a book are reported; {@link TrueInstrument#view} has them. */
    default void book(final TrueInstrument instrument) {}

    /** The mark price is told, with the funding rate, once a second. */
    default void mark(final TrueInstrument instrument, final long time) {}

    /** A position was closed by the venue. */
    default void liquidation(final TrueInstrument instrument, final Liquidated what) {}

    /** A second has passed: heartbeats. */
    default void second(final long time) {}

    /**
     * A frame of a recording: passes it on, if the client has subscribed to what it is about.
     *
     * @param bytes valid during the call only
     */
    default void recorded(final byte[] bytes, final int offset, final int length) {}

    /** Tells that the venue is about to close connections; gives false if the venue does not do that. */
    default boolean announceShutdown(final long time) {
        return false;
    }

    /** The book starts over in the venue's own way, with the next report: fresh numbers, a fresh snapshot. */
    void reset(TrueInstrument instrument);

    /** The next message of the book has a wrong checksum; gives false if the venue has none. */
    default boolean spoilChecksum(final TrueInstrument instrument) {
        return false;
    }
}
