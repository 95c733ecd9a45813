package io.millrace.feed.bybit.wire;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.EpochTime;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.Words;

/**
 * Tickers: the mark price and the funding rate. Updates have only the fields that have changed, and only those are told: an
 * index price that is not there with the mark price is told as not sent, as is the time of a funding rate.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
final class BybitTicker {
    private static final long SYMBOL = Words.of("symbol");
    private static final long MARK_PRICE = Words.of("markPric");
    private static final int MARK_PRICE_LENGTH = "markPrice".length();
    private static final long INDEX_PRICE = Words.of("indexPri");
    private static final int INDEX_PRICE_LENGTH = "indexPrice".length();
    private static final long FUNDING_RATE = Words.of("fundingR");
    private static final int FUNDING_RATE_LENGTH = "fundingRate".length();
    private static final long NEXT_FUNDING_TIME = Words.of("nextFund");
    private static final int NEXT_FUNDING_TIME_LENGTH = "nextFundingTime".length();

    private final FrameEvents events;
    private final FeedInputs inputs;
    private final Decimal mark = new Decimal();
    private final Decimal index = new Decimal();
    private final Decimal rate = new Decimal();
    private final Decimal time = new Decimal();
    private int symbolAt;
    private int symbolLength;
    private boolean hasMark;
    private boolean hasIndex;
    private boolean hasRate;
    private boolean hasTime;

    BybitTicker(final FrameEvents events) {
        this.events = events;
        this.inputs = events.inputs();
    }

    void read(final JsonCursor cursor) {
        symbolLength = 0;
        hasMark = false;
        hasIndex = false;
        hasRate = false;
        hasTime = false;
        if (!cursor.enterObject()) {
            return;
        }
        while (cursor.nextMember()) {
            if (cursor.isKey(SYMBOL, 6)) {
                cursor.text();
                symbolAt = cursor.textAt();
                symbolLength = cursor.textLength();
            } else if (cursor.isKey(MARK_PRICE, MARK_PRICE_LENGTH)) {
                hasMark = read(cursor, mark);
            } else if (cursor.isKey(INDEX_PRICE, INDEX_PRICE_LENGTH)) {
                hasIndex = read(cursor, index);
            } else if (cursor.isKey(FUNDING_RATE, FUNDING_RATE_LENGTH)) {
                hasRate = read(cursor, rate);
            } else if (cursor.isKey(NEXT_FUNDING_TIME, NEXT_FUNDING_TIME_LENGTH)) {
                hasTime = read(cursor, time);
            } else {
                cursor.skip();
            }
        }
    }

    /** What does not apply, such as the funding rate of a dated future, is an empty text. */
    private static boolean read(final JsonCursor cursor, final Decimal number) {
        if (cursor.isEmptyText()) {
            cursor.skip();
            return false;
        }
        return cursor.number(number);
    }

    FrameFault ticker(final long exchangeTime) {
        final long fundingTime = hasTime ? EpochTime.ofMillisOrMicros(time.mantissa()) : 0;
        if (fundingTime == EpochTime.NONE) {
            return FrameFault.BAD_TIME;
        }
        if (inputs.hasMarks() && hasMark) {
            events.addMarkPrice()
                    .symbol(symbolAt, symbolLength)
                    .markPrice(mark)
                    .indexPrice(hasIndex ? index.mantissa() : 0, hasIndex ? index.scale() : 0)
                    .exchangeTime(exchangeTime);
        }
        if (inputs.hasFunding() && hasRate) {
            events.addFunding()
                    .symbol(symbolAt, symbolLength)
                    .rate(rate)
                    .fundingTime(fundingTime)
                    .exchangeTime(exchangeTime);
        }
        return FrameFault.NONE;
    }
}
