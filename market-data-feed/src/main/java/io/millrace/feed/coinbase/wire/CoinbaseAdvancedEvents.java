package io.millrace.feed.coinbase.wire;

import io.millrace.feed.decode.BookDraft;
import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.EpochTime;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameKind;
import io.millrace.feed.decode.FrameTopic;
import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.Levels;
import io.millrace.feed.decode.QuoteDraft;
import io.millrace.feed.decode.TradeDraft;
import io.millrace.feed.decode.Words;

/**
 * The events of a frame of Advanced Trade.
 *
 * <pre>{@code
 *   [{"type":"update","product_id":"BTC-USD","updates":[{"side":"offer","event_time":"...","price_level":"68901.00","new_quantity":"0"}]}]
 *   [{"type":"update","trades":[{"trade_id":"995098700","product_id":"BTC-USD","price":"68900.50","size":"0.0015","side":"BUY","time":"..."}]}]
 *   [{"type":"snapshot","tickers":[{"product_id":"BTC-USD","best_bid":"68900.00","best_bid_quantity":"1.5",...}]}]
 * }</pre>
 *
 * The time of an update of a book is that of its last level; a snapshot has that of its frame. The side of a trade is that of
 * the maker, as on the Exchange feed and with REST: nautilus_trader, which took it for the taker's at first, says so, too, since
 * 2026.
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: yes.
 */
final class CoinbaseAdvancedEvents {
    private static final long TYPE = Words.of("type");
    private static final long PRODUCT = Words.of("product_");
    private static final long UPDATES = Words.of("updates");
    private static final long TRADES = Words.of("trades");
    private static final long TICKERS = Words.of("tickers");
    private static final long SIDE = Words.of("side");
    private static final long EVENT_TIME = Words.of("event_ti");
    private static final long LEVEL = Words.of("price_le");
    private static final long QUANTITY = Words.of("new_quan");
    private static final long TRADE_ID = Words.of("trade_id");
    private static final long PRICE = Words.of("price");
    private static final long SIZE = Words.of("size");
    private static final long TIME = Words.of("time");
    private static final long BEST_BID = Words.of("best_bid");
    private static final long BEST_ASK = Words.of("best_ask");
    private static final int BEST_SIZE = "best_bid_quantity".length();
    private static final long SNAPSHOT = Words.of("snapshot");
    private static final long UPDATE = Words.of("update");
    private static final long BID = Words.of("bid");
    private static final long OFFER = Words.of("offer");
    private static final long ASK = Words.of("ask");
    private static final long BUY = Words.of("BUY");
    private static final long SELL = Words.of("SELL");
    private static final int NOWHERE = -1;

    private static final int HAS_PRODUCT = 1;
    private static final int HAS_PRICE = 2;
    private static final int HAS_SIZE = 4;
    private static final int HAS_SIDE = 8;
    private static final int HAS_ID = 16;
    private static final int HAS_TIME = 32;
    private static final int HAS_LEVEL = HAS_PRICE | HAS_SIZE | HAS_SIDE | HAS_TIME;
    private static final int HAS_TRADE = HAS_LEVEL | HAS_PRODUCT | HAS_ID;
    private static final int HAS_BID = 2;
    private static final int HAS_ASK = 4;
    private static final int HAS_BID_SIZE = 8;
    private static final int HAS_ASK_SIZE = 16;
    private static final int HAS_QUOTE = HAS_PRODUCT | HAS_BID | HAS_ASK | HAS_BID_SIZE | HAS_ASK_SIZE;

    private final Decimal price = new Decimal();
    private final Decimal size = new Decimal();
    private final JsonCursor cursor;
    private final FrameTopic topic;
    private final FrameEvents events;
    private int has;
    private long levelTime;
    private boolean isPast;

    CoinbaseAdvancedEvents(final JsonCursor cursor, final FrameTopic topic, final FrameEvents events) {
        this.cursor = cursor;
        this.topic = topic;
        this.events = events;
    }

    /**
     * Reads the events.
     *
     * @param time     of the frame
     * @param sequence number of the frame
     * @return whether they were trades of before, all of them
     */
    boolean read(final FrameKind kind, final long time, final long sequence) {
        isPast = kind == FrameKind.TRADE;
        cursor.enterArray();
        while (cursor.nextElement() && cursor.enterObject()) {
            if (kind == FrameKind.BOOK) {
                book(time, sequence);
            } else {
                list(kind, time);
            }
        }
        return isPast;
    }

    private void need(final int all) {
        if ((has & all) != all) {
            cursor.keep(FrameFault.MISSING_FIELD);
        }
    }

    private void book(final long time, final long sequence) {
        final BookDraft book = events.addBook().ids(sequence, sequence, sequence);
        long type = 0;
        boolean hasUpdates = false;
        boolean hasProduct = false;
        levelTime = 0;
        while (cursor.nextMember()) {
            if (cursor.isKey(TYPE, 4)) {
                type = cursor.text() ? cursor.textWord() : 0;
            } else if (cursor.isKey(PRODUCT, 10)) {
                hasProduct = cursor.text();
                book.symbol(cursor.textAt(), cursor.textLength());
                topic.symbol(cursor);
            } else if (cursor.isKey(UPDATES, 7)) {
                hasUpdates = true;
                cursor.enterArray();
                while (cursor.nextElement() && cursor.enterObject()) {
                    level(book);
                }
            } else {
                cursor.skip();
            }
        }
        if (!hasProduct || !hasUpdates || type != SNAPSHOT && type != UPDATE) {
            cursor.keep(FrameFault.MISSING_FIELD);
        }
        final boolean snapshot = type == SNAPSHOT;
        book.snapshot(snapshot).exchangeTime(snapshot || levelTime <= 0 ? time : levelTime);
    }

