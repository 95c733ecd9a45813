package io.millrace.feed.binance.wire;

import static io.millrace.feed.binance.wire.BinanceFields.bit;

import io.millrace.feed.decode.EventTarget;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameInstrument;
import io.millrace.feed.decode.FrameKind;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.Words;

/**
 * Decodes the frames of Binance spot and USD-M futures: {@code trade}, {@code aggTrade}, {@code bookTicker},
 * {@code depthUpdate}, raw or of a combined stream, and the venue's answers to requests.
 *
 * <p>Traps of the protocol: spot's book ticker says neither what it is nor when; the maker flag {@code m} means that the
 * <em>seller</em> took; futures report trades of the insurance fund and of deleveraging among the others; old trade frames
 * carry order ids in {@code a} and {@code b}.
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: yes.
 */
public final class BinanceDecoder implements FrameDecoder {
    private static final long TRADE = Words.of("trade");
    private static final long AGG_TRADE = Words.of("aggTrade");
    private static final long BOOK_TICKER = Words.of("bookTick");
    private static final long DEPTH_UPDATE = Words.of("depthUpd");
    private static final long SERVER_SHUTDOWN = Words.of("serverSh");
    private static final int TRADE_LENGTH = "trade".length();
    private static final int AGG_TRADE_LENGTH = "aggTrade".length();
    private static final int BOOK_TICKER_LENGTH = "bookTicker".length();
    private static final int DEPTH_UPDATE_LENGTH = "depthUpdate".length();
    private static final int SERVER_SHUTDOWN_LENGTH = "serverShutdown".length();
    private static final long QUOTE_AMOUNTS = bit('b') | bit('B') | bit('a') | bit('A');

    private final BinanceFields fields = new BinanceFields();
    private final BinanceReader reader = new BinanceReader(fields);
    private final BinanceEvents events;
    private final BinanceBook book;
    private FrameKind kind = FrameKind.OTHER;

    /** @param instruments those of the feed; this decoder adds what frames name first */
    public BinanceDecoder(final BinanceInputs inputs, final KnownInstruments instruments) {
        final FrameInstrument instrument = new FrameInstrument(instruments);
        this.events = new BinanceEvents(inputs, fields, instrument);
        this.book = new BinanceBook(inputs.bookDeltas(), fields, instrument);
    }

    @Override
    public FrameResult decode(
            final byte[] bytes, final int offset, final int length, final long receiveTime, final EventTarget target) {
        if (!reader.read(bytes, offset, length)) {
            kind = FrameKind.OTHER;
            return fields.malformed(FrameFault.NOT_JSON);
        }
        return fields.eventLength() == 0 ? withoutType(bytes, receiveTime, target) : typed(bytes, receiveTime, target);
    }

    private FrameResult typed(final byte[] bytes, final long receiveTime, final EventTarget target) {
        final long event = fields.event();
        final int length = fields.eventLength();
        if (event == BOOK_TICKER && length == BOOK_TICKER_LENGTH) {
            kind = FrameKind.QUOTE;
            return events.quote(bytes, receiveTime, target);
        }
        if (event == TRADE && length == TRADE_LENGTH) {
            kind = FrameKind.TRADE;
            return events.trade(bytes, receiveTime, target);
        }
        if (event == DEPTH_UPDATE && length == DEPTH_UPDATE_LENGTH) {
            kind = FrameKind.BOOK;
            return book.update(bytes, receiveTime, target);
        }
        if (event == AGG_TRADE && length == AGG_TRADE_LENGTH) {
            kind = FrameKind.AGGREGATE_TRADE;
            return events.aggregateTrade(bytes, receiveTime, target);
        }
        if (event == SERVER_SHUTDOWN && length == SERVER_SHUTDOWN_LENGTH) {
            kind = FrameKind.CONTROL;
            return FrameResult.SHUTDOWN;
        }
        kind = FrameKind.OTHER;
        return FrameResult.UNKNOWN;
    }

    private FrameResult withoutType(final byte[] bytes, final long receiveTime, final EventTarget target) {
        if (fields.hasAmounts(QUOTE_AMOUNTS) && fields.hasWholes(bit('u'))) {
            kind = FrameKind.QUOTE;
            return events.quote(bytes, receiveTime, target);
        }
        if (fields.hasNamed(BinanceFields.LAST_UPDATE_ID)) {
            kind = FrameKind.BOOK;
            return FrameResult.SNAPSHOT;
        }
        kind = FrameKind.CONTROL;
        if (fields.hasNamed(BinanceFields.ERROR | BinanceFields.CODE)) {
            return FrameResult.REFUSED;
        }
        if (fields.hasNamed(BinanceFields.RESULT)) {
            return FrameResult.ACCEPTED;
        }
        kind = FrameKind.OTHER;
        return FrameResult.UNKNOWN;
    }

    @Override
    public FrameKind kind() {
        return kind;
    }

    @Override
    public FrameFault fault() {
        return fields.fault();
    }

    @Override
    public long requestId() {
        return fields.requestId();
    }
}
