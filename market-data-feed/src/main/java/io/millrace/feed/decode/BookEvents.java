package io.millrace.feed.decode;

import io.millrace.operators.market.sbe.BookDeltaEncoder;
import io.millrace.operators.market.sbe.BookFault;
import io.millrace.operators.market.sbe.BookSide;

/**
 * Makes book deltas of a message: one for each level, bids first, the last one flagged; or one without a level if it has
 * none, since its ids count all the same.
 *
 * <p>Thread: one. Allocation: only for a new instrument. Deterministic: yes.
 */
final class BookEvents extends EventKind<BookDraft> {
    private static final long NOT_SENT = -1;

    private final DeltaRun deltas = new DeltaRun();

    BookEvents(final int input, final FrameInstrument instrument) {
        super(input, instrument, BookDraft::new);
    }

    @Override
    FrameFault check(final byte[] bytes, final BookDraft draft) {
        if (draft.place != KnownInstruments.ABSENT) {
            instrument.begin(draft.place);
        } else if (!instrument.begin(bytes, draft.symbolAt, draft.symbolLength)) {
            return FrameFault.BAD_SYMBOL;
        }
        takeIn(draft.bids());
        takeIn(draft.asks());
        return fit(draft.bids()) && fit(draft.asks()) ? FrameFault.NONE : FrameFault.TOO_LARGE;
    }

    private void takeIn(final Levels side) {
        if (side.haveScalesUpTo(instrument.priceScale(), instrument.sizeScale())) {
            return;
        }
        for (int level = 0, count = side.count(); level < count; level++) {
            instrument.price(side.price(level), side.priceScale(level));
            instrument.size(side.size(level), side.sizeScale(level));
        }
    }

    private boolean fit(final Levels side) {
        if (side.haveScalesFrom(instrument.priceScale(), instrument.sizeScale())) {
            return true;
        }
        for (int level = 0, count = side.count(); level < count; level++) {
            if (!instrument.priceFits(side.price(level), side.priceScale(level))
                    || !instrument.sizeFits(side.size(level), side.sizeScale(level))) {
                return false;
            }
        }
        return true;
    }

    @Override
    boolean passes(final FrameGate gate, final BookDraft draft) {
        return gate.book(instrument.place(), draft.snapshot, draft.firstId, draft.lastId, draft.previousId);
    }

    @Override
    void write(final BookDraft draft, final long receiveTime, final EventTarget target) {
        if (draft.isEmpty()) {
            instrument.defineOnly(input, target);
        } else {
            instrument.define(input, target);
        }
        final BookDeltaEncoder first = deltas.begin(target, input)
                .instrumentId(instrument.id())
                .priceScale((short) instrument.priceScale())
                .sizeScale((short) instrument.sizeScale())
                .firstUpdateId(draft.firstId)
                .lastUpdateId(draft.lastId)
                .previousUpdateId(draft.previousId)
                .exchangeTime(draft.exchangeTime)
                .receiveTime(receiveTime)
                .checksum(draft.checksum);
        first.flags().snapshot(draft.snapshot).hasChecksum(draft.checked);
        if (draft.isEmpty()) {
            first.flags().noLevel(true);
            alone();
            return;
        }
        write(draft.bids(), BookSide.BID, draft.asks().count() == 0);
        write(draft.asks(), BookSide.ASK, true);
    }

    private void alone() {
        deltas.side(BookSide.BID);
        deltas.last();
        deltas.add(0, 0, 0, 0);
    }

    private void write(final Levels side, final BookSide bookSide, final boolean last) {
        final int count = side.count();
        deltas.side(bookSide);
        for (int level = 0; level < count; level++) {
            if (last && level == count - 1) {
                deltas.last();
            }
            deltas.add(
                    instrument.scaledPrice(side.price(level), side.priceScale(level)),
                    side.priceScale(level),
                    instrument.scaledSize(side.size(level), side.sizeScale(level)),
                    side.sizeScale(level));
        }
    }

    /** Writes that a book is not to be trusted from here on. */
    void fault(
            final KnownInstruments instruments,
            final int place,
            final BookFault fault,
            final long receiveTime,
            final EventTarget target) {
        if (instruments.priceScale(place) == KnownInstruments.UNDEFINED) {
            // Nothing has come of it yet: there is no book.
            return;
        }
        instruments.define(place, instruments.priceScale(place), instruments.sizeScale(place), input, target);
        deltas.begin(target, input)
                .instrumentId(instruments.id(place))
                .priceScale((short) instruments.priceScale(place))
                .sizeScale((short) instruments.sizeScale(place))
                .firstUpdateId(NOT_SENT)
                .lastUpdateId(NOT_SENT)
                .previousUpdateId(NOT_SENT)
                .exchangeTime(0)
                .receiveTime(receiveTime)
                .fault(fault)
                .flags()
                .noLevel(true);
        alone();
    }
}
