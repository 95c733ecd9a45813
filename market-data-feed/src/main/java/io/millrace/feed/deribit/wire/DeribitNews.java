package io.millrace.feed.deribit.wire;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.QuoteDraft;
import io.millrace.feed.decode.Words;

/**
 * Data of channels of trades, best bids and offers, and tickers, of which mark prices and funding rates are taken. Numbers are as
 * JavaScript writes doubles: {@code 92288.0}, {@code 1.742e-05}; what there is none of is {@code null}.
 *
 * <p>A trade that closed a position by force says whose: {@code T} the taker's, {@code M} the maker's, {@code MT} both.
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: yes.
 */
final class DeribitNews {
    private static final long SYMBOL = Words.of("instrume");
    private static final long TIMESTAMP = Words.of("timestam");
    private static final long TRADE_ID = Words.of("trade_id");
    private static final long PRICE = Words.of("price");
    private static final long AMOUNT = Words.of("amount");
    private static final long DIRECTION = Words.of("directio");
    private static final long LIQUIDATION = Words.of("liquidat");
    private static final long BID = Words.of("best_bid");
    private static final long ASK = Words.of("best_ask");
    private static final int PRICE_LENGTH = "best_bid_price".length();
    private static final int AMOUNT_LENGTH = "best_bid_amount".length();
    private static final long MARK = Words.of("mark_pri");
    private static final long INDEX = Words.of("index_pr");
    private static final long FUNDING = Words.of("current_");
    private static final long BUY = Words.of("buy");
    private static final long SELL = Words.of("sell");
    private static final long TAKER = Words.of("T");
    private static final long MAKER = Words.of("M");
    private static final long BOTH = Words.of("MT");
    private static final long NO_ID = -1;

    private static final int HAS_SYMBOL = 1;
    private static final int HAS_TIME = 2;
    private static final int HAS_PRICE = 4;
    private static final int HAS_AMOUNT = 8;
    private static final int HAS_DIRECTION = 16;
    private static final int HAS_ID = 32;
    private static final int HAS_TRADE = HAS_SYMBOL | HAS_TIME | HAS_PRICE | HAS_AMOUNT | HAS_DIRECTION | HAS_ID;
    private static final int HAS_BID = 4;
    private static final int HAS_ASK = 8;
    private static final int HAS_BID_SIZE = 16;
    private static final int HAS_ASK_SIZE = 32;
    private static final int HAS_QUOTE = HAS_SYMBOL | HAS_TIME | HAS_BID | HAS_ASK | HAS_BID_SIZE | HAS_ASK_SIZE;
    private static final int HAS_TICKER = HAS_SYMBOL | HAS_TIME;

    /** What there is none of. */
    private final Decimal zero = new Decimal();

    private final Decimal price = new Decimal();
    private final Decimal amount = new Decimal();
    private final Decimal rate = new Decimal();
    private final Decimal decimal = new Decimal();
    private final JsonCursor cursor;
    private final FrameEvents events;
    private int has;
    private int symbolAt;
    private int symbolLength;
    private long time;

    DeribitNews(final JsonCursor cursor, final FrameEvents events) {
        this.cursor = cursor;
        this.events = events;
    }

    private void need(final int all) {
        if ((has & all) != all) {
            cursor.keep(FrameFault.MISSING_FIELD);
        }
    }

    /** Reads what all have: symbol and time. */
    private boolean common() {
        if (cursor.isKey(SYMBOL, 15)) {
            has |= cursor.text() ? HAS_SYMBOL : 0;
            symbolAt = cursor.textAt();
            symbolLength = cursor.textLength();
            return true;
        }
        if (cursor.isKey(TIMESTAMP, 9)) {
            has |= HAS_TIME;
            time = cursor.millis(decimal);
            return true;
        }
        return false;
    }

    void trades() {
        cursor.enterArray();
        while (cursor.nextElement() && cursor.enterObject()) {
            trade();
        }
    }

