package io.millrace.feed.decode;

import io.millrace.operators.market.sbe.BookFault;

/**
 * Turns a venue's frames into events. What is wrong with a frame is known before the first of its events is given: a
 * malformed frame gives none.
 *
 * <p>Thread: one. Allocation: none in steady state, also for malformed frames. Deterministic: the same frames give the
 * same events.
 */
public interface FrameDecoder {
    /** Bytes behind a frame that must be there, whatever they hold: text is read in words. */
    int SLACK = 64;

    /**
     * Decodes a frame.
     *
     * @param bytes       holds the frame and at least {@link #SLACK} bytes behind it
     * @param offset      first byte of the frame
     * @param length      bytes of the frame
     * @param receiveTime when it was received, epoch nanoseconds
     * @param target      takes the events
     * @return what came of it
     */
    FrameResult decode(byte[] bytes, int offset, int length, long receiveTime, EventTarget target);

    /** What the last frame was about, as far as it could be told. */
    FrameKind kind();

    /** What was wrong with the last frame, if it was malformed. */
    FrameFault fault();

    /** Number of the request that the last frame answered, or -1. */
    long requestId();

    /** How many streams the last frame confirmed, if it was ACCEPTED. */
    default int confirmed() {
        return 1;
    }

    /** A new session with the venue begins: numbers of messages start over. */
    default void begin() {
        // Most have none.
    }

    /** Writes that all books of the connection are not to be trusted from here on, if the flow uses books. */
    default void bookFault(final BookFault reason, final long receiveTime, final EventTarget target) {
        // Has no books.
    }
}
