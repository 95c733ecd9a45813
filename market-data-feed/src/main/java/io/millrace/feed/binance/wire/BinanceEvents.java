package io.millrace.feed.binance.wire;

import static io.millrace.feed.binance.wire.BinanceFields.bit;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.spi.SourceContext;
import io.millrace.feed.decode.EpochTime;
import io.millrace.feed.decode.EventTarget;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameInstrument;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.Words;
import io.millrace.operators.market.QuoteWriter;
import io.millrace.operators.market.TradeWriter;
import java.util.Arrays;

/**
 * Makes trades and quotes from the fields of a message: checks all of them first, then writes.
 *
 * <p>Thread: one. Allocation: only for a new instrument. Deterministic: yes.
 */
final class BinanceEvents {
    private static final long TRADE_WHOLES = bit('t') | bit('T');
    private static final long AGGREGATE_WHOLES = bit('f') | bit('l') | bit('T');
    private static final long PRICE_AND_SIZE = bit('p') | bit('q');
    private static final long QUOTE_AMOUNTS = bit('b') | bit('B') | bit('a') | bit('A');
    private static final long MARKET = Words.of("MARKET");
    private static final byte ANY_TRADES = 0;
    private static final byte SINGLE_TRADES = 1;
    private static final byte AGGREGATE_TRADES = 2;
    private static final int FEW = 64;

    private final BinanceInputs inputs;
    private final BinanceFields fields;
    private final FrameInstrument instrument;
    private final TradeWriter trade = new TradeWriter();
    private final QuoteWriter quote = new QuoteWriter();
    private byte[] tradeKinds = new byte[FEW];

    BinanceEvents(final BinanceInputs inputs, final BinanceFields fields, final FrameInstrument instrument) {
        this.inputs = inputs;
        this.fields = fields;
        this.instrument = instrument;
    }

    FrameResult trade(final byte[] bytes, final long receiveTime, final EventTarget target) {
        if (inputs.trades() == SourceContext.UNUSED || !inputs.tradeFrames()) {
            return FrameResult.UNUSED;
        }
        if (fields.tradeType() != 0 && fields.tradeType() != MARKET) {
            return FrameResult.OFF_BOOK;
        }
        if (!fields.hasWholes(TRADE_WHOLES)) {
            return fields.malformed();
        }
        return trades(SINGLE_TRADES, fields.value('t'), 1, bytes, receiveTime, target);
    }

    FrameResult aggregateTrade(final byte[] bytes, final long receiveTime, final EventTarget target) {
        if (inputs.trades() == SourceContext.UNUSED || !inputs.aggregateFrames()) {
            return FrameResult.UNUSED;
        }
        if (!fields.hasWholes(AGGREGATE_WHOLES)) {
            return fields.malformed();
        }
        final long last = fields.value('l');
        return trades(AGGREGATE_TRADES, last, last - fields.value('f') + 1, bytes, receiveTime, target);
    }

    private FrameResult trades(
            final byte tradeKind,
            final long tradeId,
            final long tradeCount,
            final byte[] bytes,
            final long receiveTime,
            final EventTarget target) {
        if (!fields.hasAmounts(PRICE_AND_SIZE) || !fields.hasTruths(bit('m'))) {
            return fields.malformed();
        }
        final long exchangeTime = EpochTime.ofMillisOrMicros(fields.value('T'));
        if (exchangeTime == EpochTime.NONE) {
            return fields.malformed(FrameFault.BAD_TIME);
        }
        if (!instrument.begin(bytes, fields.symbolAt(), fields.symbolLength())) {
            return fields.malformed(FrameFault.BAD_SYMBOL);
        }
        if (!takes(instrument.place(), tradeKind)) {
            return FrameResult.UNUSED;
        }
        price('p');
        size('q');
        if (!priceFits('p') || !sizeFits('q')) {
            return fields.malformed(FrameFault.TOO_LARGE);
        }
        instrument.define(inputs.trades(), target);
        rememberKind(tradeKind);
        trade.at(target.claimAddress(trade.length()))
                .instrumentId(instrument.id())
                .priceScale(instrument.priceScale())
                .sizeScale(instrument.sizeScale())
                .isBuyerAggressor(fields.value('m') == 0)
                .tradeId(tradeId)
                .price(scaledPrice('p'))
                .size(scaledSize('q'))
                .exchangeTime(exchangeTime)
                .receiveTime(receiveTime)
                .tradeCount(tradeCount);
        target.commit(inputs.trades(), RecordKind.DATA, trade.length());
        return FrameResult.EVENTS;
    }

    /** Where both kinds of trades come, the first one counts, so that no trade counts twice. */
    private boolean takes(final int place, final byte tradeKind) {
        return place == KnownInstruments.ABSENT
                || place >= tradeKinds.length
                || tradeKinds[place] == ANY_TRADES
                || tradeKinds[place] == tradeKind;
    }

    private void rememberKind(final byte tradeKind) {
        final int place = instrument.place();
        if (place >= tradeKinds.length) {
            tradeKinds = Arrays.copyOf(tradeKinds, 2 * place);
        }
        tradeKinds[place] = tradeKind;
    }

    FrameResult quote(final byte[] bytes, final long receiveTime, final EventTarget target) {
        if (inputs.quotes() == SourceContext.UNUSED) {
            return FrameResult.UNUSED;
        }
        if (!fields.hasAmounts(QUOTE_AMOUNTS) || !fields.hasWholes(bit('u'))) {
            return fields.malformed();
        }
        final long exchangeTime = fields.exchangeTime(0);
        if (exchangeTime == EpochTime.NONE) {
            return fields.malformed(FrameFault.BAD_TIME);
        }
        if (!instrument.begin(bytes, fields.symbolAt(), fields.symbolLength())) {
            return fields.malformed(FrameFault.BAD_SYMBOL);
        }
        price('b');
        price('a');
        size('B');
        size('A');
        if (!priceFits('b') || !priceFits('a') || !sizeFits('B') || !sizeFits('A')) {
            return fields.malformed(FrameFault.TOO_LARGE);
        }
        instrument.define(inputs.quotes(), target);
        quote.at(target.claimAddress(quote.length()))
                .instrumentId(instrument.id())
                .priceScale(instrument.priceScale())
                .sizeScale(instrument.sizeScale())
                .updateId(fields.value('u'))
                .bidPrice(scaledPrice('b'))
                .bidSize(scaledSize('B'))
                .askPrice(scaledPrice('a'))
                .askSize(scaledSize('A'))
                .exchangeTime(exchangeTime)
                .receiveTime(receiveTime);
        target.commit(inputs.quotes(), RecordKind.DATA, quote.length());
        return FrameResult.EVENTS;
    }

    private void price(final char field) {
        instrument.price(fields.value(field), fields.scale(field));
    }

    private void size(final char field) {
        instrument.size(fields.value(field), fields.scale(field));
    }

    private boolean priceFits(final char field) {
        return instrument.priceFits(fields.value(field), fields.scale(field));
    }

    private boolean sizeFits(final char field) {
        return instrument.sizeFits(fields.value(field), fields.scale(field));
    }

    private long scaledPrice(final char field) {
        return instrument.scaledPrice(fields.value(field), fields.scale(field));
    }

    private long scaledSize(final char field) {
        return instrument.scaledSize(fields.value(field), fields.scale(field));
    }
}
