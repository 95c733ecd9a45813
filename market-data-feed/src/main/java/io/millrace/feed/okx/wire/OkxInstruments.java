package io.millrace.feed.okx.wire;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.InstrumentFacts;
import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.SymbolTable;
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

    private final Decimal tick = new Decimal();
    private final Decimal lot = new Decimal();
    private final JsonCursor cursor;
    private final KnownInstruments instruments;

    OkxInstruments(final JsonCursor cursor, final KnownInstruments instruments) {
        this.cursor = cursor;
        this.instruments = instruments;
    }

    void read() {
        cursor.enterArray();
        while (cursor.nextElement() && cursor.enterObject()) {
            instrument();
        }
    }

    private void instrument() {
        int symbolAt = 0;
        int symbolLength = 0;
        boolean hasTick = false;
        boolean hasLot = false;
        InstrumentStatus status = InstrumentStatus.UNKNOWN;
        while (cursor.nextMember()) {
            if (cursor.isKey(SYMBOL, 6)) {
                cursor.text();
                symbolAt = cursor.textAt();
                symbolLength = cursor.textLength();
            } else if (cursor.isKey(TICK, 6)) {
                hasTick = cursor.number(tick);
            } else if (cursor.isKey(LOT, 5)) {
                hasLot = cursor.number(lot);
            } else if (cursor.isKey(STATE, 5)) {
                cursor.text();
                status = cursor.isText(LIVE, 4)
                        ? InstrumentStatus.TRADING
                        : cursor.isText(EXPIRED, 7) ? InstrumentStatus.CLOSED : InstrumentStatus.HALTED;
            } else {
                cursor.skip();
            }
        }
        if (symbolLength == 0 || symbolLength > SymbolTable.LONGEST || !hasTick || !hasLot) {
            cursor.keep(FrameFault.MISSING_FIELD);
        } else if (!cursor.isBroken()) {
            final int place = instruments.find(cursor.bytes(), symbolAt, symbolLength);
            if (place != KnownInstruments.ABSENT) {
                instruments.describe(
                        place,
                        InstrumentFacts.ofSteps(tick.mantissa(), tick.scale(), lot.mantissa(), lot.scale(), status));
            }
        }
    }
}
