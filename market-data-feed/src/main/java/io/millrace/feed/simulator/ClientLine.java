package io.millrace.feed.simulator;

/**
 * Takes what a session has to say to its client. On the way it may meet with faults, by what it is.
 *
 * <p>Thread: the exchange's. Allocation: by what is behind it. Deterministic: as far as faults are.
 */
public interface ClientLine {

    /** What a message is. */
    enum Spoken {
        TRADE,
        QUOTE,
        /** Changes of a book. */
        BOOK,
        /** A book as a whole, in band. */
        SNAPSHOT,
        /** Mark prices, funding, liquidations. */
        NEWS,
        /** An answer to the client. */
        ANSWER,
        /** A heartbeat, a status, an announcement. */
        CONTROL
    }

    /**
     * Sends a text message.
     *
     * @param message valid during the call only
     * @param about   the instrument, or null
     */
    void send(FrameText message, Spoken what, TrueInstrument about);

    /** Sends a binary message. */
    void sendBinary(byte[] bytes, int length, Spoken what, TrueInstrument about);

    /** Answers the client. */
    void answer(String text);

    /** Closes the connection as the protocol of websockets says. */
    void close();

    /** Time of the exchange, epoch nanoseconds. */
    long now();
}
