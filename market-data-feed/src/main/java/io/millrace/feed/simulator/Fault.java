package io.millrace.feed.simulator;

/** What an exchange does wrong on demand. */
public enum Fault {
    /** A book message is not sent. */
    DROP,
    /** A book message is sent twice. */
    DUPLICATE,
    /** A book message is sent behind the next one of its book. */
    REORDER,
    /** A book message, and all behind it, are held back for a while. */
    DELAY,
    /** Several book messages in a row are not sent. */
    GAP,
    /** A book message has a wrong checksum, where the venue has them. */
    CHECKSUM,
    /** A book starts over in the venue's own way. */
    RESET,
    /** No book messages of an instrument are sent for a while. */
    SILENCE,
    /** The connection ends within a book message. */
    CUT,
    /** All connections end at once, without a word. */
    DISCONNECT,
    /** A book message is sent in fragments. */
    FRAGMENTS,
    /** A book message has 42 kB. */
    LARGE,
    /** 600 book messages within 10 ms. */
    BURST,
    /** A subscription is refused. */
    REFUSAL,
    /** Maintenance is announced, and connections end soon after. */
    NOTICE,
    /** A REST snapshot is older than the updates that were sent. */
    OLD_SNAPSHOT,
    /** A GET is answered with 500. */
    REST_ERROR,
    /** A GET is answered with 429. */
    REST_LIMIT,
    /** A book message is no JSON, or has a level that is no number. */
    MALFORMED;

    /** Whether it happens to a book message on its way. */
    boolean isOnTheWay() {
        return switch (this) {
            case DROP, DUPLICATE, REORDER, DELAY, GAP, SILENCE, CUT, FRAGMENTS, LARGE, MALFORMED -> true;
            default -> false;
        };
    }
}
