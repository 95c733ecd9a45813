package io.millrace.feed.net;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.spi.SourceContext;
import io.millrace.operators.market.BookAnswerWriter;
import io.millrace.operators.market.sbe.AnswerOutcome;
import io.millrace.operators.market.sbe.BookFault;
import io.millrace.operators.market.sbe.ConnectionState;
import io.millrace.operators.market.sbe.FeedStatusEncoder;
import io.millrace.operators.market.sbe.MessageHeaderEncoder;
import java.nio.ByteOrder;
import org.agrona.concurrent.EpochNanoClock;

/**
 * Puts into the ring what is not a venue's word: what became of connections, faults of books, answers to requests. It comes
 * in its place between the frames.
 *
 * <p>Thread: the network thread. Allocation: none. Deterministic: no: it reads a clock.
 */
final class FeedMarks {
    private static final long NOT_KNOWN = -1;

    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final FeedStatusEncoder status = new FeedStatusEncoder();
    private final BookAnswerWriter answer = new BookAnswerWriter();
    private final RingEntry entry;
    private final EpochNanoClock clock;
    private final int statusInput;

    /** @param statusInput input for marks of the connections, or {@link SourceContext#UNUSED} */
    FeedMarks(final RingEntry entry, final EpochNanoClock clock, final int statusInput) {
        this.entry = entry;
        this.clock = clock;
        this.statusInput = statusInput;
    }

    /** Tells the flow that a connection has come or gone, or what it says of itself. */
    void status(final int connection, final ConnectionState state) {
        final boolean mayHaveLost = state == ConnectionState.DISCONNECTED || state == ConnectionState.SILENT;
        status(connection, state, mayHaveLost ? NOT_KNOWN : 0);
    }

    /** The same, with the number of messages known to be lost. */
    void status(final int connection, final ConnectionState state, final long lost) {
        if (statusInput == SourceContext.UNUSED) {
            return;
        }
        final int length = MessageHeaderEncoder.ENCODED_LENGTH + FeedStatusEncoder.BLOCK_LENGTH;
        final FrameRing ring = entry.begin();
        status.wrapAndApplyHeader(ring.buffer(), ring.claim(length), header)
                .connection(connection)
                .state(state)
                .reserved((short) 0)
                .reserved2(0)
                .time(clock.nanoTime())
                .lost(lost);
        ring.commit(statusInput, RecordKind.DATA, length);
        entry.end();
    }

    /** The books that an origin carries are not to be trusted from here on. */
    void fault(final FrameOrigin origin, final BookFault reason) {
        final FrameRing ring = entry.begin();
        origin.decoder().bookFault(reason, clock.nanoTime(), ring);
        entry.end();
    }

    /** The book of one instrument, if the origin carries it. */
    void fault(final FrameOrigin origin, final BookFault reason, final int place) {
        origin.gate().about(place);
        fault(origin, reason);
        origin.gate().aboutAll();
    }

    /** The books of the origin's plan, also if other connections carry them. */
    void faultOfAll(final FrameOrigin origin, final BookFault reason) {
        origin.gate().aboutAllConnections();
        fault(origin, reason);
        origin.gate().aboutAll();
    }

    /** Answers a request. */
    void answer(final int input, final long requestId, final int instrumentId, final AnswerOutcome outcome) {
        final FrameRing ring = entry.begin();
        final int length = Long.BYTES + answer.length();
        final int offset = ring.claim(length);
        ring.buffer().putLong(offset, requestId, ByteOrder.LITTLE_ENDIAN);
        answer.at(ring.claimAddress(length) + Long.BYTES)
                .instrumentId(instrumentId)
                .outcome(outcome);
        ring.commit(input, RecordKind.ANSWER, length);
        entry.end();
    }
}
