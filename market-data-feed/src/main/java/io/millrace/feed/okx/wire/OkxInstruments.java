package io.millrace.feed.okx.wire;

import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.ListedInstrument;
import io.millrace.feed.decode.Words;
import io.millrace.operators.market.sbe.InstrumentStatus;

/**
 * Lists of instruments, of which those that the feed knows are taken in.
 *
 * <p>Thread: one. Allocation: for what is new of an instrument. Deterministic: yes.
 */
final class OkxInstruments {
    private static final long SYMBOL = Words.of("instId");
    private static final long TICK = Words.of("tickSz");
    private static final long LOT = Words.of("lotSz");
    private static final long STATE = Words.of("state");
    private static final long LIVE = Words.of("live");
    private static final long EXPIRED = Words.of("expired");

    private final JsonCursor cursor;
    private final ListedInstrument listed;

    OkxInstruments(final JsonCursor cursor, final KnownInstruments instruments) {
        this.cursor = cursor;
        this.listed = new ListedInstrument(cursor, instruments);
    }

    void read() {
        cursor.enterArray();
        while (cursor.nextElement() && cursor.enterObject()) {
            instrument();
        }
    }

    private void instrument() {
        listed.begin();
        while (cursor.nextMember()) {
            if (cursor.isKey(SYMBOL, 6)) {
                listed.symbol();
            } else if (cursor.isKey(TICK, 6)) {
                listed.tick();
            } else if (cursor.isKey(LOT, 5)) {
                listed.lot();
            } else if (cursor.isKey(STATE, 5)) {
                cursor.text();
                listed.status(
                        cursor.isText(LIVE, 4)
                                ? InstrumentStatus.TRADING
                                : cursor.isText(EXPIRED, 7) ? InstrumentStatus.CLOSED : InstrumentStatus.HALTED);
            } else {
                cursor.skip();
            }
        }
        listed.describeOrFault();
    }
}