    private void level(final BookDraft book) {
        has = 0;
        boolean isBid = false;
        while (cursor.nextMember()) {
            if (cursor.isKey(SIDE, 4)) {
                cursor.text();
                isBid = cursor.isText(BID, 3);
                has |= isBid || cursor.isText(OFFER, 5) || cursor.isText(ASK, 3) ? HAS_SIDE : 0;
            } else if (cursor.isKey(LEVEL, 11)) {
                has |= cursor.number(price) ? HAS_PRICE : 0;
            } else if (cursor.isKey(QUANTITY, 12)) {
                has |= cursor.number(size) ? HAS_SIZE : 0;
            } else if (cursor.isKey(EVENT_TIME, 10)) {
                has |= cursor.text() ? HAS_TIME : 0;
                levelTime = EpochTime.ofRfc3339(cursor.bytes(), cursor.textAt(), cursor.textLength());
            } else {
                cursor.skip();
            }
        }
        need(HAS_LEVEL);
        final Levels side = isBid ? book.bids() : book.asks();
        if (!side.add(price.mantissa(), price.scale(), size.mantissa(), size.scale())) {
            cursor.keep(FrameFault.BAD_NUMBER);
        }
    }

    /** An event with trades or tickers; whether trades are of before may be said behind them. */
    private void list(final FrameKind kind, final long time) {
        boolean isSnapshot = false;
        int listAt = NOWHERE;
        while (cursor.nextMember()) {
            if (cursor.isKey(TYPE, 4)) {
                isSnapshot = cursor.text() && cursor.isText(SNAPSHOT, 8);
            } else {
                final boolean isList = cursor.isKey(TRADES, 6) || cursor.isKey(TICKERS, 7);
                listAt = isList ? cursor.place() : listAt;
                cursor.skip();
            }
        }
        if (cursor.isBroken() || listAt == NOWHERE) {
            cursor.keep(FrameFault.MISSING_FIELD);
            return;
        }
        if (kind == FrameKind.TRADE && isSnapshot) {
            return;
        }
        isPast = false;
        final int end = cursor.place();
        cursor.goTo(listAt);
        cursor.enterArray();
        while (cursor.nextElement() && cursor.enterObject()) {
            has = 0;
            if (kind == FrameKind.TRADE) {
                trade(events.addTrade().tradeCount(1));
            } else {
                quote(events.addQuote().updateId(NOWHERE).exchangeTime(time));
            }
        }
        cursor.goTo(end);
    }

    private void trade(final TradeDraft trade) {
        while (cursor.nextMember()) {
            if (cursor.isKey(PRODUCT, 10)) {
                has |= cursor.text() ? HAS_PRODUCT : 0;
                trade.symbol(cursor.textAt(), cursor.textLength());
            } else if (cursor.isKey(TRADE_ID, 8)) {
                has |= cursor.whole(price) ? HAS_ID : 0;
                trade.tradeId(price.mantissa());
            } else if (cursor.isKey(PRICE, 5)) {
                has |= cursor.number(price) ? HAS_PRICE : 0;
                trade.price(price);
            } else if (cursor.isKey(SIZE, 4)) {
                has |= cursor.number(size) ? HAS_SIZE : 0;
                trade.size(size);
            } else if (cursor.isKey(SIDE, 4)) {
                cursor.text();
                final boolean makerSells = cursor.isText(SELL, 4);
                has |= makerSells || cursor.isText(BUY, 3) ? HAS_SIDE : 0;
                trade.isBuyerAggressor(makerSells);
            } else if (cursor.isKey(TIME, 4)) {
                has |= HAS_TIME;
                trade.exchangeTime(cursor.rfc3339());
            } else {
                cursor.skip();
            }
        }
        need(HAS_TRADE);
    }

    private void quote(final QuoteDraft quote) {
        while (cursor.nextMember()) {
            if (cursor.isKey(PRODUCT, 10)) {
                has |= cursor.text() ? HAS_PRODUCT : 0;
                quote.symbol(cursor.textAt(), cursor.textLength());
            } else if (cursor.isKey(BEST_BID, 8)) {
                has |= cursor.number(price) ? HAS_BID : 0;
                quote.bidPrice(price);
            } else if (cursor.isKey(BEST_ASK, 8)) {
                has |= cursor.number(price) ? HAS_ASK : 0;
                quote.askPrice(price);
            } else if (cursor.isKey(BEST_BID, BEST_SIZE)) {
                has |= cursor.number(size) ? HAS_BID_SIZE : 0;
                quote.bidSize(size);
            } else if (cursor.isKey(BEST_ASK, BEST_SIZE)) {
                has |= cursor.number(size) ? HAS_ASK_SIZE : 0;
                quote.askSize(size);
            } else {
                cursor.skip();
            }
        }
        need(HAS_QUOTE);
    }
}
