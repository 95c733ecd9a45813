package io.millrace.feed.capture;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.EventTarget;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameGate;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.Words;
import io.millrace.feed.gate.Arbitration;
import io.millrace.operators.market.sbe.BookRule;
import java.util.function.Function;

/**
 * Decoders of a capture: one for each connection that it was recorded from, since venues number messages by connection. Where
 * the recording changes from one connection to another, or one was lost, it has a mark in place of a frame:
 *
 * <pre>
 *   {"capture":"connection","number":1,"plan":0}      what follows came by connection 1; before any mark, by 0
 *   {"capture":"disconnected","number":1,"plan":0}    connection 1 was lost: books that nobody else has are not to be trusted
 *   {"capture":"ready","number":1,"plan":0}           all that was asked for on connection 1 is confirmed
 *   {"capture":"retiring","number":1,"plan":0}        another one is to take its place; or "staying", if not after all
 * </pre>
 *
 * Connections of one plan brought the same, and share a gate here as they did when they were recorded, so that nothing
 * comes twice. Those of a recording that does not say the plan are by themselves.
 *
 * <p>Thread: the ingress thread. Allocation: for a new connection. Deterministic: yes.
 */
final class CaptureDecoders {
    private static final long BEGIN = Words.of("{\"captur");
    private static final long CAPTURE = Words.of("capture");
    private static final long NUMBER = Words.of("number");
    private static final long PLAN = Words.of("plan");
    private static final long CONNECTION = Words.of("connecti");
    private static final long DISCONNECTED = Words.of("disconne");
    private static final long READY = Words.of("ready");
    private static final long RETIRING = Words.of("retiring");
    private static final int MOST = 1_024;
    private static final long NOT_SAID = -1;
    private static final long PATIENCE_NANOS = 1_000_000_000;

    private final Function<FrameGate, FrameDecoder> maker;
    private final BookRule rule;
    private final RecordedSession[] sessions = new RecordedSession[MOST + 1];
    private final Arbitration[] plans = new Arbitration[MOST];
    private final JsonCursor cursor = new JsonCursor();
    private final Decimal decimal = new Decimal();
    private RecordedSession current;

    /**
     * @param maker makes a decoder of one connection
     * @param rule  how updates of books follow each other
     */
    CaptureDecoders(final Function<FrameGate, FrameDecoder> maker, final BookRule rule) {
        this.maker = maker;
        this.rule = rule;
        this.current = session(0, (int) NOT_SAID);
    }

    private RecordedSession session(final int number, final int plan) {
        if (sessions[number] == null) {
            sessions[number] = new RecordedSession(arbitration(plan), maker, plan >= 0);
        }
        return sessions[number];
    }

    /** Those that are by themselves share nothing. */
    private Arbitration arbitration(final int plan) {
        final Arbitration known = plan < 0 ? null : plans[plan];
        if (known != null) {
            return known;
        }
        final Arbitration made = new Arbitration(rule, PATIENCE_NANOS).carryAllThatComes();
        if (plan >= 0) {
            plans[plan] = made;
        }
        return made;
    }

    /** The decoder of the last frame. */
    FrameDecoder current() {
        return current.decoder();
    }

    /** Decodes a frame, or does what a mark says. */
    FrameResult decode(final CaptureReader reader, final EventTarget target) {
        final byte[] bytes = reader.bytes();
        final int offset = reader.frameOffset();
        if (Words.at(bytes, offset) == BEGIN) {
            return mark(reader, target);
        }
        return current.decode(reader, target);
    }

    private FrameResult mark(final CaptureReader reader, final EventTarget target) {
        long what = 0;
        long number = 0;
        long plan = NOT_SAID;
        cursor.begin(reader.bytes(), reader.frameOffset(), reader.frameLength());
        cursor.enterObject();
        while (cursor.nextMember()) {
            if (cursor.isKey(CAPTURE, 7)) {
                what = cursor.text() ? cursor.textWord() : 0;
            } else if (cursor.isKey(NUMBER, 6)) {
                number = cursor.whole(decimal) ? decimal.mantissa() : NOT_SAID;
            } else if (cursor.isKey(PLAN, 4)) {
                plan = cursor.whole(decimal) ? decimal.mantissa() : NOT_SAID;
            } else {
                cursor.skip();
            }
        }
        if (!cursor.ended() || number < 0 || number > MOST || plan >= MOST) {
            return FrameResult.UNKNOWN;
        }
        mark(what, (int) number, (int) plan, reader.receiveTime(), target);
        return FrameResult.MARK;
    }

    private void mark(final long what, final int number, final int plan, final long time, final EventTarget target) {
        final RecordedSession meant = session(number, plan);
        if (what == CONNECTION) {
            current = meant;
        } else if (what == DISCONNECTED) {
            meant.lost(time, target);
            sessions[number] = null;
        } else if (what == READY) {
            meant.ready();
        } else {
            meant.retiring(what == RETIRING);
        }
    }
}
