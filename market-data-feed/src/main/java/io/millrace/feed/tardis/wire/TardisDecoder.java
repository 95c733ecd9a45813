package io.millrace.feed.tardis.wire;

import io.millrace.feed.decode.BookDraft;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameKind;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.QuoteDraft;
import io.millrace.feed.decode.SymbolTable;
import io.millrace.feed.decode.TradeDraft;
import io.millrace.feed.decode.VenueDecoder;
import io.millrace.feed.decode.Words;

/**
 * Decodes rows of tables of tardis.dev, in the frames that {@link io.millrace.feed.capture.table.TardisTable} shows. What a
 * quote lacks a side of is 0 there; what a ticker lacks gives no event.
 *
 * <p>Thread: one. Allocation: only for new instruments. Deterministic: yes. Source: tardis.dev's documentation of its CSV
 * files.
 */
public final class TardisDecoder extends VenueDecoder {
    private static final long TYPE = Words.of("type");
    private static final long TRADE = Words.of("trade");
    private static final long LIQUIDATION = Words.of("liquidat");
    private static final long QUOTE = Words.of("quote");
    private static final long BOOK = Words.of("book");
    private static final long TICKER = Words.of("ticker");
    private final TradeNumbers numbers = new TradeNumbers();
    private final TardisRow row = new TardisRow(cursor, topic);

    public TardisDecoder(final FrameEvents events) {
        super(events);
    }

    @Override
    protected FrameResult read(final byte[] frame, final int offset, final int length) {
        cursor.begin(frame, offset, length);
        if (!cursor.enterObject()) {
            return malformed(FrameFault.NOT_JSON);
        }
        FrameKind kind = FrameKind.OTHER;
        while (kind == FrameKind.OTHER && cursor.nextMember()) {
            if (cursor.isKey(TYPE, 4)) {
                kind = cursor.text() ? kindOfText() : kind;
            } else {
                cursor.skip();
            }
        }
        if (kind == FrameKind.OTHER) {
            // It was not made of a table: that is said, while frames of unknown types are only counted.
            return malformed(cursor.ended() ? FrameFault.MISSING_FIELD : FrameFault.NOT_JSON);
        }
        about(kind);
        if (!isUsed(kind)) {
            while (cursor.nextMember()) {
                cursor.skip();
            }
            return ended(FrameResult.UNUSED);
        }
        // The type comes first, so that this is a short way back.
        cursor.begin(frame, offset, length);
        cursor.enterObject();
        switch (kind) {
            case TRADE -> trade(frame);
            case LIQUIDATION -> liquidation();
            case BOOK -> book();
            case QUOTE -> quote();
            default -> ticker();
        }
        return publish();
    }

    private FrameKind kindOfText() {
        if (cursor.isText(BOOK, 4)) {
            return FrameKind.BOOK;
        }
        if (cursor.isText(TRADE, 5)) {
            return FrameKind.TRADE;
        }
        if (cursor.isText(QUOTE, 5)) {
            return FrameKind.QUOTE;
        }
        if (cursor.isText(TICKER, 6)) {
            return FrameKind.MARK_PRICE;
        }
        return cursor.isText(LIQUIDATION, 11) ? FrameKind.LIQUIDATION : FrameKind.OTHER;
    }

    private boolean isUsed(final FrameKind kind) {
        final FeedInputs inputs = events.inputs();
        return switch (kind) {
            case TRADE -> inputs.hasTrades();
            case LIQUIDATION -> inputs.hasLiquidations();
            case BOOK -> inputs.hasBook();
            case QUOTE -> inputs.hasQuotes();
            default -> inputs.hasQuotes() || inputs.hasMarks() || inputs.hasFunding();
        };
    }

    private void trade(final byte[] frame) {
        row.read();
        if (!row.isWhole(TardisRow.HAS_TRADE)) {
            return;
        }
        final TradeDraft trade = events.addTrade()
                .symbol(row.symbolAt, row.symbolLength)
                .price(row.price)
                .size(row.amount)
                .isBuyerAggressor(row.isBuy())
                .tradeId(tradeId(frame))
                .tradeCount(1)
                .exchangeTime(row.time);
        if (row.isOfUnknownSide()) {
            trade.noAggressor();
        }
    }

    private long tradeId(final byte[] frame) {
        final long number = numbers.in(frame, row.idAt, row.idLength);
        final boolean isSymbol = row.symbolLength > 0 && row.symbolLength <= SymbolTable.LONGEST;
        return number < 0 && isSymbol ? numbers.made(frame, row.symbolAt, row.symbolLength, row.time) : number;
    }

    private void liquidation() {
        row.read();
        if (row.isWhole(TardisRow.HAS_TRADE) && !row.isOfUnknownSide()) {
            events.addLiquidation()
                    .symbol(row.symbolAt, row.symbolLength)
                    .price(row.price)
                    .size(row.amount)
                    .isBuy(row.isBuy())
                    .exchangeTime(row.time);
        } else {
            cursor.keep(FrameFault.MISSING_FIELD);
        }
    }

    private void book() {
        final BookDraft book = events.addBook();
        row.read(book.bids(), book.asks());
        row.isWhole(TardisRow.HAS_QUOTE | TardisRow.HAS_SNAPSHOT);
        book.symbol(row.symbolAt, row.symbolLength).snapshot(row.isSnapshot).exchangeTime(row.time);
    }

    private void quote() {
        row.read();
        if (row.isWhole(TardisRow.HAS_QUOTE)) {
            addQuote();
        }
    }

    private void addQuote() {
        final QuoteDraft quote = events.addQuote()
                .symbol(row.symbolAt, row.symbolLength)
                .updateId(-1)
                .exchangeTime(row.time);
        if (row.quoteBids.count() > 0) {
            quote.bidPrice(row.quoteBids.price(0), row.quoteBids.priceScale(0))
                    .bidSize(row.quoteBids.size(0), row.quoteBids.sizeScale(0));
        } else {
            quote.bidPrice(0, 0).bidSize(0, 0);
        }
        if (row.quoteAsks.count() > 0) {
            quote.askPrice(row.quoteAsks.price(0), row.quoteAsks.priceScale(0))
                    .askSize(row.quoteAsks.size(0), row.quoteAsks.sizeScale(0));
        } else {
            quote.askPrice(0, 0).askSize(0, 0);
        }
    }

    private void ticker() {
        row.read();
        if (!row.isWhole(TardisRow.HAS_SYMBOL | TardisRow.HAS_TIME)) {
            return;
        }
        final FeedInputs inputs = events.inputs();
        if (row.has(TardisRow.HAS_QUOTE) && inputs.hasQuotes()) {
            addQuote();
        }
        if (row.has(TardisRow.HAS_MARK) && inputs.hasMarks()) {
            final boolean hasIndex = row.has(TardisRow.HAS_INDEX);
            events.addMarkPrice()
                    .symbol(row.symbolAt, row.symbolLength)
                    .markPrice(row.price)
                    .indexPrice(hasIndex ? row.index.mantissa() : 0, hasIndex ? row.index.scale() : 0)
                    .exchangeTime(row.time);
        }
        if (row.has(TardisRow.HAS_RATE) && inputs.hasFunding()) {
            events.addFunding()
                    .symbol(row.symbolAt, row.symbolLength)
                    .rate(row.rate)
                    .fundingTime(row.fundingTime)
                    .exchangeTime(row.time);
        }
    }
}
