package io.millrace.feed.decode;

/** What came of a frame. */
public enum FrameResult {
    /** Its events were given; a message may hold none. */
    EVENTS("frames decoded"),
    /** The flow does not use this stream. */
    UNUSED("frames of unused streams"),
    /** A trade that did not take place in the book. */
    OFF_BOOK("off-book trades skipped"),
    /** Trades of before, which venues send to who begins to listen. */
    PAST("frames of past trades skipped"),
    /** A snapshot of a book that does not say of which. */
    SNAPSHOT("book snapshots of no known instrument skipped"),
    /** A list of instruments was read. */
    INSTRUMENTS("lists of instruments read"),
    /** All that was in it has come already, by another connection. */
    DUPLICATE("frames that another connection had brought"),
    /** A message of a type that this version does not know. */
    UNKNOWN("frames of unknown type"),
    /** The venue has carried out a request. */
    ACCEPTED("requests accepted"),
    /** The venue has refused a request. */
    REFUSED("requests refused"),
    /** A sign of life: an answer to a ping, a heartbeat. */
    ALIVE("signs of life"),
    /** No frame, but what a recording says of the connection. */
    MARK("marks of recorded connections"),
    /** The venue wants a sign of life. */
    TEST("signs of life asked for"),
    /** The venue will close the connection. */
    SHUTDOWN("shutdowns announced"),
    /** It breaks the venue's format. */
    MALFORMED("frames malformed");

    private final String label;

    FrameResult(final String label) {
        this.label = label;
    }

    /** What to call the count of such frames. */
    public String label() {
        return label;
    }
}
