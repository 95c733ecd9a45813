package io.millrace.feed.binance.wire;

import static io.millrace.feed.binance.wire.BinanceFields.bit;

import io.millrace.feed.decode.EpochTime;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.Words;

/**
 * Makes drafts of events from the fields of a message, or says what is wrong with it.
 *
 * <p>Of a liquidation, price and size are those of the order that closes the position, not those at which it was filled.
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: yes.
 */
final class BinanceDrafts {
    private static final long TRADE_WHOLES = bit('t') | bit('T');
    private static final long AGGREGATE_WHOLES = bit('f') | bit('l') | bit('T');
    private static final long PRICE_AND_SIZE = bit('p') | bit('q');
    private static final long QUOTE_AMOUNTS = bit('b') | bit('B') | bit('a') | bit('A');
    private static final long UPDATE_IDS = bit('U') | bit('u');
    private static final long PREVIOUS_ID = bit(BinanceFields.PU);
    private static final long BUY = Words.of("BUY");
    private static final long SELL = Words.of("SELL");
    private static final long NOT_SENT = -1;

    private final BinanceFields fields;
    private final FrameEvents events;
    private final FeedInputs inputs;
    private final boolean previousIds;

    /** @param previousIds whether each update of a book must name the last id before it */
    BinanceDrafts(final BinanceFields fields, final FrameEvents events, final boolean previousIds) {
        this.fields = fields;
        this.events = events;
        this.inputs = events.inputs();
        this.previousIds = previousIds;
    }

    FrameFault trade() {
        return fields.hasWholes(TRADE_WHOLES) ? trades(fields.value('t'), 1) : fields.problem();
    }

    FrameFault aggregateTrade() {
        if (!fields.hasWholes(AGGREGATE_WHOLES)) {
            return fields.problem();
        }
        final long last = fields.value('l');
        return trades(last, last - fields.value('f') + 1);
    }

    private FrameFault trades(final long tradeId, final long tradeCount) {
        if (!fields.hasAmounts(PRICE_AND_SIZE) || !fields.hasTruths(bit('m'))) {
            return fields.problem();
        }
        final long exchangeTime = EpochTime.ofMillisOrMicros(fields.value('T'));
        if (exchangeTime == EpochTime.NONE) {
            return FrameFault.BAD_TIME;
        }
        events.addTrade()
                .symbol(fields.symbolAt(), fields.symbolLength())
                .price(fields.value('p'), fields.scale('p'))
                .size(fields.value('q'), fields.scale('q'))
                .isBuyerAggressor(fields.value('m') == 0)
                .tradeId(tradeId)
                .tradeCount(tradeCount)
                .exchangeTime(exchangeTime);
        return FrameFault.NONE;
    }

    FrameFault quote() {
        if (!fields.hasAmounts(QUOTE_AMOUNTS) || !fields.hasWholes(bit('u'))) {
            return fields.problem();
        }
        final long exchangeTime = fields.exchangeTime(0);
        if (exchangeTime == EpochTime.NONE) {
            return FrameFault.BAD_TIME;
        }
        events.addQuote()
                .symbol(fields.symbolAt(), fields.symbolLength())
                .updateId(fields.value('u'))
                .bidPrice(fields.value('b'), fields.scale('b'))
                .bidSize(fields.value('B'), fields.scale('B'))
                .askPrice(fields.value('a'), fields.scale('a'))
                .askSize(fields.value('A'), fields.scale('A'))
                .exchangeTime(exchangeTime);
        return FrameFault.NONE;
    }

    /** An update of a book; it covers at least one id. */
    FrameFault update() {
        if (!fields.hasWholes(UPDATE_IDS) || !fields.hasLevels()) {
            return fields.problem();
        }
        if (previousIds ? !fields.hasWholes(PREVIOUS_ID) : fields.hasMisfits(PREVIOUS_ID)) {
            return fields.problem();
        }
        final long exchangeTime = fields.exchangeTime(EpochTime.NONE);
        if (exchangeTime == EpochTime.NONE) {
            return FrameFault.BAD_TIME;
        }
        if (fields.value('U') > fields.value('u')) {
            return FrameFault.BAD_NUMBER;
        }
        fields.book()
                .symbol(fields.symbolAt(), fields.symbolLength())
                .ids(
                        fields.value('U'),
                        fields.value('u'),
                        fields.hasWholes(PREVIOUS_ID) ? fields.value(BinanceFields.PU) : NOT_SENT)
                .exchangeTime(exchangeTime);
        return FrameFault.NONE;
    }

    /** A snapshot of a book. */
    FrameFault snapshot(final int place) {
        if (!fields.hasWholes(bit(BinanceFields.LAST_ID)) || !fields.hasLevels()) {
            return fields.problem();
        }
        final long exchangeTime = fields.exchangeTime(0);
        if (exchangeTime == EpochTime.NONE) {
            return FrameFault.BAD_TIME;
        }
        final long id = fields.value(BinanceFields.LAST_ID);
        fields.book().place(place).snapshot(true).ids(id, id, NOT_SENT).exchangeTime(exchangeTime);
        return FrameFault.NONE;
    }

    /** A mark price, and the funding rate if there is one: dated futures have none. */
    FrameFault markPrice() {
        if (!fields.hasAmounts(bit('p')) || !fields.hasWholes(bit('E')) || fields.hasMisfits(bit('i') | bit('r'))) {
            return fields.problem();
        }
        final long exchangeTime = EpochTime.ofMillisOrMicros(fields.value('E'));
        final long fundingTime = fields.hasWholes(bit('T')) ? EpochTime.ofMillisOrMicros(fields.value('T')) : 0;
        if (exchangeTime == EpochTime.NONE || fundingTime == EpochTime.NONE) {
            return FrameFault.BAD_TIME;
        }
        if (inputs.hasMarks()) {
            events.addMarkPrice()
                    .symbol(fields.symbolAt(), fields.symbolLength())
                    .markPrice(fields.value('p'), fields.scale('p'))
                    .indexPrice(
                            fields.hasAmounts(bit('i')) ? fields.value('i') : 0,
                            fields.hasAmounts(bit('i')) ? fields.scale('i') : 0)
                    .exchangeTime(exchangeTime);
        }
        if (inputs.hasFunding() && fields.hasAmounts(bit('r')) && fundingTime > 0) {
            events.addFunding()
                    .symbol(fields.symbolAt(), fields.symbolLength())
                    .rate(fields.value('r'), fields.scale('r'))
                    .fundingTime(fundingTime)
                    .exchangeTime(exchangeTime);
        }
        return FrameFault.NONE;
    }

    FrameFault liquidation() {
        if (!fields.hasAmounts(PRICE_AND_SIZE)
                || !fields.hasWholes(bit('T'))
                || fields.side() != BUY && fields.side() != SELL) {
            return fields.problem();
        }
        final long exchangeTime = EpochTime.ofMillisOrMicros(fields.value('T'));
        if (exchangeTime == EpochTime.NONE) {
            return FrameFault.BAD_TIME;
        }
        events.addLiquidation()
                .symbol(fields.symbolAt(), fields.symbolLength())
                .price(fields.value('p'), fields.scale('p'))
                .size(fields.value('q'), fields.scale('q'))
                .isBuy(fields.side() == BUY)
                .exchangeTime(exchangeTime);
        return FrameFault.NONE;
    }
}
