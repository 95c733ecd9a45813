package io.millrace.feed.bybit.wire;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.EpochTime;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.SymbolNumbers;
import io.millrace.feed.decode.SymbolTable;
import io.millrace.feed.decode.Words;

/**
 * Lists of trades and of liquidations, whose members have the same names:
 * {@code [{"T":1672304486865,"s":"BTCUSDT","S":"Buy","v":"0.001","p":"16578.50","i":"20f43950-…","BT":false,"seq":1783284617}]}.
 *
 * <p>The venue's ids of trades are no numbers, so a trade's number is made of its sequence number, which several trades may
 * share, and its place among those: {@code seq * 65,536 + place}; -1 if there is no sequence number. Block trades did not take
 * place in the book and are left out. The side of a liquidation is that of the position, so the closing order is on the other
 * one.
 *
 * <p>Thread: one. Allocation: only for new symbols. Deterministic: yes.
 */
final class BybitTrades {
    private static final long TIME = Words.of("T");
    private static final long SYMBOL = Words.of("s");
    private static final long SIDE = Words.of("S");
    private static final long SIZE = Words.of("v");
    private static final long PRICE = Words.of("p");
    private static final long BLOCK_TRADE = Words.of("BT");
    private static final long SEQUENCE = Words.of("seq");
    private static final long BUY = Words.of("Buy");
    private static final long SELL = Words.of("Sell");
    private static final long MOST_SEQUENCE = Long.MAX_VALUE >>> Short.SIZE;
    private static final int MOST_PLACE = (1 << Short.SIZE) - 1;

    private final FrameEvents events;
    private final SymbolNumbers sequences = new SymbolNumbers();
    private final Decimal time = new Decimal();
    private final Decimal size = new Decimal();
    private final Decimal price = new Decimal();
    private final Decimal sequence = new Decimal();
    private int symbolAt;
    private int symbolLength;
    private long side;
    private boolean isBlock;
    private boolean hasTime;
    private boolean hasSize;
    private boolean hasPrice;
    private boolean hasSequence;
    private int blocks;

    BybitTrades(final FrameEvents events) {
        this.events = events;
    }

    /** Reads a list; gives what is wrong with it, as far as it can be read. */
    FrameFault read(final byte[] bytes, final JsonCursor cursor, final boolean areTrades) {
        FrameFault fault = FrameFault.NONE;
        blocks = 0;
        if (!cursor.enterArray()) {
            return FrameFault.MISSING_FIELD;
        }
        while (cursor.nextElement()) {
            readOne(cursor);
            if (fault == FrameFault.NONE) {
                fault = add(bytes, areTrades);
            }
        }
        return fault;
    }

    private void readOne(final JsonCursor cursor) {
        symbolLength = 0;
        side = 0;
        isBlock = false;
        hasTime = false;
        hasSize = false;
        hasPrice = false;
        hasSequence = false;
        if (!cursor.enterObject()) {
            return;
        }
        while (cursor.nextMember()) {
            if (cursor.isKey(PRICE, 1)) {
                hasPrice = cursor.number(price);
            } else if (cursor.isKey(SIZE, 1)) {
                hasSize = cursor.number(size);
            } else if (cursor.isKey(TIME, 1)) {
                hasTime = cursor.whole(time);
            } else if (cursor.isKey(SYMBOL, 1)) {
                cursor.text();
                symbolAt = cursor.textAt();
                symbolLength = cursor.textLength();
            } else if (cursor.isKey(SIDE, 1)) {
                side = cursor.text() ? cursor.textWord() : 0;
            } else if (cursor.isKey(BLOCK_TRADE, 2)) {
                isBlock = cursor.truth();
            } else if (cursor.isKey(SEQUENCE, 3)) {
                hasSequence = cursor.whole(sequence);
            } else {
                cursor.skip();
            }
        }
    }

    private FrameFault add(final byte[] bytes, final boolean areTrades) {
        if (!hasTime || !hasSize || !hasPrice || side != BUY && side != SELL) {
            return FrameFault.MISSING_FIELD;
        }
        final long exchangeTime = EpochTime.ofMillisOrMicros(time.mantissa());
        if (exchangeTime == EpochTime.NONE) {
            return FrameFault.BAD_TIME;
        }
        if (!areTrades) {
            events.addLiquidation()
                    .symbol(symbolAt, symbolLength)
                    .price(price)
                    .size(size)
                    .isBuy(side == SELL)
                    .exchangeTime(exchangeTime);
        } else if (isBlock) {
            blocks++;
        } else {
            events.addTrade()
                    .symbol(symbolAt, symbolLength)
                    .price(price)
                    .size(size)
                    .isBuyerAggressor(side == BUY)
                    .tradeId(tradeId(bytes))
                    .tradeCount(1)
                    .exchangeTime(exchangeTime);
        }
        return FrameFault.NONE;
    }

    private long tradeId(final byte[] bytes) {
        final long number = sequence.mantissa();
        if (!hasSequence
                || number < 0
                || number > MOST_SEQUENCE
                || symbolLength == 0
                || symbolLength > SymbolTable.LONGEST) {
            return -1;
        }
        final int place = sequences.repeats(bytes, symbolAt, symbolLength, number);
        return number << Short.SIZE | Math.min(place, MOST_PLACE);
    }

    /** Block trades in the last list. */
    int blocks() {
        return blocks;
    }
}
