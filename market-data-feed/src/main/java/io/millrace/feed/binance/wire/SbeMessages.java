package io.millrace.feed.binance.wire;

import io.millrace.feed.binance.sbe.BestMessageDecoder;
import io.millrace.feed.binance.sbe.TopMessageDecoder;
import io.millrace.feed.binance.sbe.TradesMessageDecoder;
import io.millrace.feed.binance.sbe.UpdateMessageDecoder;
import io.millrace.feed.decode.BookDraft;
import io.millrace.feed.decode.EpochTime;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameKind;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.Levels;
import io.millrace.feed.decode.VenueDecoder;

/**
 * Decodes the binary messages of Binance spot: trades, best bids and offers, updates of books. Where fields are comes from
 * the schema by SBE's tool; how long blocks are, from the frame.
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: as far as its gate is.
 */
final class SbeMessages extends VenueDecoder {
    private static final int PRICE = TradesMessageDecoder.TradesDecoder.priceEncodingOffset();
    private static final int SIZE = TradesMessageDecoder.TradesDecoder.sizeEncodingOffset();
    private static final int LEVEL = UpdateMessageDecoder.BidsDecoder.sbeBlockLength();
    private static final int LEVEL_SIZE = UpdateMessageDecoder.BidsDecoder.sizeEncodingOffset();
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long NOT_SENT = -1;

    private final SbeFrame frame = new SbeFrame();
    private final SbeNumber price = new SbeNumber();
    private final SbeNumber size = new SbeNumber();
    private FrameFault problem = FrameFault.NONE;

    SbeMessages(final FrameEvents events) {
        super(events);
    }

    /** Whether a frame is binary: the second byte of the schema's id is 0, which no text has. */
    static boolean isBinary(final byte[] bytes, final int offset, final int length) {
        return length >= Long.BYTES && bytes[offset + 5] == 0;
    }

    @Override
    protected FrameResult read(final byte[] bytes, final int offset, final int length) {
        problem = FrameFault.NONE;
        if (!frame.begin(bytes, offset, length)) {
            return malformed(FrameFault.NOT_SBE);
        }
        if (!frame.isOfSchema(offset)) {
            return FrameResult.UNKNOWN;
        }
        return switch (frame.templateId(offset)) {
            case TradesMessageDecoder.TEMPLATE_ID -> {
                about(FrameKind.TRADE);
                yield events.inputs().hasTrades() ? trades() : FrameResult.UNUSED;
            }
            case BestMessageDecoder.TEMPLATE_ID -> {
                about(FrameKind.QUOTE);
                yield events.inputs().hasQuotes() ? quote() : FrameResult.UNUSED;
            }
            case UpdateMessageDecoder.TEMPLATE_ID -> {
                about(FrameKind.BOOK);
                yield events.inputs().hasBook() ? update() : FrameResult.UNUSED;
            }
            case TopMessageDecoder.TEMPLATE_ID -> FrameResult.UNUSED;
            default -> FrameResult.UNKNOWN;
        };
    }

    /** Reads the symbol, which comes last; then all is there. */
    private boolean isWhole() {
        final int length = frame.textLength();
        topic.symbol(frame.textAt(), length);
        return !frame.isBroken();
    }

    private FrameResult given() {
        return problem == FrameFault.NONE ? give() : malformed(problem);
    }

    private FrameResult trades() {
        final int root = frame.root(TradesMessageDecoder.BLOCK_LENGTH);
        frame.group(
                TradesMessageDecoder.TradesDecoder.sbeHeaderSize(),
                TradesMessageDecoder.TradesDecoder.sbeBlockLength());
        if (!isWhole()) {
            return malformed(FrameFault.NOT_SBE);
        }
        final long time = time(root + TradesMessageDecoder.tradeTimeEncodingOffset());
        price.exponent(frame.int8(root + TradesMessageDecoder.priceExponentEncodingOffset()));
        size.exponent(frame.int8(root + TradesMessageDecoder.sizeExponentEncodingOffset()));
        int at = frame.entryAt();
        for (int entry = 0; entry < frame.entries() && problem == FrameFault.NONE; entry++) {
            trade(at, time);
            at += frame.entryLength();
        }
        return given();
    }

