package io.millrace.feed.decode;

import io.millrace.engine.channel.RecordKind;
import io.millrace.operators.market.MarkPriceWriter;

/**
 * Mark prices of a frame.
 *
 * <p>Thread: one. Allocation: only for new instruments. Deterministic: yes.
 */
final class MarkPriceEvents extends EventKind<MarkPriceDraft> {
    private final MarkPriceWriter writer = new MarkPriceWriter();

    MarkPriceEvents(final int input, final FrameInstrument instrument) {
        super(input, instrument, MarkPriceDraft::new);
    }

    @Override
    FrameFault check(final byte[] bytes, final MarkPriceDraft draft) {
        if (!instrument.begin(bytes, draft.symbolAt, draft.symbolLength)) {
            return FrameFault.BAD_SYMBOL;
        }
        final int scale = Math.max(draft.markPriceScale, draft.indexPriceScale);
        return Scales.fits(draft.markPrice, draft.markPriceScale, scale)
                        && Scales.fits(draft.indexPrice, draft.indexPriceScale, scale)
                ? FrameFault.NONE
                : FrameFault.TOO_LARGE;
    }

    @Override
    boolean passes(final FrameGate gate, final MarkPriceDraft draft) {
        return gate.news(instrument.place(), FrameKind.MARK_PRICE, draft.exchangeTime);
    }

    @Override
    void write(final MarkPriceDraft draft, final long receiveTime, final EventTarget target) {
        instrument.defineOnly(input, target);
        final int scale = Math.max(draft.markPriceScale, draft.indexPriceScale);
        writer.at(target.claimAddress(writer.length()))
                .instrumentId(instrument.id())
                .priceScale(scale)
                .markPrice(Scales.shift(draft.markPrice, draft.markPriceScale, scale))
                .indexPrice(Scales.shift(draft.indexPrice, draft.indexPriceScale, scale))
                .exchangeTime(draft.exchangeTime)
                .receiveTime(receiveTime);
        target.commit(input, RecordKind.DATA, writer.length());
    }
}
