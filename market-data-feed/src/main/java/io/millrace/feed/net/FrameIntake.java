package io.millrace.feed.net;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.spi.SourceContext;
import io.millrace.feed.FrameLedger;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameResult;
import io.millrace.operators.market.sbe.ConnectionState;
import io.millrace.operators.market.sbe.FeedStatusEncoder;
import io.millrace.operators.market.sbe.MessageHeaderEncoder;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.OffsetEpochNanoClock;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * Where the frames of all connections of a feed come together: times, decodes and counts them, and puts events and marks
 * of the connections into the ring.
 *
 * <p>Thread: the network thread. Allocation: only for a longer frame than ever before. Deterministic: no: it reads a clock.
 */
final class FrameIntake {
    private static final int USUAL_FRAME = 1 << 16;
    private static final int SHOWN = 400;
    private static final long NOT_KNOWN = -1;

    private final EpochNanoClock clock = new OffsetEpochNanoClock();
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final FeedStatusEncoder status = new FeedStatusEncoder();
    private final FrameDecoder decoder;
    private final FrameRing ring;
    private final SourceContext context;
    private final int statusInput;
    private final Runnable stall;
    private final FrameLedger ledger;
    private final AtomicCounter stalls;
    private final AtomicCounter mostWaiting;
    private final AtomicCounter tooLarge;
    private byte[] bytes = new byte[USUAL_FRAME];

    /**
     * @param statusInput input for marks of the connections, or {@link SourceContext#UNUSED}
     * @param stall       called while the ring is full: stops all reading
     */
    FrameIntake(
            final FrameDecoder decoder,
            final FrameRing ring,
            final SourceContext context,
            final int statusInput,
            final Runnable stall) {
        this.decoder = decoder;
        this.ring = ring;
        this.context = context;
        this.statusInput = statusInput;
        this.stall = stall;
        this.ledger = new FrameLedger(context);
        this.stalls = context.counter("frames that found the ring full");
        this.mostWaiting = context.counter("most bytes that waited for room in the ring");
        this.tooLarge = context.counter("frames lost: larger than the ring");
    }

    /** Takes a frame; gives what it was. */
    FrameResult take(final int connection, final ByteBuf frame) {
        final long receiveTime = clock.nanoTime();
        final int length = frame.readableBytes();
        if (bytes.length < length + FrameDecoder.SLACK) {
            bytes = new byte[2 * length + FrameDecoder.SLACK];
        }
        frame.readBytes(bytes, 0, length);
        ring.beginFrame();
        final FrameResult result = decoder.decode(bytes, 0, length, receiveTime, ring);
        endFrame(connection);
        if (ledger.count(result, decoder)) {
            context.report(malformed(length));
        }
        if (result == FrameResult.REFUSED) {
            context.report(refused(length));
        }
        return result;
    }

    private String malformed(final int length) {
        return FrameLedger.describe(decoder) + ": " + shown(length);
    }

    private String refused(final int length) {
        return "the venue refused request " + decoder.requestId() + ": " + shown(length)
                + ". Check the names of symbols and streams";
    }

    private String shown(final int length) {
        return new String(bytes, 0, Math.min(length, SHOWN), StandardCharsets.UTF_8);
    }

    private void endFrame(final int connection) {
        if (!ring.endFrame()) {
            tooLarge.incrementRelease();
            mark(connection, ConnectionState.GAP, 1);
        }
        if (ring.isFull()) {
            if (stalls.getPlain() == 0) {
                context.report("the flow is slower than the venue: reading stops until it has caught up");
            }
            stalls.incrementRelease();
            if (ring.waitingBytes() > mostWaiting.getPlain()) {
                mostWaiting.setRelease(ring.waitingBytes());
            }
            stall.run();
        }
    }

    /** Tells the flow that a connection has come or gone. */
    void mark(final int connection, final ConnectionState state) {
        mark(connection, state, state == ConnectionState.CONNECTED ? 0 : NOT_KNOWN);
    }

    private void mark(final int connection, final ConnectionState state, final long lost) {
        if (statusInput == SourceContext.UNUSED) {
            return;
        }
        final int length = MessageHeaderEncoder.ENCODED_LENGTH + FeedStatusEncoder.BLOCK_LENGTH;
        ring.beginFrame();
        status.wrapAndApplyHeader(ring.buffer(), ring.claim(length), header)
                .connection(connection)
                .state(state)
                .reserved((short) 0)
                .reserved2(0)
                .time(clock.nanoTime())
                .lost(lost);
        ring.commit(statusInput, RecordKind.DATA, length);
        endFrame(connection);
    }
}
