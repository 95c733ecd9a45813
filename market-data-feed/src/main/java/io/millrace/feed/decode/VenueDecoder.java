package io.millrace.feed.decode;

import io.millrace.operators.market.sbe.BookFault;

/**
 * What the decoders of all venues have in common: a cursor over the frame, the events that it brings, and what happens if it
 * is malformed. One for each connection.
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: as far as its gate is.
 */
public abstract class VenueDecoder implements FrameDecoder {
    /** Walks through the frame. */
    protected final JsonCursor cursor = new JsonCursor();

    /** What the frame brings. */
    protected final FrameEvents events;

    /** What the frame is about, as far as is known by now. */
    protected final FrameTopic topic = new FrameTopic();

    private byte[] bytes;
    private long receiveTime;
    private EventTarget target;
    private FrameFault fault = FrameFault.NONE;

    protected VenueDecoder(final FrameEvents events) {
        this.events = events;
    }

    @Override
    public final FrameResult decode(
            final byte[] frame, final int offset, final int length, final long received, final EventTarget to) {
        bytes = frame;
        receiveTime = received;
        target = to;
        topic.clear(frame);
        fault = FrameFault.NONE;
        events.clear();
        final FrameResult result = read(frame, offset, length);
        if (result == FrameResult.MALFORMED && (kind() == FrameKind.BOOK || kind() == FrameKind.OTHER)) {
            markBook();
        }
        return result;
    }

    private void markBook() {
        if (topic.place() == KnownInstruments.ABSENT) {
            events.bookFault(BookFault.MALFORMED, bytes, topic.symbolAt(), topic.symbolLength(), receiveTime, target);
        } else {
            events.bookFault(BookFault.MALFORMED, topic.place(), receiveTime, target);
        }
    }

    /** Reads a frame; ends with {@link #publish}, {@link #malformed}, or what else it is. */
    protected abstract FrameResult read(byte[] frame, int offset, int length);

    /** The frame is about this, as far as is known by now. */
    protected final void about(final FrameKind what) {
        topic.about(what);
    }

    /** The frame is about the instrument whose symbol the cursor has read just now: if it is malformed, its book suffers. */
    protected final void aboutSymbol() {
        topic.symbol(cursor);
    }

    /** The frame answers this request. */
    protected final void answers(final long request) {
        topic.answers(request);
    }

    /** The frame has been read: gives its events, unless the cursor found fault with it. */
    protected final FrameResult publish() {
        if (!cursor.ended()) {
            return malformed(FrameFault.NOT_JSON);
        }
        if (cursor.fault() != FrameFault.NONE) {
            return malformed(cursor.fault());
        }
        return give();
    }

    /** Gives the events of a frame that has been read to its end, by other means than the cursor. */
    protected final FrameResult give() {
        final FrameResult result = events.publish(bytes, receiveTime, target);
        return result == FrameResult.MALFORMED ? malformed(events.fault()) : result;
    }

    /**
     * The frame has been read: gives its events if it has any, and otherwise what it was found to be, if it is JSON to its end.
     *
     * @param found EVENTS to publish what was read
     */
    protected final FrameResult ended(final FrameResult found) {
        if (found == FrameResult.EVENTS) {
            return publish();
        }
        if (!cursor.ended()) {
            return malformed(FrameFault.NOT_JSON);
        }
        return found == FrameResult.INSTRUMENTS && cursor.fault() != FrameFault.NONE
                ? malformed(cursor.fault())
                : found;
    }

    /** Goes on behind what was come back to. */
    protected final FrameResult backTo(final int place, final FrameResult found) {
        if (!cursor.isBroken()) {
            cursor.goTo(place);
        }
        return found;
    }

    /** The frame is not what the venue sends. */
    protected final FrameResult malformed(final FrameFault reason) {
        fault = reason;
        return FrameResult.MALFORMED;
    }

    /** Writes that the books of the connection have missed something. */
    protected final void missed() {
        bookFault(BookFault.GAP, receiveTime, target);
    }

    @Override
    public final void bookFault(final BookFault reason, final long received, final EventTarget to) {
        events.bookFault(reason, bytes, 0, 0, received, to);
    }

    @Override
    public final FrameKind kind() {
        return topic.kind();
    }

    @Override
    public final FrameFault fault() {
        return fault;
    }

    @Override
    public final long requestId() {
        return topic.requestId();
    }
}
