package io.millrace.feed.decode;

import io.millrace.engine.channel.RecordKind;
import io.millrace.operators.market.FundingWriter;

/**
 * Funding rates of a frame.
 *
 * <p>Thread: one. Allocation: only for new instruments. Deterministic: yes.
 */
final class FundingEvents extends EventKind<FundingDraft> {
    private final FundingWriter writer = new FundingWriter();

    FundingEvents(final int input, final FrameInstrument instrument) {
        super(input, instrument, FundingDraft::new);
    }

    @Override
    FrameFault check(final byte[] bytes, final FundingDraft draft) {
        return instrument.begin(bytes, draft.symbolAt, draft.symbolLength) ? FrameFault.NONE : FrameFault.BAD_SYMBOL;
    }

    @Override
    boolean passes(final FrameGate gate, final FundingDraft draft) {
        return gate.news(instrument.place(), FrameKind.FUNDING, draft.exchangeTime);
    }

    @Override
    void write(final FundingDraft draft, final long receiveTime, final EventTarget target) {
        instrument.defineOnly(input, target);
        writer.at(target.claimAddress(writer.length()))
                .instrumentId(instrument.id())
                .rateScale(draft.rateScale)
                .rate(draft.rate)
                .fundingTime(draft.fundingTime)
                .exchangeTime(draft.exchangeTime)
                .receiveTime(receiveTime);
        target.commit(input, RecordKind.DATA, writer.length());
    }
}
