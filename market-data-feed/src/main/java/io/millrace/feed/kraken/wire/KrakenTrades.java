package io.millrace.feed.kraken.wire;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.EpochTime;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameKind;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.FrameTopic;
import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.TradeDraft;
import io.millrace.feed.decode.Words;

/**
 * Lists of trades, as version 1 of the websocket and the REST endpoint {@code Trades} have them: price, size, time in
 * seconds, side of the taker, kind of order, a text, and with REST the number of the trade.
 *
 * <pre>{@code
 *   {"error":[],"result":{"XBTUSDT":[["105433.60000","0.00027625",1762795433.9717445,"b","l","",10218208],...],"last":"..."}}
 * }</pre>
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: yes.
 */
final class KrakenTrades {
    private static final long BUY = Words.of("b");
    private static final long SELL = Words.of("s");
    private static final long NO_ID = -1;

    private final Decimal decimal = new Decimal();
    private final JsonCursor cursor;
    private final FrameTopic topic;
    private final FrameEvents events;
    private boolean open;

    KrakenTrades(final JsonCursor cursor, final FrameTopic topic, final FrameEvents events) {
        this.cursor = cursor;
        this.topic = topic;
        this.events = events;
    }

    /** Reads the result of a REST request, if it is one of trades. */
    FrameResult read() {
        if (!cursor.isAt('{')) {
            cursor.skip();
            return FrameResult.UNKNOWN;
        }
        FrameResult result = FrameResult.UNKNOWN;
        cursor.enterObject();
        while (cursor.nextMember()) {
            final int symbolAt = cursor.keyAt();
            final int symbolLength = cursor.keyLength();
            if (!cursor.isAt('[')) {
                cursor.skip();
            } else if (!events.inputs().hasTrades()) {
                cursor.skip();
                result = FrameResult.UNUSED;
            } else {
                topic.about(FrameKind.TRADE);
                list(symbolAt, symbolLength);
                result = FrameResult.EVENTS;
            }
        }
        return result;
    }

    /** Reads trades of an instrument. */
    void list(final int symbolAt, final int symbolLength) {
        cursor.enterArray();
        while (cursor.nextElement() && cursor.enterArray()) {
            open = true;
            trade(events.addTrade().symbol(symbolAt, symbolLength).tradeCount(1));
        }
    }

    private void trade(final TradeDraft trade) {
        boolean isSound = next();
        trade.price(decimal);
        isSound &= next();
        trade.size(decimal);
        final long time = next() ? EpochTime.ofSeconds(decimal) : EpochTime.NONE;
        trade.exchangeTime(time);
        isSound &= time != EpochTime.NONE && side(trade);
        if (!isSound) {
            cursor.keep(FrameFault.MISSING_FIELD);
        }
        // Kind of order and a text; then the number, if there is one.
        skipNext();
        skipNext();
        trade.tradeId(next() ? decimal.mantissa() : NO_ID);
        while (element()) {
            cursor.skip();
        }
    }

    /** Goes to the next element of a trade, unless it has been left. */
    private boolean element() {
        open = open && cursor.nextElement();
        return open;
    }

    private boolean next() {
        return element() && cursor.number(decimal);
    }

    private boolean side(final TradeDraft trade) {
        if (!element() || !cursor.text()) {
            return false;
        }
        final boolean buys = cursor.isText(BUY, 1);
        trade.isBuyerAggressor(buys);
        return buys || cursor.isText(SELL, 1);
    }

    private void skipNext() {
        if (element()) {
            cursor.skip();
        }
    }
}
