package io.millrace.feed.net;

import io.millrace.engine.spi.SourceContext;
import io.millrace.feed.FrameLedger;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.recording.RawRecorder;
import io.millrace.feed.recording.SessionMark;
import io.millrace.operators.market.sbe.BookFault;
import io.millrace.operators.market.sbe.ConnectionState;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * Where the frames of all connections of a feed come together: times, records, decodes and counts them, and puts events
 * into the ring.
 *
 * <p>Thread: the network thread. Allocation: only for a longer frame than ever before. Deterministic: no: it reads a clock.
 */
final class FrameIntake {
    private static final int USUAL_FRAME = 1 << 16;
    private static final int SHOWN = 400;

    private final EpochNanoClock clock;
    private final RingEntry entry;
    private final FeedMarks marks;
    private final KnownInstruments instruments;
    private final RawRecorder recorder;
    private final SourceContext context;
    private final boolean drops;
    private final FrameLedger ledger;
    private final AtomicCounter dropped;
    private byte[] bytes = new byte[USUAL_FRAME];
    private boolean dropping;

    /** @param recorder gets all frames; or null */
    FrameIntake(
            final RingEntry entry,
            final FeedMarks marks,
            final KnownInstruments instruments,
            final RawRecorder recorder,
            final Overflow overflow,
            final EpochNanoClock clock,
            final SourceContext context) {
        this.entry = entry;
        this.marks = marks;
        this.instruments = instruments;
        this.recorder = recorder;
        this.drops = overflow == Overflow.DROP;
        this.clock = clock;
        this.context = context;
        this.ledger = new FrameLedger(context);
        this.dropped = context.counter("frames dropped for want of room");
    }

    /**
     * Takes a frame.
     *
     * @param binary whether it was sent as a binary frame
     * @return what it was; UNUSED if there was no room for it
     */
    FrameResult take(final FrameOrigin origin, final ByteBuf frame, final boolean binary) {
        final long receiveTime = clock.nanoTime();
        final int length = frame.readableBytes();
        makeRoom(length);
        frame.readBytes(bytes, 0, length);
        return take(origin, length, receiveTime, binary);
    }

    /** Takes the body of an answer, between a head and a tail: together they are a frame. */
    FrameResult take(final FrameOrigin origin, final byte[] head, final ByteBuf body, final byte[] tail) {
        final long receiveTime = clock.nanoTime();
        final int middle = body.readableBytes();
        final int length = head.length + middle + tail.length;
        makeRoom(length);
        System.arraycopy(head, 0, bytes, 0, head.length);
        body.readBytes(bytes, head.length, middle);
        System.arraycopy(tail, 0, bytes, head.length + middle, tail.length);
        return take(origin, length, receiveTime, false);
    }

    private void makeRoom(final int length) {
        if (bytes.length < length + FrameDecoder.SLACK) {
            bytes = new byte[2 * length + FrameDecoder.SLACK];
        }
    }

    private FrameResult take(final FrameOrigin origin, final int length, final long receiveTime, final boolean binary) {
        if (recorder != null) {
            recorder.frame(receiveTime, origin.number(), origin.plan(), binary, bytes, 0, length);
        }
        if (dropping) {
            origin.drop();
            dropped.incrementRelease();
            return FrameResult.UNUSED;
        }
        final FrameDecoder decoder = origin.decoder();
        origin.gate().begin(receiveTime);
        final FrameResult result = decoder.decode(bytes, 0, length, receiveTime, entry.begin());
        final boolean fits = entry.end();
        if (!fits) {
            lost(origin);
        }
        dropping = drops && entry.isFull();
        if (ledger.count(result, decoder)) {
            context.report(malformed(decoder, length));
        }
        if (result == FrameResult.REFUSED) {
            context.report(refused(decoder, length));
            marks.status(origin.connection(), ConnectionState.REFUSED);
        }
        return fits ? result : FrameResult.UNUSED;
    }

    /** A frame is larger than the ring. */
    private void lost(final FrameOrigin origin) {
        instruments.tellAgain();
        origin.gate().frameLost();
        origin.gate().forgetBooks();
        marks.status(origin.connection(), ConnectionState.GAP, 1);
        marks.faultOfAll(origin, BookFault.LOST);
    }

    private String malformed(final FrameDecoder decoder, final int length) {
        return FrameLedger.describe(decoder) + ": " + shown(length);
    }

    private String refused(final FrameDecoder decoder, final int length) {
        return "the venue refused request " + decoder.requestId() + ": " + shown(length)
                + ". Check the names of symbols and streams";
    }

    private String shown(final int length) {
        return new String(bytes, 0, Math.min(length, SHOWN), StandardCharsets.UTF_8);
    }

    /** Whether frames are dropped for want of room. */
    boolean isDropping() {
        return dropping;
    }

    /** There is room again. */
    void recovered() {
        dropping = false;
    }

    /** Tells the flow what an origin's frames were dropped for want of room, if any; gives whether some were. */
    boolean ownUp(final FrameOrigin origin) {
        final long count = origin.takeDropped();
        if (count > 0) {
            marks.status(origin.connection(), ConnectionState.GAP, count);
            marks.faultOfAll(origin, BookFault.LOST);
            origin.gate().forgetBooks();
            origin.gate().watch().restart(clock.nanoTime());
        }
        return count > 0;
    }

    /** Records what has happened to a session. */
    void mark(final FrameOrigin origin, final SessionMark mark) {
        if (recorder != null) {
            recorder.mark(clock.nanoTime(), origin.number(), origin.plan(), mark);
        }
    }
}
