package io.millrace.feed.decode;

import io.millrace.engine.channel.RecordKind;
import io.millrace.operators.market.BookDeltaWriter;
import io.millrace.operators.market.sbe.BookFault;

/**
 * Makes book deltas of a message: one with all of its levels, bids first, or several if those are very many, the last one
 * flagged; one without a level if it has none, since its ids count all the same.
 *
 * <p>Thread: one. Allocation: only for a new instrument. Deterministic: yes.
 */
final class BookEvents extends EventKind<BookDraft> {
    private static final long NOT_SENT = -1;

    private final KnownInstruments instruments;
    private final BookDeltaWriter writer = new BookDeltaWriter();

    BookEvents(final int input, final FrameInstrument instrument, final KnownInstruments instruments) {
        super(input, instrument, BookDraft::new);
        this.instruments = instruments;
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
        final int bids = draft.bids().count();
        final int asks = draft.asks().count();
        int bid = 0;
        int ask = 0;
        do {
            final int bidsHere = Math.min(bids - bid, BookDeltaWriter.MOST_LEVELS);
            final int asksHere = Math.min(asks - ask, BookDeltaWriter.MOST_LEVELS - bidsHere);
            begin(target, bidsHere, asksHere)
                    .instrumentId(instrument.id())
                    .priceScale(instrument.priceScale())
                    .sizeScale(instrument.sizeScale())
                    .ids(draft.firstId, draft.lastId, draft.previousId)
                    .exchangeTime(draft.exchangeTime)
                    .receiveTime(receiveTime)
                    .snapshot(draft.snapshot);
            if (draft.checked) {
                writer.checksum(draft.checksum);
            }
            write(draft.bids(), bid, bidsHere, 0);
            write(draft.asks(), ask, asksHere, bidsHere);
            bid += bidsHere;
            ask += asksHere;
            writer.endOfEvent(bid == bids && ask == asks);
            target.commit(input, RecordKind.DATA, writer.length());
        } while (bid < bids || ask < asks);
    }

    private BookDeltaWriter begin(final EventTarget target, final int bids, final int asks) {
        final boolean hasDigits = instruments.areBooksChecked();
        return writer.at(target.claimAddress(BookDeltaWriter.length(bids + asks, hasDigits)), bids, asks, hasDigits);
    }

    private void write(final Levels side, final int from, final int count, final int place) {
        final int priceScale = instrument.priceScale();
        final int sizeScale = instrument.sizeScale();
        if (side.haveScalesFrom(priceScale, sizeScale) && side.haveScalesUpTo(priceScale, sizeScale)) {
            side.write(from, count, writer, place);
        } else {
            for (int i = 0; i < count; i++) {
                final int level = from + i;
                writer.level(
                        place + i,
                        instrument.scaledPrice(side.price(level), side.priceScale(level)),
                        instrument.scaledSize(side.size(level), side.sizeScale(level)));
            }
        }
        if (instruments.areBooksChecked()) {
            for (int i = 0; i < count; i++) {
                writer.digits(place + i, side.priceScale(from + i), side.sizeScale(from + i));
            }
        }
    }

    /** Writes that a book is not to be trusted from here on. */
    void fault(final int place, final BookFault fault, final long receiveTime, final EventTarget target) {
        if (instruments.priceScale(place) == KnownInstruments.UNDEFINED) {
            // Nothing has come of it yet: there is no book.
            return;
        }
        instruments.define(place, instruments.priceScale(place), instruments.sizeScale(place), input, target);
        begin(target, 0, 0)
                .instrumentId(instruments.id(place))
                .priceScale(instruments.priceScale(place))
                .sizeScale(instruments.sizeScale(place))
                .ids(NOT_SENT, NOT_SENT, NOT_SENT)
                .exchangeTime(0)
                .receiveTime(receiveTime)
                .fault(fault)
                .endOfEvent(true);
        target.commit(input, RecordKind.DATA, writer.length());
    }
}
