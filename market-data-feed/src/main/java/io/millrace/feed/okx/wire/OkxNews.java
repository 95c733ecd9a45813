package io.millrace.feed.okx.wire;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FundingDraft;
import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.LiquidationDraft;
import io.millrace.feed.decode.MarkPriceDraft;
import io.millrace.feed.decode.SymbolTable;
import io.millrace.feed.decode.TradeDraft;
import io.millrace.feed.decode.Words;

/**
 * Data of channels of trades, funding rates, mark prices and liquidations. Liquidations come of all instruments of a market:
 * those that nobody asked for are left out.
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: yes.
 */
final class OkxNews {
    private static final long SYMBOL = Words.of("instId");
    private static final long TRADE_ID = Words.of("tradeId");
    private static final long PRICE = Words.of("px");
    private static final long SIZE = Words.of("sz");
    private static final long SIDE = Words.of("side");
    private static final long TIME = Words.of("ts");
    private static final long COUNT = Words.of("count");
    private static final long RATE = Words.of("fundingR");
    private static final long FUNDING_TIME = Words.of("fundingT");
    private static final long MARK = Words.of("markPx");
    private static final long DETAILS = Words.of("details");
    private static final long BANKRUPTCY = Words.of("bkPx");
    private static final long BUY = Words.of("buy");
    private static final long SELL = Words.of("sell");

    private static final int HAS_SYMBOL = 1;
    private static final int HAS_PRICE = 2;
    private static final int HAS_SIZE = 4;
    private static final int HAS_SIDE = 8;
    private static final int HAS_ID = 16;
    private static final int HAS_TIME = 32;
    private static final int HAS_TRADE = HAS_SYMBOL | HAS_PRICE | HAS_SIZE | HAS_SIDE | HAS_ID | HAS_TIME;
    private static final int HAS_MARK = HAS_SYMBOL | HAS_PRICE | HAS_TIME;
    private static final int HAS_FUNDING = HAS_SYMBOL | HAS_PRICE;
    private static final int HAS_LIQUIDATION = HAS_PRICE | HAS_SIZE | HAS_SIDE | HAS_TIME;
    private static final int NOWHERE = -1;

    private final Decimal decimal = new Decimal();
    private final JsonCursor cursor;
    private final FrameEvents events;
    private final KnownInstruments instruments;
    private int has;

    OkxNews(final JsonCursor cursor, final FrameEvents events, final KnownInstruments instruments) {
        this.cursor = cursor;
        this.events = events;
        this.instruments = instruments;
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

    private boolean isBuy() {
        cursor.text();
        final boolean buys = cursor.isText(BUY, 3);
        has |= buys || cursor.isText(SELL, 4) ? HAS_SIDE : 0;
        return buys;
    }

    private Decimal number(final int what) {
        has |= cursor.number(decimal) ? what : 0;
        return decimal;
    }

    private long time() {
        has |= HAS_TIME;
        return cursor.millis(decimal);
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
        } else if (cursor.isKey(TRADE_ID, 7)) {
            has |= cursor.whole(decimal) ? HAS_ID : 0;
            trade.tradeId(decimal.mantissa());
        } else if (cursor.isKey(PRICE, 2)) {
            trade.price(number(HAS_PRICE));
        } else if (cursor.isKey(SIZE, 2)) {
            trade.size(number(HAS_SIZE));
        } else if (cursor.isKey(SIDE, 4)) {
            trade.isBuyerAggressor(isBuy());
        } else if (cursor.isKey(TIME, 2)) {
            trade.exchangeTime(time());
        } else if (cursor.isKey(COUNT, 5)) {
            cursor.whole(decimal);
            trade.tradeCount(decimal.mantissa());
        } else {
            cursor.skip();
        }
    }

    void fundings() {
        cursor.enterArray();
        while (nextObject()) {
            final FundingDraft funding = events.addFunding().fundingTime(0).exchangeTime(0);
            while (cursor.nextMember()) {
                if (cursor.isKey(SYMBOL, 6)) {
                    has |= cursor.text() ? HAS_SYMBOL : 0;
                    funding.symbol(cursor.textAt(), cursor.textLength());
                } else if (cursor.isKey(RATE, 11)) {
                    funding.rate(number(HAS_PRICE));
                } else if (cursor.isKey(FUNDING_TIME, 11)) {
                    funding.fundingTime(cursor.millis(decimal));
                } else if (cursor.isKey(TIME, 2)) {
                    funding.exchangeTime(cursor.millis(decimal));
                } else {
                    cursor.skip();
                }
            }
            need(HAS_FUNDING);
        }
    }

    void marks() {
        cursor.enterArray();
        while (nextObject()) {
            final MarkPriceDraft mark = events.addMarkPrice().noIndexPrice();
            while (cursor.nextMember()) {
                if (cursor.isKey(SYMBOL, 6)) {
                    has |= cursor.text() ? HAS_SYMBOL : 0;
                    mark.symbol(cursor.textAt(), cursor.textLength());
                } else if (cursor.isKey(MARK, 6)) {
                    mark.markPrice(number(HAS_PRICE));
                } else if (cursor.isKey(TIME, 2)) {
                    mark.exchangeTime(time());
                } else {
                    cursor.skip();
                }
            }
            need(HAS_MARK);
        }
    }

    void liquidations() {
        cursor.enterArray();
        while (cursor.nextElement() && cursor.enterObject()) {
            int symbolAt = 0;
            int symbolLength = 0;
            int detailsAt = NOWHERE;
            while (cursor.nextMember()) {
                if (cursor.isKey(SYMBOL, 6)) {
                    cursor.text();
                    symbolAt = cursor.textAt();
                    symbolLength = cursor.textLength();
                } else {
                    detailsAt = cursor.isKey(DETAILS, 7) ? cursor.place() : detailsAt;
                    cursor.skip();
                }
            }
            if (cursor.isBroken()) {
                return;
            }
            if (symbolLength == 0 || detailsAt == NOWHERE) {
                cursor.keep(FrameFault.MISSING_FIELD);
            } else if (isWanted(symbolAt, symbolLength)) {
                final int end = cursor.place();
                cursor.goTo(detailsAt);
                details(symbolAt, symbolLength);
                cursor.goTo(end);
            }
        }
    }

    private boolean isWanted(final int at, final int length) {
        return !instruments.isExpecting()
                || length <= SymbolTable.LONGEST
                        && instruments.find(cursor.bytes(), at, length) != KnownInstruments.ABSENT;
    }

    private void details(final int symbolAt, final int symbolLength) {
        cursor.enterArray();
        while (nextObject()) {
            final LiquidationDraft liquidation = events.addLiquidation().symbol(symbolAt, symbolLength);
            while (cursor.nextMember()) {
                if (cursor.isKey(BANKRUPTCY, 4)) {
                    liquidation.price(number(HAS_PRICE));
                } else if (cursor.isKey(SIZE, 2)) {
                    liquidation.size(number(HAS_SIZE));
                } else if (cursor.isKey(SIDE, 4)) {
                    liquidation.isBuy(isBuy());
                } else if (cursor.isKey(TIME, 2)) {
                    liquidation.exchangeTime(time());
                } else {
                    cursor.skip();
                }
            }
            need(HAS_LIQUIDATION);
        }
    }
}
