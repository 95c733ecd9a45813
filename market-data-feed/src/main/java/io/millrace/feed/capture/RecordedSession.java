package io.millrace.feed.capture;

import io.millrace.feed.decode.EventTarget;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameGate;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.gate.Arbitration;
import io.millrace.feed.gate.ConnectionGate;
import io.millrace.operators.market.sbe.BookFault;
import java.util.function.Function;

/**
 * One session of a recording: a decoder, and the gate that it shares with other sessions of the same plan, as they did when
 * they were live.
 *
 * <p>Thread: the ingress thread. Allocation: when it is made. Deterministic: yes.
 */
final class RecordedSession {
    private final ConnectionGate gate;
    private final FrameDecoder decoder;

    /**
     * @param arbitration of its plan
     * @param isMarked    whether marks say when it was ready
     */
    RecordedSession(
            final Arbitration arbitration, final Function<FrameGate, FrameDecoder> maker, final boolean isMarked) {
        gate = arbitration.join();
        if (!isMarked) {
            gate.ready();
        }
        decoder = maker.apply(gate);
        decoder.begin();
    }

    FrameDecoder decoder() {
        return decoder;
    }

    FrameResult decode(final CaptureReader reader, final EventTarget target) {
        gate.begin(reader.receiveTime());
        return decoder.decode(reader.bytes(), reader.frameOffset(), reader.frameLength(), reader.receiveTime(), target);
    }

    /** It had all that it had asked for. */
    void ready() {
        gate.ready();
    }

    /** Another one was to take its place, or that came to nothing. */
    void retiring(final boolean value) {
        gate.retiring(value);
    }

    /** The session was lost: books that nobody else carried are not to be trusted. */
    void lost(final long time, final EventTarget target) {
        decoder.bookFault(BookFault.DISCONNECTED, time, target);
        gate.leave();
    }
}
