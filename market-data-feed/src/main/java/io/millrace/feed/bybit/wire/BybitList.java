package io.millrace.feed.bybit.wire;

import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.ListedInstrument;
import io.millrace.feed.decode.Words;
import io.millrace.operators.market.sbe.InstrumentStatus;

/**
 * Reads the venue's list of instruments, and tells what it says of those that the feed has.
 *
 * <pre>
 *   {"retCode":0,"result":{"category":"linear","list":[{"symbol":"BTCUSDT","status":"Trading",
 *       "priceFilter":{"tickSize":"0.10",...},"lotSizeFilter":{"qtyStep":"0.001",...},...}]},...}
 * </pre>
 *
 * Spot has {@code basePrecision} for {@code qtyStep}.
 *
 * <p>Thread: one. Allocation: for each instrument of the feed. Deterministic: yes.
 */
final class BybitList {
    private static final long RESULT = Words.of("result");
    private static final long LIST = Words.of("list");
    private static final long SYMBOL = Words.of("symbol");
    private static final long STATUS = Words.of("status");
    private static final long PRICE_FILTER = Words.of("priceFil");
    private static final int PRICE_FILTER_LENGTH = "priceFilter".length();
    private static final long TICK_SIZE = Words.of("tickSize");
    private static final long LOT_SIZE_FILTER = Words.of("lotSizeF");
    private static final int LOT_SIZE_FILTER_LENGTH = "lotSizeFilter".length();
    private static final long QUANTITY_STEP = Words.of("qtyStep");
    private static final long BASE_PRECISION = Words.of("basePrec");
    private static final int BASE_PRECISION_LENGTH = "basePrecision".length();
    private static final long TRADING = Words.of("Trading");
    private static final long PRE_LAUNCH = Words.of("PreLaunc");

    private final JsonCursor cursor;
    private final ListedInstrument listed;

    BybitList(final JsonCursor cursor, final KnownInstruments instruments) {
        this.cursor = cursor;
        this.listed = new ListedInstrument(cursor, instruments);
    }

    void read() {
        if (!cursor.enterObject()) {
            return;
        }
        while (cursor.nextMember()) {
            if (cursor.isKey(RESULT, 6) && cursor.isAt('{')) {
                readResult();
            } else {
                cursor.skip();
            }
        }
    }

    private void readResult() {
        cursor.enterObject();
        while (cursor.nextMember()) {
            if (cursor.isKey(LIST, 4) && cursor.isAt('[')) {
                cursor.enterArray();
                while (cursor.nextElement()) {
                    readInstrument();
                }
            } else {
                cursor.skip();
            }
        }
    }

    private void readInstrument() {
        listed.begin();
        if (!cursor.enterObject()) {
            return;
        }
        while (cursor.nextMember()) {
            readMember();
        }
        listed.describe();
    }

    private void readMember() {
        if (cursor.isKey(SYMBOL, 6)) {
            listed.symbol();
        } else if (cursor.isKey(STATUS, 6)) {
            cursor.text();
            listed.status(status(cursor.textWord()));
        } else if (cursor.isKey(PRICE_FILTER, PRICE_FILTER_LENGTH) && cursor.isAt('{')) {
            readPriceFilter();
        } else if (cursor.isKey(LOT_SIZE_FILTER, LOT_SIZE_FILTER_LENGTH) && cursor.isAt('{')) {
            readLotFilter();
        } else {
            cursor.skip();
        }
    }

    private void readPriceFilter() {
        cursor.enterObject();
        while (cursor.nextMember()) {
            if (cursor.isKey(TICK_SIZE, 8)) {
                listed.tick();
            } else {
                cursor.skip();
            }
        }
    }

    private void readLotFilter() {
        cursor.enterObject();
        while (cursor.nextMember()) {
            if (cursor.isKey(QUANTITY_STEP, 7) || cursor.isKey(BASE_PRECISION, BASE_PRECISION_LENGTH)) {
                listed.lot();
            } else {
                cursor.skip();
            }
        }
    }

    private static InstrumentStatus status(final long word) {
        if (word == TRADING) {
            return InstrumentStatus.TRADING;
        }
        return word == PRE_LAUNCH ? InstrumentStatus.HALTED : InstrumentStatus.CLOSED;
    }
}
