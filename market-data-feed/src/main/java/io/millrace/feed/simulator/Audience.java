package io.millrace.feed.simulator;

/**
 * Who listens to a {@link Tape}.
 *
 * <p>Thread: the exchange's.
 */
public interface Audience {

    /** Whether somebody listens and nobody is too slow to take more. A tape that has no pace of its own waits for this. */
    boolean hasRoom();

    /** Trades of one taking order at one price took place. */
    void trades(TradeBurst burst);

    /** The best bid or offer, or its size, is another. */
    void quote(TrueInstrument instrument, long time);

    /** Changes of a book are reported. */
    void book(TrueInstrument instrument);

    /** The mark price of an instrument is told. */
    void mark(TrueInstrument instrument, long time);

    /** A position was closed by the venue. */
    void liquidation(TrueInstrument instrument, Liquidated what);

    /** A frame of a recording; {@code bytes} are valid during the call only. */
    void recorded(byte[] bytes, int offset, int length);
}
