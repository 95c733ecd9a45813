package io.millrace.feed.kraken.wire;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.InstrumentFacts;
import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.SymbolTable;
import io.millrace.feed.decode.Words;
import io.millrace.operators.market.sbe.InstrumentStatus;

/**
 * The data of the channel {@code instrument}: all pairs of the venue, of which those that the feed knows are taken in. Steps
 * are numbers with an exponent, such as {@code 1e-08}.
 *
 * <p>Thread: one. Allocation: for what is new of an instrument. Deterministic: yes.
 */
final class KrakenInstruments {
    private static final long PAIRS = Words.of("pairs");
    private static final long SYMBOL = Words.of("symbol");
    private static final long STATUS = Words.of("status");
    private static final long PRICE_STEP = Words.of("price_in");
    private static final long SIZE_STEP = Words.of("qty_incr");
    private static final long ONLINE = Words.of("online");
    private static final long DELISTED = Words.of("delisted");

    private final Decimal tick = new Decimal();
    private final Decimal lot = new Decimal();
    private final JsonCursor cursor;
    private final KnownInstruments instruments;

    KrakenInstruments(final JsonCursor cursor, final KnownInstruments instruments) {
        this.cursor = cursor;
        this.instruments = instruments;
    }

    /** Reads the data. */
    void read() {
        cursor.enterObject();
        while (cursor.nextMember()) {
            if (cursor.isKey(PAIRS, 5)) {
                cursor.enterArray();
                while (cursor.nextElement() && cursor.enterObject()) {
                    pair();
                }
            } else {
                cursor.skip();
            }
        }
    }

    private void pair() {
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
            } else if (cursor.isKey(PRICE_STEP, 15)) {
                hasTick = cursor.number(tick);
            } else if (cursor.isKey(SIZE_STEP, 13)) {
                hasLot = cursor.number(lot);
            } else if (cursor.isKey(STATUS, 6)) {
                cursor.text();
                status = cursor.isText(ONLINE, 6)
                        ? InstrumentStatus.TRADING
                        : cursor.isText(DELISTED, 8) ? InstrumentStatus.CLOSED : InstrumentStatus.HALTED;
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
