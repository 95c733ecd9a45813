package io.millrace.feed.decode;

import io.millrace.engine.channel.RecordKind;
import io.millrace.operators.market.QuoteWriter;

/**
 * Best bids and offers of a frame.
 *
 * <p>Thread: one. Allocation: only for new instruments. Deterministic: yes.
 */
final class QuoteEvents extends EventKind<QuoteDraft> {
    private final QuoteWriter writer = new QuoteWriter();

    QuoteEvents(final int input, final FrameInstrument instrument) {
        super(input, instrument, QuoteDraft::new);
    }

    @Override
    FrameFault check(final byte[] bytes, final QuoteDraft draft) {
        if (!instrument.begin(bytes, draft.symbolAt, draft.symbolLength)) {
            return FrameFault.BAD_SYMBOL;
        }
        instrument.price(draft.bidPrice, draft.bidPriceScale);
        instrument.price(draft.askPrice, draft.askPriceScale);
        instrument.size(draft.bidSize, draft.bidSizeScale);
        instrument.size(draft.askSize, draft.askSizeScale);
        return instrument.priceFits(draft.bidPrice, draft.bidPriceScale)
                        && instrument.priceFits(draft.askPrice, draft.askPriceScale)
                        && instrument.sizeFits(draft.bidSize, draft.bidSizeScale)
                        && instrument.sizeFits(draft.askSize, draft.askSizeScale)
                ? FrameFault.NONE
                : FrameFault.TOO_LARGE;
    }

    @Override
    boolean passes(final FrameGate gate, final QuoteDraft draft) {
        return gate.quote(instrument.place(), draft.updateId, draft.exchangeTime);
    }

    @Override
    void write(final QuoteDraft draft, final long receiveTime, final EventTarget target) {
        instrument.define(input, target);
        writer.at(target.claimAddress(writer.length()))
                .instrumentId(instrument.id())
                .priceScale(instrument.priceScale())
                .sizeScale(instrument.sizeScale())
                .updateId(draft.updateId)
                .bidPrice(instrument.scaledPrice(draft.bidPrice, draft.bidPriceScale))
                .bidSize(instrument.scaledSize(draft.bidSize, draft.bidSizeScale))
                .askPrice(instrument.scaledPrice(draft.askPrice, draft.askPriceScale))
                .askSize(instrument.scaledSize(draft.askSize, draft.askSizeScale))
                .exchangeTime(draft.exchangeTime)
                .receiveTime(receiveTime);
        target.commit(input, RecordKind.DATA, writer.length());
    }
}
