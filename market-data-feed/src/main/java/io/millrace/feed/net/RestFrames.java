package io.millrace.feed.net;

import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.gate.Arbitration;
import io.millrace.feed.gate.ConnectionGate;
import io.millrace.operators.market.sbe.BookRule;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * Makes frames of what REST answers, which then go the way of all others: to the recording, through a decoder, into the
 * ring. The decoder is one of its own, since those of sessions may count messages.
 *
 * <p>Thread: the network thread. Allocation: for each answer. Deterministic: no.
 */
final class RestFrames {
    private static final int NO_CONNECTION = -1;
    private static final int NO_PLAN = -1;
    private static final int SESSION = 0;

    private final FrameIntake intake;
    private final FrameOrigin origin;

    RestFrames(final FeedSetup setup, final FrameIntake intake) {
        this.intake = intake;
        // All passes, and no book suffers from what is malformed here: it is asked for again.
        final ConnectionGate gate = new Arbitration(BookRule.UNNUMBERED, 0).join();
        gate.ready();
        this.origin = new FrameOrigin(setup.decoder(gate), gate, NO_CONNECTION, NO_PLAN, SESSION);
    }

    /** Takes the body of the answer to a request; gives what it was. */
    FrameResult take(final RestRequest request, final ByteBuf body) {
        return intake.take(origin, bytes(request.head()), body, bytes(request.tail()));
    }

    private static byte[] bytes(final String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
