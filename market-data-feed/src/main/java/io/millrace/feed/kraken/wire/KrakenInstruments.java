package io.millrace.feed.kraken.wire;

import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.ListedInstrument;
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

    private final JsonCursor cursor;
    private final ListedInstrument listed;

    KrakenInstruments(final JsonCursor cursor, final KnownInstruments instruments) {
        this.cursor = cursor;
        this.listed = new ListedInstrument(cursor, instruments);
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
        listed.begin();
        while (cursor.nextMember()) {
            if (cursor.isKey(SYMBOL, 6)) {
                listed.symbol();
            } else if (cursor.isKey(PRICE_STEP, 15)) {
                listed.tick();
            } else if (cursor.isKey(SIZE_STEP, 13)) {
                listed.lot();
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
        listed.describeOrFault();
    }
}
