package io.millrace.feed.binance.wire;

import static io.millrace.feed.binance.wire.BinanceFields.bit;

import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameKind;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.VenueDecoder;
import io.millrace.feed.decode.Words;

/**
 * Decodes the frames of Binance spot and futures: {@code trade}, {@code aggTrade}, {@code bookTicker}, {@code depthUpdate},
 * {@code markPriceUpdate}, {@code forceOrder}, raw or of a combined stream, the answers of REST endpoints in the same
 * wrapper, and the venue's answers to requests.
 *
 * <p>Traps of the protocol: spot's book ticker says neither what it is nor when; the maker flag {@code m} means that the
 * <em>seller</em> took; futures report trades of the insurance fund and of deleveraging among the others; old trade frames
 * carry order ids in {@code a} and {@code b}; the {@code T} of a mark price is when funding is paid next; partial books of
 * futures look like updates.
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: as far as its gate is.
 */
public final class BinanceDecoder extends VenueDecoder {
    private static final long TRADE = Words.of("trade");
    private static final long AGG_TRADE = Words.of("aggTrade");
    private static final long BOOK_TICKER = Words.of("bookTick");
    private static final long DEPTH_UPDATE = Words.of("depthUpd");
    private static final long MARK_PRICE = Words.of("markPric");
    private static final long FORCE_ORDER = Words.of("forceOrd");
    private static final long SERVER_SHUTDOWN = Words.of("serverSh");
    private static final int TRADE_LENGTH = "trade".length();
    private static final int AGG_TRADE_LENGTH = "aggTrade".length();
    private static final int BOOK_TICKER_LENGTH = "bookTicker".length();
    private static final int DEPTH_UPDATE_LENGTH = "depthUpdate".length();
    private static final int MARK_PRICE_LENGTH = "markPriceUpdate".length();
    private static final int FORCE_ORDER_LENGTH = "forceOrder".length();
    private static final int SERVER_SHUTDOWN_LENGTH = "serverShutdown".length();
    private static final long QUOTE_AMOUNTS = bit('b') | bit('B') | bit('a') | bit('A');
    private static final long MARKET = Words.of("MARKET");

    private final BinanceFields fields;
    private final BinanceReader reader;
    private final BinanceDrafts drafts;
    private final BinanceSymbols symbols;
    private final BinanceList list;
    private final TradeKinds kinds;
    private final FeedInputs inputs;
    private final BinanceDialect dialect;
    private final boolean bothKinds;

    /** @param instruments those of the feed; this decoder adds what frames name first */
    public BinanceDecoder(final FrameEvents events, final KnownInstruments instruments, final BinanceDialect dialect) {
        super(events);
        this.inputs = events.inputs();
        this.dialect = dialect;
        this.bothKinds = dialect.singleTrades() && dialect.aggregateTrades();
        this.fields = new BinanceFields(events);
        this.reader = new BinanceReader(fields, inputs.hasBook());
        this.drafts = new BinanceDrafts(fields, events, dialect.previousIds());
        this.symbols = new BinanceSymbols(fields, instruments);
        this.list = new BinanceList(instruments);
        this.kinds = new TradeKinds(instruments);
    }

    @Override
    protected FrameResult read(final byte[] bytes, final int offset, final int length) {
        final boolean isWhole = reader.read(bytes, offset, length);
        topic.symbol(fields.symbolAt(), fields.symbolLength());
        if (fields.eventLength() > 0) {
            return typed(bytes, isWhole);
        }
        return isWhole ? withoutType(bytes, offset + length) : malformed(FrameFault.NOT_JSON);
    }

    private FrameResult typed(final byte[] bytes, final boolean isWhole) {
        final FrameKind kind = kind(fields.event(), fields.eventLength());
        about(kind);
        if (!isWhole) {
            return malformed(FrameFault.NOT_JSON);
        }
        return switch (kind) {
            case QUOTE -> inputs.hasQuotes() ? give(drafts.quote()) : FrameResult.UNUSED;
            case TRADE, AGGREGATE_TRADE -> trade(kind == FrameKind.TRADE, bytes);
            case BOOK -> inputs.hasBook() && !symbols.isPartial(bytes) ? give(drafts.update()) : FrameResult.UNUSED;
            case MARK_PRICE -> inputs.hasMarks() || inputs.hasFunding() ? give(drafts.markPrice()) : FrameResult.UNUSED;
            case LIQUIDATION -> inputs.hasLiquidations() ? give(drafts.liquidation()) : FrameResult.UNUSED;
            case CONTROL -> FrameResult.SHUTDOWN;
            default -> FrameResult.UNKNOWN;
        };
    }

