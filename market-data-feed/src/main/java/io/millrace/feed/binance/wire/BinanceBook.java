package io.millrace.feed.binance.wire;

import static io.millrace.feed.binance.wire.BinanceFields.bit;

import io.millrace.engine.spi.SourceContext;
import io.millrace.feed.decode.DeltaRun;
import io.millrace.feed.decode.EpochTime;
import io.millrace.feed.decode.EventTarget;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameInstrument;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.Levels;
import io.millrace.operators.market.sbe.BookSide;

/**
 * Makes book deltas from the fields of a {@code depthUpdate}: one for each level, bids first, the last one flagged. Checks
 * all levels first, then writes.
 *
 * <p>Thread: one. Allocation: only for a new instrument. Deterministic: yes.
 */
final class BinanceBook {
    private static final long UPDATE_IDS = bit('U') | bit('u');
    private static final long BOTH_SIDES = bit('a') | bit('b');
    private static final long NOT_SENT = -1;

    private final int input;
    private final BinanceFields fields;
    private final FrameInstrument instrument;
    private final DeltaRun deltas = new DeltaRun();

    BinanceBook(final int input, final BinanceFields fields, final FrameInstrument instrument) {
        this.input = input;
        this.fields = fields;
        this.instrument = instrument;
    }

    FrameResult update(final byte[] bytes, final long receiveTime, final EventTarget target) {
        if (input == SourceContext.UNUSED) {
            return FrameResult.UNUSED;
        }
        if (!fields.hasWholes(UPDATE_IDS) || !fields.hasLevels(BOTH_SIDES)) {
            return fields.malformed();
        }
        final long exchangeTime = fields.exchangeTime(EpochTime.NONE);
        if (exchangeTime == EpochTime.NONE) {
            return fields.malformed(FrameFault.BAD_TIME);
        }
        if (!instrument.begin(bytes, fields.symbolAt(), fields.symbolLength())) {
            return fields.malformed(FrameFault.BAD_SYMBOL);
        }
        final Levels bids = fields.bids();
        final Levels asks = fields.asks();
        if (bids.count() + asks.count() == 0) {
            return FrameResult.EVENTS;
        }
        takeIn(bids);
        takeIn(asks);
        if (!fit(bids) || !fit(asks)) {
            return fields.malformed(FrameFault.TOO_LARGE);
        }
        instrument.define(input, target);
        begin(exchangeTime, receiveTime, target);
        write(bids, BookSide.BID, asks.count() == 0);
        write(asks, BookSide.ASK, true);
        return FrameResult.EVENTS;
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

    private void begin(final long exchangeTime, final long receiveTime, final EventTarget target) {
        deltas.begin(target, input)
                .instrumentId(instrument.id())
                .priceScale((short) instrument.priceScale())
                .sizeScale((short) instrument.sizeScale())
                .firstUpdateId(fields.value('U'))
                .lastUpdateId(fields.value('u'))
                .previousUpdateId(fields.hasWholes(bit(BinanceFields.PU)) ? fields.value(BinanceFields.PU) : NOT_SENT)
                .exchangeTime(exchangeTime)
                .receiveTime(receiveTime);
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
}
