package io.millrace.feed.coinbase.wire;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.InstrumentFacts;
import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.SymbolTable;
import io.millrace.feed.decode.Words;
import io.millrace.operators.market.sbe.InstrumentStatus;

/**
 * What Coinbase says of its products over REST: of one, or of all, of which those that the feed knows are taken in. The Exchange
 * calls them {@code id}, Advanced Trade {@code product_id}.
 *
 * <p>Thread: one. Allocation: for what is new of an instrument. Deterministic: yes.
 */
final class CoinbaseProducts {
    private static final long ID = Words.of("id");
    private static final long PRODUCT_ID = Words.of("product_");
    private static final long PRICE_STEP = Words.of("quote_in");
    private static final long SIZE_STEP = Words.of("base_inc");
    private static final long STATUS = Words.of("status");
    private static final long HALTED = Words.of("trading_");
    private static final long ONLINE = Words.of("online");
    private static final long DELISTED = Words.of("delisted");

    private final Decimal tick = new Decimal();
    private final Decimal lot = new Decimal();
    private final JsonCursor cursor;
    private final KnownInstruments instruments;

    CoinbaseProducts(final JsonCursor cursor, final KnownInstruments instruments) {
        this.cursor = cursor;
        this.instruments = instruments;
    }

    void list() {
        cursor.enterArray();
        while (cursor.nextElement()) {
            object();
        }
    }

    void object() {
        int symbolAt = 0;
        int symbolLength = 0;
        boolean hasTick = false;
        boolean hasLot = false;
        boolean isHalted = false;
        InstrumentStatus status = InstrumentStatus.UNKNOWN;
        cursor.enterObject();
        while (cursor.nextMember()) {
            if (cursor.isKey(ID, 2) || cursor.isKey(PRODUCT_ID, 10)) {
                cursor.text();
                symbolAt = cursor.textAt();
                symbolLength = cursor.textLength();
            } else if (cursor.isKey(PRICE_STEP, 15)) {
                hasTick = cursor.number(tick);
            } else if (cursor.isKey(SIZE_STEP, 14)) {
                hasLot = cursor.number(lot);
            } else if (cursor.isKey(HALTED, 16) && !cursor.isNull()) {
                isHalted = cursor.truth();
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
            describe(
                    instruments.find(cursor.bytes(), symbolAt, symbolLength),
                    isHalted && status == InstrumentStatus.TRADING ? InstrumentStatus.HALTED : status);
        }
    }

    private void describe(final int place, final InstrumentStatus status) {
        if (place != KnownInstruments.ABSENT) {
            instruments.describe(
                    place, InstrumentFacts.ofSteps(tick.mantissa(), tick.scale(), lot.mantissa(), lot.scale(), status));
        }
    }
}
