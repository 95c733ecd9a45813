package io.millrace.feed.simulator;

/**
 * What an exchange plays to its clients: a market, or a recording of one.
 *
 * <p>Thread: the exchange's. Deterministic: frames and their order are; the clock only says how many are due.
 */
public interface Tape extends AutoCloseable {

    /**
     * Gives the frames that are due.
     *
     * @param now epoch nanoseconds
     */
    void play(long now, Audience audience);

    /** Whether nothing will ever be due again. */
    boolean ended();

    /** Lets go of everything. */
    @Override
    void close();
}
