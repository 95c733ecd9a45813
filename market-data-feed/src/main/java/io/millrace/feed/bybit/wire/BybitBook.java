package io.millrace.feed.bybit.wire;

import io.millrace.feed.decode.BookDraft;
import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.Levels;
import io.millrace.feed.decode.Words;

/**
 * Books: {@code {"s":"BTCUSDT","b":[["16493.50","0.006"]],"a":[["16611.00","0.029"]],"u":18521288,"seq":7961638724}}. Those
 * of one level are best bids and offers.
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: yes.
 */
final class BybitBook {
    private static final long SYMBOL = Words.of("s");
    private static final long BIDS = Words.of("b");
    private static final long ASKS = Words.of("a");
    private static final long UPDATE_ID = Words.of("u");
    private static final long NOT_SENT = -1;

    /** The service of the venue has begun anew: this one is a snapshot, whatever it says. */
    private static final long RESTART = 1;

    private final FrameEvents events;
    private final Levels topBids = new Levels();
    private final Levels topAsks = new Levels();
    private final Decimal id = new Decimal();
    private BookDraft draft;
    private int symbolAt;
    private int symbolLength;
    private boolean hasBids;
    private boolean hasAsks;
    private boolean hasId;

    BybitBook(final FrameEvents events) {
        this.events = events;
    }

    /** Reads the data of a message. */
    void read(final JsonCursor cursor, final boolean isTop) {
        draft = isTop ? null : events.addBook();
        final Levels bids = isTop ? topBids : draft.bids();
        final Levels asks = isTop ? topAsks : draft.asks();
        symbolLength = 0;
        hasBids = false;
        hasAsks = false;
        hasId = false;
        if (!cursor.enterObject()) {
            return;
        }
        while (cursor.nextMember()) {
            if (cursor.isKey(BIDS, 1)) {
                hasBids = cursor.levels(bids);
            } else if (cursor.isKey(ASKS, 1)) {
                hasAsks = cursor.levels(asks);
            } else if (cursor.isKey(UPDATE_ID, 1)) {
                hasId = cursor.whole(id) && id.mantissa() >= 0;
            } else if (cursor.isKey(SYMBOL, 1)) {
                cursor.text();
                symbolAt = cursor.textAt();
                symbolLength = cursor.textLength();
            } else {
                cursor.skip();
            }
        }
    }

    private boolean isComplete() {
        return hasBids && hasAsks && hasId;
    }

    /** The message is a book's. */
    FrameFault book(final boolean isSnapshot, final long exchangeTime) {
        if (!isComplete()) {
            return FrameFault.MISSING_FIELD;
        }
        draft.symbol(symbolAt, symbolLength)
                .snapshot(isSnapshot || id.mantissa() == RESTART)
                .ids(id.mantissa(), id.mantissa(), NOT_SENT)
                .exchangeTime(exchangeTime);
        return FrameFault.NONE;
    }

    /** The message is a best bid and offer; a side without a level has a size of 0. */
    FrameFault quote(final long exchangeTime) {
        if (!isComplete() || topBids.count() > 1 || topAsks.count() > 1) {
            return FrameFault.MISSING_FIELD;
        }
        final boolean isBid = topBids.count() == 1;
        final boolean isAsk = topAsks.count() == 1;
        events.addQuote()
                .symbol(symbolAt, symbolLength)
                .updateId(id.mantissa())
                .bidPrice(isBid ? topBids.price(0) : 0, isBid ? topBids.priceScale(0) : 0)
                .bidSize(isBid ? topBids.size(0) : 0, isBid ? topBids.sizeScale(0) : 0)
                .askPrice(isAsk ? topAsks.price(0) : 0, isAsk ? topAsks.priceScale(0) : 0)
                .askSize(isAsk ? topAsks.size(0) : 0, isAsk ? topAsks.sizeScale(0) : 0)
                .exchangeTime(exchangeTime);
        return FrameFault.NONE;
    }
}
