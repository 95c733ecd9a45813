package io.millrace.feed.deribit.wire;

import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.ListedInstrument;
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

    private final JsonCursor cursor;
    private final ListedInstrument listed;

    DeribitInstruments(final JsonCursor cursor, final KnownInstruments instruments) {
        this.cursor = cursor;
        this.listed = new ListedInstrument(cursor, instruments);
    }

    /** Reads an object; gives whether it is an instrument. */
    boolean object() {
        listed.begin();
        cursor.enterObject();
        while (cursor.nextMember()) {
            if (cursor.isKey(SYMBOL, 15)) {
                listed.symbol();
            } else if (cursor.isKey(TICK, 9)) {
                listed.tick();
            } else if (cursor.isKey(LEAST_AMOUNT, 16)) {
                listed.lot();
            } else if (cursor.isKey(ACTIVE, 9)) {
                listed.status(cursor.truth() ? InstrumentStatus.TRADING : InstrumentStatus.CLOSED);
            } else {
                cursor.skip();
            }
        }
        if (cursor.isBroken() || !listed.isWhole()) {
            return false;
        }
        listed.describe();
        return true;
    }
}