    private void trade(final int at, final long time) {
        final int maker = frame.int8(at + TradesMessageDecoder.TradesDecoder.buyerIsMakerEncodingOffset());
        if (!price.mantissa(frame.int64(at + PRICE)) || !size.mantissa(frame.int64(at + SIZE))) {
            problem = FrameFault.TOO_LARGE;
        } else if (maker != 0 && maker != 1) {
            problem = FrameFault.MISSING_FIELD;
        } else {
            events.addTrade()
                    .symbol(frame.textAt(), frame.textLength())
                    .price(price.value(), price.scale())
                    .size(size.value(), size.scale())
                    .isBuyerAggressor(maker == 0)
                    .tradeId(frame.int64(at + TradesMessageDecoder.TradesDecoder.tradeIdEncodingOffset()))
                    .tradeCount(1)
                    .exchangeTime(time);
        }
    }

    private FrameResult quote() {
        final int root = frame.root(BestMessageDecoder.BLOCK_LENGTH);
        if (!isWhole()) {
            return malformed(FrameFault.NOT_SBE);
        }
        final long time = time(root + BestMessageDecoder.eventTimeEncodingOffset());
        price.exponent(frame.int8(root + BestMessageDecoder.priceExponentEncodingOffset()));
        size.exponent(frame.int8(root + BestMessageDecoder.sizeExponentEncodingOffset()));
        final boolean bidFits = price.mantissa(frame.int64(root + BestMessageDecoder.bidPriceEncodingOffset()))
                && size.mantissa(frame.int64(root + BestMessageDecoder.bidSizeEncodingOffset()));
        final long bidPrice = price.value();
        final long bidSize = size.value();
        final boolean askFits = price.mantissa(frame.int64(root + BestMessageDecoder.askPriceEncodingOffset()))
                && size.mantissa(frame.int64(root + BestMessageDecoder.askSizeEncodingOffset()));
        if (!bidFits || !askFits) {
            return malformed(FrameFault.TOO_LARGE);
        }
        events.addQuote()
                .symbol(frame.textAt(), frame.textLength())
                .updateId(frame.int64(root + BestMessageDecoder.updateIdEncodingOffset()))
                .bidPrice(bidPrice, price.scale())
                .bidSize(bidSize, size.scale())
                .askPrice(price.value(), price.scale())
                .askSize(size.value(), size.scale())
                .exchangeTime(time);
        return given();
    }

    private FrameResult update() {
        final int root = frame.root(UpdateMessageDecoder.BLOCK_LENGTH);
        if (root < 0) {
            return malformed(FrameFault.NOT_SBE);
        }
        final long first = frame.int64(root + UpdateMessageDecoder.firstUpdateIdEncodingOffset());
        final long last = frame.int64(root + UpdateMessageDecoder.lastUpdateIdEncodingOffset());
        final long time = time(root + UpdateMessageDecoder.eventTimeEncodingOffset());
        price.exponent(frame.int8(root + UpdateMessageDecoder.priceExponentEncodingOffset()));
        size.exponent(frame.int8(root + UpdateMessageDecoder.sizeExponentEncodingOffset()));
        final BookDraft draft = events.addBook();
        frame.group(UpdateMessageDecoder.BidsDecoder.sbeHeaderSize(), LEVEL);
        levels(draft.bids());
        frame.group(UpdateMessageDecoder.AsksDecoder.sbeHeaderSize(), LEVEL);
        levels(draft.asks());
        if (!isWhole()) {
            return malformed(FrameFault.NOT_SBE);
        }
        if (first < 0 || first > last) {
            return malformed(FrameFault.BAD_NUMBER);
        }
        draft.symbol(frame.textAt(), frame.textLength())
                .ids(first, last, NOT_SENT)
                .exchangeTime(time);
        return given();
    }

    private void levels(final Levels side) {
        int at = frame.entryAt();
        for (int level = 0; level < frame.entries() && problem == FrameFault.NONE; level++) {
            if (!price.mantissa(frame.int64(at)) || !size.mantissa(frame.int64(at + LEVEL_SIZE))) {
                problem = FrameFault.TOO_LARGE;
            } else if (!side.add(price.value(), price.scale(), size.value(), size.scale())) {
                problem = FrameFault.BAD_NUMBER;
            }
            at += frame.entryLength();
        }
    }

    private long time(final int at) {
        final long micros = frame.int64(at);
        if (micros < 0 || micros > Long.MAX_VALUE / NANOS_PER_MICRO) {
            problem = FrameFault.BAD_TIME;
            return EpochTime.NONE;
        }
        return micros * NANOS_PER_MICRO;
    }
}
