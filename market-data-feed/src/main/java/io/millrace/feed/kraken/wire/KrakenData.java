package io.millrace.feed.kraken.wire;

import io.millrace.feed.decode.BookDraft;
import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameTopic;
import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.Levels;
import io.millrace.feed.decode.QuoteDraft;
import io.millrace.feed.decode.TradeDraft;
import io.millrace.feed.decode.Words;

/**
 * The data of channels of version 2: arrays of objects with bare numbers, whose zeros at the end are part of what checksums
 * are over.
 *
 * <pre>{@code
 *   [{"symbol":"BTC/USD","bids":[{"price":45283.5,"qty":0.10000000}],"asks":[],"checksum":4249465476,"timestamp":"..."}]
 * }</pre>
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: yes.
 */
final class KrakenData {
    private static final long SYMBOL = Words.of("symbol");
    private static final long BIDS = Words.of("bids");
    private static final long ASKS = Words.of("asks");
    private static final long CHECKSUM = Words.of("checksum");
    private static final long TIMESTAMP = Words.of("timestam");
    private static final long PRICE = Words.of("price");
    private static final long QUANTITY = Words.of("qty");
    private static final long SIDE = Words.of("side");
    private static final long TRADE_ID = Words.of("trade_id");
    private static final long BID = Words.of("bid");
    private static final long BID_SIZE = Words.of("bid_qty");
    private static final long ASK = Words.of("ask");
    private static final long ASK_SIZE = Words.of("ask_qty");
    private static final long BUY = Words.of("buy");
    private static final long SELL = Words.of("sell");

    private static final int HAS_SYMBOL = 1;
    private static final int HAS_BIDS = 2;
    private static final int HAS_ASKS = 4;
    private static final int HAS_BOOK = HAS_SYMBOL | HAS_BIDS | HAS_ASKS;
    private static final int HAS_PRICE = 2;
    private static final int HAS_SIZE = 4;
    private static final int HAS_SIDE = 8;
    private static final int HAS_ID = 16;
    private static final int HAS_TIME = 32;
    private static final int HAS_TRADE = HAS_SYMBOL | HAS_PRICE | HAS_SIZE | HAS_SIDE | HAS_ID | HAS_TIME;
    private static final int HAS_BID_SIZE = 8;
    private static final int HAS_ASK_SIZE = 16;
    private static final int HAS_QUOTE = HAS_SYMBOL | HAS_BIDS | HAS_ASKS | HAS_BID_SIZE | HAS_ASK_SIZE;

    private final Decimal decimal = new Decimal();
    private final Decimal size = new Decimal();
    private final JsonCursor cursor;
    private final FrameTopic topic;
    private final FrameEvents events;
    private final KrakenDepths depths;
    private int has;

    KrakenData(final JsonCursor cursor, final FrameTopic topic, final FrameEvents events, final KrakenDepths depths) {
        this.cursor = cursor;
        this.topic = topic;
        this.events = events;
        this.depths = depths;
    }

    private void need(final int all) {
        if (has != all) {
            cursor.keep(FrameFault.MISSING_FIELD);
        }
    }

    private boolean nextObject() {
        has = 0;
        return cursor.nextElement() && cursor.enterObject();
    }

    void books(final boolean snapshot) {
        cursor.enterArray();
        while (nextObject()) {
            book(events.addBook().snapshot(snapshot), snapshot);
        }
    }

    private void book(final BookDraft book, final boolean snapshot) {
        int symbolAt = 0;
        int symbolLength = 0;
        while (cursor.nextMember()) {
            if (cursor.isKey(SYMBOL, 6)) {
                has |= cursor.text() ? HAS_SYMBOL : 0;
                symbolAt = cursor.textAt();
                symbolLength = cursor.textLength();
                book.symbol(symbolAt, symbolLength);
                topic.symbol(cursor);
            } else if (cursor.isKey(BIDS, 4)) {
                has |= HAS_BIDS;
                levels(book.bids());
            } else if (cursor.isKey(ASKS, 4)) {
                has |= HAS_ASKS;
                levels(book.asks());
            } else if (cursor.isKey(CHECKSUM, 8)) {
                cursor.whole(decimal);
                book.checksum(decimal.mantissa());
            } else if (cursor.isKey(TIMESTAMP, 9)) {
                book.exchangeTime(cursor.rfc3339());
            } else {
                cursor.skip();
            }
        }
        need(HAS_BOOK);
        if (snapshot && !cursor.isBroken() && cursor.fault() == FrameFault.NONE) {
            depths.seen(
                    symbolAt,
                    symbolLength,
                    Math.max(book.bids().count(), book.asks().count()));
        }
    }

