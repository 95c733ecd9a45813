package io.millrace.feed.deribit.wire;

import io.millrace.feed.decode.BookDraft;
import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameTopic;
import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.Levels;
import io.millrace.feed.decode.Words;

/**
 * Data of channels of books. Levels say what becomes of them, then price and amount; those of grouped channels, which are
 * snapshots always, say nothing first.
 *
 * <pre>{@code
 *   {"type":"change","timestamp":1626993724318,"prev_change_id":33195894164,"instrument_name":"BTC-24SEP21-8000-P",
 *    "change_id":33195894355,"bids":[],"asks":[["new",0.001,2.6],["delete",0.002,0.0]]}
 * }</pre>
 *
 * Snapshots of before 2021 have no type, and no number of the change before: once a session has sent types, a book without
 * one is malformed. A change whose number before is 0 is the first one that there was: of an empty book, as a snapshot is, if
 * it is what a session begins with.
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: yes.
 */
final class DeribitBooks {
    private static final long TYPE = Words.of("type");
    private static final long TIMESTAMP = Words.of("timestam");
    private static final long PREVIOUS_ID = Words.of("prev_cha");
    private static final long ID = Words.of("change_i");
    private static final long SYMBOL = Words.of("instrume");
    private static final long BIDS = Words.of("bids");
    private static final long ASKS = Words.of("asks");
    private static final long SNAPSHOT = Words.of("snapshot");
    private static final long CHANGE = Words.of("change");
    private static final long NEW = Words.of("new");
    private static final long DELETE = Words.of("delete");
    private static final long NOT_SENT = -1;

    private static final int HAS_SYMBOL = 1;
    private static final int HAS_BIDS = 2;
    private static final int HAS_ASKS = 4;
    private static final int HAS_ID = 8;
    private static final int HAS_TIME = 16;
    private static final int HAS_BOOK = HAS_SYMBOL | HAS_BIDS | HAS_ASKS | HAS_ID | HAS_TIME;

    private final Decimal decimal = new Decimal();
    private final Decimal size = new Decimal();
    private final JsonCursor cursor;
    private final FrameTopic topic;
    private final FrameEvents events;
    private boolean hasTypes;
    private boolean open;
    private boolean isDelete;

    DeribitBooks(final JsonCursor cursor, final FrameTopic topic, final FrameEvents events) {
        this.cursor = cursor;
        this.topic = topic;
        this.events = events;
    }

    /** A new session begins. */
    void begin() {
        hasTypes = false;
    }

    void read() {
        final BookDraft book = events.addBook();
        int has = 0;
        long type = 0;
        long id = NOT_SENT;
        long previous = NOT_SENT;
        cursor.enterObject();
        while (cursor.nextMember()) {
            if (cursor.isKey(BIDS, 4)) {
                has |= HAS_BIDS;
                levels(book.bids());
            } else if (cursor.isKey(ASKS, 4)) {
                has |= HAS_ASKS;
                levels(book.asks());
            } else if (cursor.isKey(SYMBOL, 15)) {
                has |= cursor.text() ? HAS_SYMBOL : 0;
                book.symbol(cursor.textAt(), cursor.textLength());
                topic.symbol(cursor);
            } else if (cursor.isKey(ID, 9)) {
                has |= cursor.whole(decimal) ? HAS_ID : 0;
                id = decimal.mantissa();
            } else if (cursor.isKey(PREVIOUS_ID, 14) && !cursor.isNull()) {
                cursor.whole(decimal);
                previous = decimal.mantissa();
            } else if (cursor.isKey(TIMESTAMP, 9)) {
                has |= HAS_TIME;
                book.exchangeTime(cursor.millis(decimal));
            } else if (cursor.isKey(TYPE, 4)) {
                type = cursor.text() ? cursor.textWord() : NOT_SENT;
            } else {
                cursor.skip();
            }
        }
        final boolean isOfType = type == SNAPSHOT || type == CHANGE;
        if (has != HAS_BOOK || !isOfType && (type != 0 || hasTypes)) {
            cursor.keep(FrameFault.MISSING_FIELD);
        }
        final boolean snapshot = type == SNAPSHOT || previous == 0 && !hasTypes || type == 0 && previous == NOT_SENT;
        if (!snapshot && previous == NOT_SENT) {
            cursor.keep(FrameFault.MISSING_FIELD);
        }
        hasTypes |= isOfType;
        book.snapshot(snapshot).ids(id, id, snapshot ? NOT_SENT : previous);
    }

    private void levels(final Levels side) {
        side.clear();
        cursor.enterArray();
        while (cursor.nextElement() && cursor.enterArray()) {
            open = true;
            isDelete = false;
            final boolean isSound = action() && cursor.number(decimal) && element() && cursor.number(size);
            while (element()) {
                cursor.skip();
            }
            final long amount = isDelete ? 0 : size.mantissa();
            if (!isSound || !side.add(decimal.mantissa(), decimal.scale(), amount, isDelete ? 0 : size.scale())) {
                cursor.keep(FrameFault.BAD_NUMBER);
            }
        }
    }

    /** Goes to the price, over what becomes of the level, if that is said. */
    private boolean action() {
        if (!element()) {
            return false;
        }
        if (!cursor.isAt('"')) {
            return true;
        }
        cursor.text();
        isDelete = cursor.isText(DELETE, 6);
        return (isDelete || cursor.isText(NEW, 3) || cursor.isText(CHANGE, 6)) && element();
    }

    /** Goes to the next element of a level, unless it has been left. */
    private boolean element() {
        open = open && cursor.nextElement();
        return open;
    }
}
