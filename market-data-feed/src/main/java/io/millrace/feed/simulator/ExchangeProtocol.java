package io.millrace.feed.simulator;

import java.util.List;

/**
 * How a venue speaks to its clients: the other side of its protocol, for an exchange in this process. One for each venue, in its folder;
 * knows nothing of sockets.
 *
 * <pre>
 *   client ──path──▶ ExchangeProtocol.open ──▶ ClientSession ◀── said ── what the client sends
 *   client ──GET───▶ ExchangeProtocol.get      │      ▲
 *                                              │      └── trades, quote, book, ... what happens on the TrueMarket
 *                                              └──▶ ClientLine ──▶ faults ──▶ client
 * </pre>
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
public interface ExchangeProtocol {

    /** Instruments that its market usually has, in the venue's spelling: two or more. */
    List<SyntheticSymbol> symbols();

    /**
     * Opens a session for a client.
     *
     * @param uri    path and query that it connects to, such as {@code /stream?streams=btcusdt@trade}
     * @param market what it may subscribe to; empty if a recording is played
     * @param line   to the client
     * @return null if the venue has nothing there
     */
    ClientSession open(String uri, TrueMarket market, ClientLine line);

    /**
     * Answers a GET.
     *
     * @param uri  path and query
     * @param time epoch nanoseconds
     */
    default RestReply get(final String uri, final TrueMarket market, final long time) {
        return RestReply.NOT_FOUND;
    }

    /** Whether a GET asks for the snapshot of a book, which may be made older than it is, or be answered from a recording. */
    default boolean isSnapshot(final String uri) {
        return false;
    }

    /** Whether a client is told enough to notice by its next book message that one is missing. */
    default boolean tellsLoss() {
        return true;
    }

    /** Whether messages of books have checksums: then {@link ClientSession#spoilChecksum} works. */
    default boolean hasChecksums() {
        return false;
    }
}
