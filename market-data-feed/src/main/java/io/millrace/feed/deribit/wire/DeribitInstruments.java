package io.millrace.feed.deribit.wire;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.InstrumentFacts;
import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.SymbolTable;
import io.millrace.feed.decode.Words;
import io.millrace.operators.market.sbe.InstrumentStatus;

/**
 * What Deribit says of an instrument. Options that are cheap have smaller steps than others: the least one is taken.
 *
 * <p>Thread: one. Allocation: for what is new of an instrument. Deterministic: yes.
 */
final class DeribitInstruments {
    private static final long SYMBOL = Words.of("instrume");
    private static final long TICK = Words.of("tick_siz");
    private static final long LEAST_AMOUNT = Words.of("min_trad");
    private static final long ACTIVE = Words.of("is_activ");

    private final Decimal tick = new Decimal();
    private final Decimal lot = new Decimal();
    private final JsonCursor cursor;
    private final KnownInstruments instruments;

    DeribitInstruments(final JsonCursor cursor, final KnownInstruments instruments) {
        this.cursor = cursor;
        this.instruments = instruments;
    }

    /** Reads an object; gives whether it is an instrument. */
    boolean object() {
        int symbolAt = 0;
        int symbolLength = 0;
        boolean hasTick = false;
        boolean hasLot = false;
        InstrumentStatus status = InstrumentStatus.UNKNOWN;
        cursor.enterObject();
        while (cursor.nextMember()) {
            if (cursor.isKey(SYMBOL, 15)) {
                cursor.text();
                symbolAt = cursor.textAt();
                symbolLength = cursor.textLength();
            } else if (cursor.isKey(TICK, 9)) {
                hasTick = cursor.number(tick);
            } else if (cursor.isKey(LEAST_AMOUNT, 16)) {
                hasLot = cursor.number(lot);
            } else if (cursor.isKey(ACTIVE, 9)) {
                status = cursor.truth() ? InstrumentStatus.TRADING : InstrumentStatus.CLOSED;
            } else {
                cursor.skip();
            }
        }
        if (cursor.isBroken() || symbolLength == 0 || !hasTick || !hasLot) {
            return false;
        }
        final int place = symbolLength > SymbolTable.LONGEST
                ? KnownInstruments.ABSENT
                : instruments.find(cursor.bytes(), symbolAt, symbolLength);
        if (place != KnownInstruments.ABSENT) {
            instruments.describe(
                    place, InstrumentFacts.ofSteps(tick.mantissa(), tick.scale(), lot.mantissa(), lot.scale(), status));
        }
        return true;
    }
}