    private static FrameKind kind(final long event, final int length) {
        if (event == BOOK_TICKER && length == BOOK_TICKER_LENGTH) {
            return FrameKind.QUOTE;
        }
        if (event == TRADE && length == TRADE_LENGTH) {
            return FrameKind.TRADE;
        }
        if (event == DEPTH_UPDATE && length == DEPTH_UPDATE_LENGTH) {
            return FrameKind.BOOK;
        }
        if (event == AGG_TRADE && length == AGG_TRADE_LENGTH) {
            return FrameKind.AGGREGATE_TRADE;
        }
        if (event == MARK_PRICE && length == MARK_PRICE_LENGTH) {
            return FrameKind.MARK_PRICE;
        }
        if (event == FORCE_ORDER && length == FORCE_ORDER_LENGTH) {
            return FrameKind.LIQUIDATION;
        }
        if (event == SERVER_SHUTDOWN && length == SERVER_SHUTDOWN_LENGTH) {
            return FrameKind.CONTROL;
        }
        return FrameKind.OTHER;
    }

    private FrameResult give(final FrameFault fault) {
        return fault == FrameFault.NONE ? give() : malformed(fault);
    }

    private FrameResult trade(final boolean isSingle, final byte[] bytes) {
        if (!inputs.hasTrades() || !(isSingle ? dialect.singleTrades() : dialect.aggregateTrades())) {
            return FrameResult.UNUSED;
        }
        if (isSingle && fields.tradeType() != 0 && fields.tradeType() != MARKET) {
            return FrameResult.OFF_BOOK;
        }
        final FrameFault fault = isSingle ? drafts.trade() : drafts.aggregateTrade();
        if (!bothKinds || fault != FrameFault.NONE) {
            return give(fault);
        }
        final byte kind = isSingle ? TradeKinds.SINGLE : TradeKinds.AGGREGATE;
        if (!kinds.takes(kind, bytes, fields.symbolAt(), fields.symbolLength())) {
            return FrameResult.UNUSED;
        }
        final FrameResult result = give();
        if (result == FrameResult.EVENTS) {
            kinds.taken(kind, bytes, fields.symbolAt(), fields.symbolLength());
        }
        return result;
    }

    private FrameResult withoutType(final byte[] bytes, final int end) {
        if (fields.hasAmounts(QUOTE_AMOUNTS) && fields.hasWholes(bit('u'))) {
            about(FrameKind.QUOTE);
            return inputs.hasQuotes() ? give(drafts.quote()) : FrameResult.UNUSED;
        }
        if (fields.hasNamed(BinanceFields.LAST_UPDATE_ID)) {
            about(FrameKind.BOOK);
            return inputs.hasBook() ? snapshot(bytes) : FrameResult.UNUSED;
        }
        if (fields.listAt() > 0) {
            about(FrameKind.INSTRUMENTS);
            final FrameFault fault = list.read(bytes, fields.listAt(), end);
            return fault == FrameFault.NONE ? FrameResult.INSTRUMENTS : malformed(fault);
        }
        about(FrameKind.CONTROL);
        answers(fields.requestId());
        if (fields.hasNamed(BinanceFields.ERROR | BinanceFields.CODE)) {
            return FrameResult.REFUSED;
        }
        if (fields.hasNamed(BinanceFields.RESULT)) {
            return FrameResult.ACCEPTED;
        }
        about(FrameKind.OTHER);
        return FrameResult.UNKNOWN;
    }

    private FrameResult snapshot(final byte[] bytes) {
        final int place = symbols.ofSnapshot(bytes);
        if (place == KnownInstruments.ABSENT) {
            return FrameResult.SNAPSHOT;
        }
        if (place == BinanceSymbols.OTHER_STREAM) {
            return FrameResult.UNKNOWN;
        }
        topic.place(place);
        return give(drafts.snapshot(place));
    }
}