    private void trade() {
        has = 0;
        boolean buys = false;
        long liquidated = 0;
        long id = NO_ID;
        while (cursor.nextMember()) {
            if (common()) {
                continue;
            }
            if (cursor.isKey(PRICE, 5)) {
                has |= cursor.number(price) ? HAS_PRICE : 0;
            } else if (cursor.isKey(AMOUNT, 6)) {
                has |= cursor.number(amount) ? HAS_AMOUNT : 0;
            } else if (cursor.isKey(TRADE_ID, 8)) {
                id = tradeId();
            } else if (cursor.isKey(DIRECTION, 9)) {
                cursor.text();
                buys = cursor.isText(BUY, 3);
                has |= buys || cursor.isText(SELL, 4) ? HAS_DIRECTION : 0;
            } else if (cursor.isKey(LIQUIDATION, 11)) {
                liquidated = cursor.text() ? cursor.textWord() : 0;
            } else {
                cursor.skip();
            }
        }
        need(HAS_TRADE);
        final FeedInputs inputs = events.inputs();
        if (inputs.hasTrades()) {
            events.addTrade()
                    .symbol(symbolAt, symbolLength)
                    .price(price)
                    .size(amount)
                    .isBuyerAggressor(buys)
                    .tradeId(id)
                    .tradeCount(1)
                    .exchangeTime(time);
        }
        if (inputs.hasLiquidations()) {
            if (liquidated == TAKER || liquidated == BOTH) {
                liquidation(buys);
            }
            if (liquidated == MAKER || liquidated == BOTH) {
                liquidation(!buys);
            }
        }
    }

    /** Numbers of trades of some markets begin with the coin: {@code ETH-12345}. */
    private long tradeId() {
        if (!cursor.text()) {
            return NO_ID;
        }
        int at = cursor.textAt();
        final int end = at + cursor.textLength();
        for (int i = at; i < end; i++) {
            if (cursor.bytes()[i] == '-') {
                at = i + 1;
            }
        }
        if (decimal.readWhole(cursor.bytes(), at, end) != end) {
            return NO_ID;
        }
        has |= HAS_ID;
        return decimal.mantissa();
    }

    private void liquidation(final boolean isBuy) {
        events.addLiquidation()
                .symbol(symbolAt, symbolLength)
                .price(price)
                .size(amount)
                .isBuy(isBuy)
                .exchangeTime(time);
    }

    void quote() {
        has = 0;
        final QuoteDraft quote = events.addQuote().updateId(NO_ID);
        cursor.enterObject();
        while (cursor.nextMember()) {
            if (common()) {
                continue;
            }
            if (cursor.isKey(BID, PRICE_LENGTH)) {
                quote.bidPrice(numberOrNone(HAS_BID));
            } else if (cursor.isKey(BID, AMOUNT_LENGTH)) {
                quote.bidSize(numberOrNone(HAS_BID_SIZE));
            } else if (cursor.isKey(ASK, PRICE_LENGTH)) {
                quote.askPrice(numberOrNone(HAS_ASK));
            } else if (cursor.isKey(ASK, AMOUNT_LENGTH)) {
                quote.askSize(numberOrNone(HAS_ASK_SIZE));
            } else {
                cursor.skip();
            }
        }
        need(HAS_QUOTE);
        quote.symbol(symbolAt, symbolLength).exchangeTime(time);
    }

    private Decimal numberOrNone(final int what) {
        has |= what;
        if (cursor.isNull()) {
            cursor.skip();
            return zero;
        }
        cursor.number(decimal);
        return decimal;
    }

    void ticker() {
        has = 0;
        boolean hasMark = false;
        boolean hasIndex = false;
        boolean hasRate = false;
        cursor.enterObject();
        while (cursor.nextMember()) {
            if (common()) {
                continue;
            }
            if (cursor.isKey(MARK, 10) && !cursor.isNull()) {
                hasMark = cursor.number(price);
            } else if (cursor.isKey(INDEX, 11) && !cursor.isNull()) {
                hasIndex = cursor.number(amount);
            } else if (cursor.isKey(FUNDING, 15) && !cursor.isNull()) {
                hasRate = cursor.number(rate);
            } else {
                cursor.skip();
            }
        }
        need(HAS_TICKER);
        final FeedInputs inputs = events.inputs();
        if (hasMark && inputs.hasMarks()) {
            events.addMarkPrice()
                    .symbol(symbolAt, symbolLength)
                    .markPrice(price)
                    .indexPrice(hasIndex ? amount : zero)
                    .exchangeTime(time);
        }
        if (hasRate && inputs.hasFunding()) {
            events.addFunding()
                    .symbol(symbolAt, symbolLength)
                    .rate(rate)
                    .fundingTime(0)
                    .exchangeTime(time);
        }
    }
}
