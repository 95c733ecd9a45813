package io.millrace.feed.capture;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.EventTarget;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.Words;
import io.millrace.operators.market.sbe.BookFault;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Decoders of a capture: one for each connection that it was recorded from, since venues number messages by connection. Where
 * the recording changes from one connection to another, or one was lost, it has a mark in place of a frame:
 *
 * <pre>
 *   {"capture":"connection","number":1}      what follows came by connection 1; before any mark, by 0
 *   {"capture":"disconnected","number":1}    connection 1 was lost: books that came by it are not to be trusted
 * </pre>
 *
 * <p>Thread: the ingress thread. Allocation: for a new connection. Deterministic: yes.
 */
final class CaptureDecoders {
    private static final long BEGIN = Words.of("{\"captur");
    private static final long CAPTURE = Words.of("capture");
    private static final long NUMBER = Words.of("number");
    private static final long CONNECTION = Words.of("connecti");
    private static final int CONNECTION_LENGTH = "connection".length();
    private static final int MOST = 1_024;

    private final Supplier<FrameDecoder> maker;
    private final List<FrameDecoder> decoders = new ArrayList<>();
    private final JsonCursor cursor = new JsonCursor();
    private final Decimal decimal = new Decimal();
    private FrameDecoder current;

    CaptureDecoders(final Supplier<FrameDecoder> maker) {
        this.maker = maker;
        this.current = decoder(0);
    }

    private FrameDecoder decoder(final int number) {
        while (decoders.size() <= number) {
            decoders.add(maker.get());
        }
        return decoders.get(number);
    }

    /** The decoder of the last frame. */
    FrameDecoder current() {
        return current;
    }

    /** Decodes a frame, or does what a mark says. */
    FrameResult decode(final CaptureReader reader, final EventTarget target) {
        final byte[] bytes = reader.bytes();
        final int offset = reader.frameOffset();
        if (Words.at(bytes, offset) == BEGIN) {
            return mark(reader, target);
        }
        return current.decode(bytes, offset, reader.frameLength(), reader.receiveTime(), target);
    }

    private FrameResult mark(final CaptureReader reader, final EventTarget target) {
        boolean switches = false;
        long number = 0;
        cursor.begin(reader.bytes(), reader.frameOffset(), reader.frameLength());
        cursor.enterObject();
        while (cursor.nextMember()) {
            if (cursor.isKey(CAPTURE, 7)) {
                cursor.text();
                switches = cursor.isText(CONNECTION, CONNECTION_LENGTH);
            } else if (cursor.isKey(NUMBER, 6)) {
                number = cursor.whole(decimal) ? decimal.mantissa() : -1;
            } else {
                cursor.skip();
            }
        }
        if (!cursor.ended() || number < 0 || number > MOST) {
            return FrameResult.UNKNOWN;
        }
        final FrameDecoder meant = decoder((int) number);
        if (switches) {
            current = meant;
        } else {
            meant.bookFault(BookFault.DISCONNECTED, reader.receiveTime(), target);
            meant.begin();
        }
        return FrameResult.MARK;
    }
}
