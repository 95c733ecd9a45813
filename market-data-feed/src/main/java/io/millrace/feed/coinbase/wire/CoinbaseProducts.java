package io.millrace.feed.coinbase.wire;

import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.ListedInstrument;
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

    private final JsonCursor cursor;
    private final ListedInstrument listed;

    CoinbaseProducts(final JsonCursor cursor, final KnownInstruments instruments) {
        this.cursor = cursor;
        this.listed = new ListedInstrument(cursor, instruments);
    }

    void list() {
        cursor.enterArray();
        while (cursor.nextElement()) {
            object();
        }
    }

    void object() {
        listed.begin();
        boolean isHalted = false;
        cursor.enterObject();
        while (cursor.nextMember()) {
            if (cursor.isKey(ID, 2) || cursor.isKey(PRODUCT_ID, 10)) {
                listed.symbol();
            } else if (cursor.isKey(PRICE_STEP, 15)) {
                listed.tick();
            } else if (cursor.isKey(SIZE_STEP, 14)) {
                listed.lot();
            } else if (cursor.isKey(HALTED, 16) && !cursor.isNull()) {
                isHalted = cursor.truth();
            } else if (cursor.isKey(STATUS, 6)) {
                cursor.text();
                listed.status(
                        cursor.isText(ONLINE, 6)
                                ? InstrumentStatus.TRADING
                                : cursor.isText(DELISTED, 8) ? InstrumentStatus.CLOSED : InstrumentStatus.HALTED);
            } else {
                cursor.skip();
            }
        }
        if (isHalted && listed.status() == InstrumentStatus.TRADING) {
            listed.status(InstrumentStatus.HALTED);
        }
        listed.describeOrFault();
    }
}
