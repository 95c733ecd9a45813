package io.millrace.feed.okx.wire;

import io.millrace.feed.decode.BookDraft;
import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.QuoteDraft;
import io.millrace.feed.decode.Words;

/**
 * Data of channels of books, and of best bids and offers. Levels are texts: price, size, a zero, number of orders.
 *
 * <pre>{@code
 *   [{"asks":[["8477","7","0","2"]],"bids":[],"ts":"1597026383085","checksum":0,"prevSeqId":123456,"seqId":123457}]
 * }</pre>
 *
 * A checksum of 0 is none: OKX has sent no other since June 2026. Books of before 2022 have no ids, but checksums; one with
 * neither is not to be trusted.
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: yes.
 */
final class OkxBooks {
    private static final long ASKS = Words.of("asks");
    private static final long BIDS = Words.of("bids");
    private static final long TIME = Words.of("ts");
    private static final long CHECKSUM = Words.of("checksum");
    private static final long ID = Words.of("seqId");
    private static final long PREVIOUS_ID = Words.of("prevSeqI");
    private static final long SYMBOL = Words.of("instId");
    private static final long ASK_PRICE = Words.of("askPx");
    private static final long ASK_SIZE = Words.of("askSz");
    private static final long BID_PRICE = Words.of("bidPx");
    private static final long BID_SIZE = Words.of("bidSz");
    private static final long NOT_SENT = -1;

    private static final int HAS_BIDS = 1;
    private static final int HAS_ASKS = 2;
    private static final int HAS_TIME = 4;
    private static final int HAS_CHAIN = 8;
    private static final int HAS_BOOK = HAS_BIDS | HAS_ASKS | HAS_TIME | HAS_CHAIN;
    private static final int HAS_BEST = HAS_BIDS | HAS_ASKS | HAS_TIME;
    private static final int HAS_SYMBOL = 8;
    private static final int HAS_SIZES = 16;
    private static final int HAS_TICKER = HAS_BEST | HAS_SYMBOL | HAS_SIZES;

    /** No price, or no size. */
    private final Decimal zero = new Decimal();

    private final Decimal decimal = new Decimal();
    private final Decimal size = new Decimal();
    private final JsonCursor cursor;
    private final FrameEvents events;
    private int has;

    OkxBooks(final JsonCursor cursor, final FrameEvents events) {
        this.cursor = cursor;
        this.events = events;
    }

    private boolean nextObject() {
        has = 0;
        return cursor.nextElement() && cursor.enterObject();
    }

    private void need(final int all) {
        if ((has & all) != all) {
            cursor.keep(FrameFault.MISSING_FIELD);
        }
    }

    void books(final int symbolAt, final int symbolLength, final boolean snapshot) {
        cursor.enterArray();
        while (nextObject()) {
            book(events.addBook().symbol(symbolAt, symbolLength).snapshot(snapshot), snapshot);
            need(HAS_BOOK);
        }
    }

    private void book(final BookDraft book, final boolean snapshot) {
        long id = NOT_SENT;
        long previous = NOT_SENT;
        while (cursor.nextMember()) {
            if (cursor.isKey(ASKS, 4)) {
                has |= cursor.levels(book.asks()) ? HAS_ASKS : 0;
            } else if (cursor.isKey(BIDS, 4)) {
                has |= cursor.levels(book.bids()) ? HAS_BIDS : 0;
            } else if (cursor.isKey(TIME, 2)) {
                has |= HAS_TIME;
                book.exchangeTime(cursor.millis(decimal));
            } else if (cursor.isKey(CHECKSUM, 8)) {
                if (cursor.whole(decimal) && decimal.mantissa() != 0) {
                    has |= HAS_CHAIN;
                    book.checksum(decimal.mantissa());
                }
            } else if (cursor.isKey(ID, 5)) {
                has |= cursor.whole(decimal) ? HAS_CHAIN : 0;
                id = decimal.mantissa();
            } else if (cursor.isKey(PREVIOUS_ID, 9)) {
                cursor.whole(decimal);
                previous = decimal.mantissa();
            } else {
                cursor.skip();
            }
        }
        book.ids(id, id, snapshot ? NOT_SENT : previous);
    }

    /** Best levels, one of each side, or none. */
    void best(final int symbolAt, final int symbolLength) {
        cursor.enterArray();
        while (nextObject()) {
            final QuoteDraft quote =
                    events.addQuote().symbol(symbolAt, symbolLength).updateId(NOT_SENT);
            while (cursor.nextMember()) {
                if (cursor.isKey(ASKS, 4)) {
                    final boolean isThere = level();
                    quote.askPrice(isThere ? decimal : zero).askSize(isThere ? size : zero);
                    has |= HAS_ASKS;
                } else if (cursor.isKey(BIDS, 4)) {
                    final boolean isThere = level();
                    quote.bidPrice(isThere ? decimal : zero).bidSize(isThere ? size : zero);
                    has |= HAS_BIDS;
                } else if (cursor.isKey(TIME, 2)) {
                    has |= HAS_TIME;
                    quote.exchangeTime(cursor.millis(decimal));
                } else if (cursor.isKey(ID, 5)) {
                    cursor.whole(decimal);
                    quote.updateId(decimal.mantissa());
                } else {
                    cursor.skip();
                }
            }
            need(HAS_BEST);
        }
    }

    /** Reads the first level of a side, and leaves the side. */
    private boolean level() {
        if (!cursor.enterArray() || !cursor.nextElement()) {
            return false;
        }
        boolean isInside = cursor.enterArray() && cursor.nextElement();
        boolean isSound = isInside && cursor.number(decimal);
        isInside = isInside && cursor.nextElement();
        isSound &= isInside && cursor.number(size);
        while (isInside && cursor.nextElement()) {
            cursor.skip();
        }
        while (cursor.nextElement()) {
            cursor.skip();
        }
        if (!isSound) {
            cursor.keep(FrameFault.BAD_NUMBER);
        }
        return isSound;
    }

    void tickers() {
        cursor.enterArray();
        while (nextObject()) {
            final QuoteDraft quote = events.addQuote().updateId(NOT_SENT);
            int sizes = 0;
            while (cursor.nextMember()) {
                if (cursor.isKey(SYMBOL, 6)) {
                    has |= cursor.text() ? HAS_SYMBOL : 0;
                    quote.symbol(cursor.textAt(), cursor.textLength());
                } else if (cursor.isKey(ASK_PRICE, 5)) {
                    has |= HAS_ASKS;
                    quote.askPrice(numberOrNone());
                } else if (cursor.isKey(ASK_SIZE, 5)) {
                    sizes++;
                    quote.askSize(numberOrNone());
                } else if (cursor.isKey(BID_PRICE, 5)) {
                    has |= HAS_BIDS;
                    quote.bidPrice(numberOrNone());
                } else if (cursor.isKey(BID_SIZE, 5)) {
                    sizes++;
                    quote.bidSize(numberOrNone());
                } else if (cursor.isKey(TIME, 2)) {
                    has |= HAS_TIME;
                    quote.exchangeTime(cursor.millis(decimal));
                } else {
                    cursor.skip();
                }
            }
            has |= sizes == 2 ? HAS_SIZES : 0;
            need(HAS_TICKER);
        }
    }

    /** A side without levels has an empty text. */
    private Decimal numberOrNone() {
        final int at = cursor.place();
        if (cursor.bytes()[at] == '"' && cursor.bytes()[at + 1] == '"') {
            cursor.skip();
            return zero;
        }
        cursor.number(decimal);
        return decimal;
    }
}
