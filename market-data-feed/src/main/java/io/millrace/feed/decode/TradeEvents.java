package io.millrace.feed.decode;

import io.millrace.engine.channel.RecordKind;
import io.millrace.operators.market.TradeWriter;

/**
 * Trades of a frame.
 *
 * <p>Thread: one. Allocation: only for new instruments. Deterministic: yes.
 */
final class TradeEvents extends EventKind<TradeDraft> {
    private final TradeWriter writer = new TradeWriter();

    TradeEvents(final int input, final FrameInstrument instrument) {
        super(input, instrument, TradeDraft::new);
    }

    @Override
    FrameFault check(final byte[] bytes, final TradeDraft draft) {
        return check(
                bytes, draft.symbolAt, draft.symbolLength, draft.price, draft.priceScale, draft.size, draft.sizeScale);
    }

    @Override
    boolean passes(final FrameGate gate, final TradeDraft draft) {
        return gate.trade(instrument.place(), draft.tradeId, draft.exchangeTime);
    }

    @Override
    void write(final TradeDraft draft, final long receiveTime, final EventTarget target) {
        instrument.define(input, target);
        writer.at(target.claimAddress(writer.length()))
                .instrumentId(instrument.id())
                .priceScale(instrument.priceScale())
                .sizeScale(instrument.sizeScale())
                .isBuyerAggressor(draft.isBuyerAggressor)
                .tradeId(draft.tradeId)
                .price(instrument.scaledPrice(draft.price, draft.priceScale))
                .size(instrument.scaledSize(draft.size, draft.sizeScale))
                .exchangeTime(draft.exchangeTime)
                .receiveTime(receiveTime)
                .tradeCount(draft.tradeCount);
        if (!draft.isAggressorKnown) {
            writer.noAggressor();
        }
        target.commit(input, RecordKind.DATA, writer.length());
    }
}
