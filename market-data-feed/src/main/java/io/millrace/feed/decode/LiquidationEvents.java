package io.millrace.feed.decode;

import io.millrace.engine.channel.RecordKind;
import io.millrace.operators.market.LiquidationWriter;
import io.millrace.operators.market.sbe.Aggressor;

/**
 * Liquidations of a frame.
 *
 * <p>Thread: one. Allocation: only for new instruments. Deterministic: yes.
 */
final class LiquidationEvents extends EventKind<LiquidationDraft> {
    private final LiquidationWriter writer = new LiquidationWriter();

    LiquidationEvents(final int input, final FrameInstrument instrument) {
        super(input, instrument, LiquidationDraft::new);
    }

    @Override
    FrameFault check(final byte[] bytes, final LiquidationDraft draft) {
        return check(
                bytes, draft.symbolAt, draft.symbolLength, draft.price, draft.priceScale, draft.size, draft.sizeScale);
    }

    @Override
    boolean passes(final FrameGate gate, final LiquidationDraft draft) {
        return gate.news(instrument.place(), FrameKind.LIQUIDATION, draft.exchangeTime);
    }

    @Override
    void write(final LiquidationDraft draft, final long receiveTime, final EventTarget target) {
        instrument.define(input, target);
        writer.at(target.claimAddress(writer.length()))
                .instrumentId(instrument.id())
                .priceScale(instrument.priceScale())
                .sizeScale(instrument.sizeScale())
                .aggressor(draft.isBuy ? Aggressor.BUYER : Aggressor.SELLER)
                .price(instrument.scaledPrice(draft.price, draft.priceScale))
                .size(instrument.scaledSize(draft.size, draft.sizeScale))
                .exchangeTime(draft.exchangeTime)
                .receiveTime(receiveTime);
        target.commit(input, RecordKind.DATA, writer.length());
    }
}
