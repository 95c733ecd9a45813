package io.millrace.feed.simulator;

import java.util.List;

/**
 * What an exchange plays to its clients: a market, or a recording of one.
 *
 * <p>Thread: the exchange's. Deterministic: frames and their order are; the clock only says how many are due.
 */
public interface Tape extends AutoCloseable {

    /**
     * The market that it plays; without instruments if it is a recording. The same each time.
     *
     * @param usual its instruments, unless it was given others
     */
    TrueMarket market(List<SyntheticSymbol> usual);

    /**
     * The recorded snapshot of a book that was met last, for who asks for it; null if there is none. The market of a tape that is no
     * recording has the snapshots.
     */
    default String snapshot() {
        return null;
    }

    /**
     * Gives what is due.
     *
     * @param now epoch nanoseconds
     */
    void play(long now, Audience audience);

    /** Reports books so many times within 10 ms, with the next {@link #play}; a recording can't. */
    default void burst(final int reports) {
        throw new UnsupportedOperationException("a recording has no bursts but its own");
    }

    /** Whether nothing will ever be due again. */
    boolean ended();

    /** Lets go of everything. */
    @Override
    void close();
}