    private void levels(final Levels side) {
        side.clear();
        cursor.enterArray();
        while (cursor.nextElement() && cursor.enterObject()) {
            int found = 0;
            while (cursor.nextMember()) {
                if (cursor.isKey(PRICE, 5)) {
                    found |= cursor.number(decimal) ? HAS_PRICE : 0;
                } else if (cursor.isKey(QUANTITY, 3)) {
                    found |= cursor.number(size) ? HAS_SIZE : 0;
                } else {
                    cursor.skip();
                }
            }
            if (found != (HAS_PRICE | HAS_SIZE)) {
                cursor.keep(FrameFault.MISSING_FIELD);
            } else if (!side.add(decimal.mantissa(), decimal.scale(), size.mantissa(), size.scale())) {
                cursor.keep(FrameFault.BAD_NUMBER);
            }
        }
    }

    void trades() {
        cursor.enterArray();
        while (nextObject()) {
            final TradeDraft trade = events.addTrade().tradeCount(1);
            while (cursor.nextMember()) {
                trade(trade);
            }
            need(HAS_TRADE);
        }
    }

    private void trade(final TradeDraft trade) {
        if (cursor.isKey(SYMBOL, 6)) {
            has |= cursor.text() ? HAS_SYMBOL : 0;
            trade.symbol(cursor.textAt(), cursor.textLength());
        } else if (cursor.isKey(SIDE, 4)) {
            cursor.text();
            final boolean buys = cursor.isText(BUY, 3);
            has |= buys || cursor.isText(SELL, 4) ? HAS_SIDE : 0;
            trade.isBuyerAggressor(buys);
        } else if (cursor.isKey(PRICE, 5)) {
            has |= cursor.number(decimal) ? HAS_PRICE : 0;
            trade.price(decimal);
        } else if (cursor.isKey(QUANTITY, 3)) {
            has |= cursor.number(decimal) ? HAS_SIZE : 0;
            trade.size(decimal);
        } else if (cursor.isKey(TRADE_ID, 8)) {
            has |= cursor.whole(decimal) ? HAS_ID : 0;
            trade.tradeId(decimal.mantissa());
        } else if (cursor.isKey(TIMESTAMP, 9)) {
            has |= HAS_TIME;
            trade.exchangeTime(cursor.rfc3339());
        } else {
            cursor.skip();
        }
    }

    void quotes() {
        cursor.enterArray();
        while (nextObject()) {
            final QuoteDraft quote = events.addQuote().updateId(-1).exchangeTime(0);
            while (cursor.nextMember()) {
                quote(quote);
            }
            need(HAS_QUOTE);
        }
    }

    private void quote(final QuoteDraft quote) {
        if (cursor.isKey(SYMBOL, 6)) {
            has |= cursor.text() ? HAS_SYMBOL : 0;
            quote.symbol(cursor.textAt(), cursor.textLength());
        } else if (cursor.isKey(BID, 3)) {
            has |= cursor.number(decimal) ? HAS_BIDS : 0;
            quote.bidPrice(decimal);
        } else if (cursor.isKey(BID_SIZE, 7)) {
            has |= cursor.number(decimal) ? HAS_BID_SIZE : 0;
            quote.bidSize(decimal);
        } else if (cursor.isKey(ASK, 3)) {
            has |= cursor.number(decimal) ? HAS_ASKS : 0;
            quote.askPrice(decimal);
        } else if (cursor.isKey(ASK_SIZE, 7)) {
            has |= cursor.number(decimal) ? HAS_ASK_SIZE : 0;
            quote.askSize(decimal);
        } else if (cursor.isKey(TIMESTAMP, 9)) {
            quote.exchangeTime(cursor.rfc3339());
        } else {
            cursor.skip();
        }
    }
}
