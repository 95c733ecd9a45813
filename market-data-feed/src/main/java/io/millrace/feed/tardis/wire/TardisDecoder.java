package io.millrace.feed.tardis.wire;

import io.millrace.feed.decode.BookDraft;
import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.EpochTime;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameKind;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.Levels;
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
    private static final long SYMBOL = Words.of("symbol");
    private static final long TIMESTAMP = Words.of("timestam");
    private static final long ID = Words.of("id");
    private static final long SIDE = Words.of("side");
    private static final long PRICE = Words.of("price");
    private static final long AMOUNT = Words.of("amount");
    private static final long SNAPSHOT = Words.of("snapshot");
    private static final long BIDS = Words.of("bids");
    private static final long ASKS = Words.of("asks");
    private static final long MARK = Words.of("markPric");
    private static final long INDEX = Words.of("indexPri");
    private static final long RATE = Words.of("fundingR");
    private static final long FUNDING_TIME = Words.of("fundingT");

    private static final long TRADE = Words.of("trade");
    private static final long LIQUIDATION = Words.of("liquidat");
    private static final long QUOTE = Words.of("quote");
    private static final long BOOK = Words.of("book");
    private static final long TICKER = Words.of("ticker");
    private static final long BUY = Words.of("buy");
    private static final long SELL = Words.of("sell");
    private static final long UNKNOWN = Words.of("unknown");

    private static final int HAS_SYMBOL = 1;
    private static final int HAS_TIME = 2;
    private static final int HAS_SIDE = 4;
    private static final int HAS_PRICE = 8;
    private static final int HAS_AMOUNT = 16;
    private static final int HAS_SNAPSHOT = 32;
    private static final int HAS_BIDS = 64;
    private static final int HAS_ASKS = 128;
    private static final int HAS_MARK = 256;
    private static final int HAS_INDEX = 512;
    private static final int HAS_RATE = 1_024;
    private static final int HAS_QUOTE = HAS_SYMBOL | HAS_TIME | HAS_BIDS | HAS_ASKS;
    private static final int HAS_TRADE = HAS_SYMBOL | HAS_TIME | HAS_SIDE | HAS_PRICE | HAS_AMOUNT;

    private final TradeNumbers numbers = new TradeNumbers();
    private final Levels quoteBids = new Levels();
    private final Levels quoteAsks = new Levels();
    private final Decimal decimal = new Decimal();
    private final Decimal price = new Decimal();
    private final Decimal amount = new Decimal();
    private final Decimal index = new Decimal();
    private final Decimal rate = new Decimal();
    private int has;
    private int symbolAt;
    private int symbolLength;
    private long time;
    private long fundingTime;
    private int idAt;
    private int idLength;
    private long side;
    private boolean isSnapshot;

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

    private void members(final Levels bids, final Levels asks) {
        has = 0;
        idLength = 0;
        fundingTime = 0;
        while (cursor.nextMember()) {
            if (cursor.isKey(SYMBOL, 6)) {
                found(cursor.text(), HAS_SYMBOL);
                symbolAt = cursor.textAt();
                symbolLength = cursor.textLength();
                aboutSymbol();
            } else if (cursor.isKey(TIMESTAMP, 9)) {
                has |= HAS_TIME;
                time = micros();
            } else if (cursor.isKey(BIDS, 4)) {
                found(cursor.levels(bids), HAS_BIDS);
            } else if (cursor.isKey(ASKS, 4)) {
                found(cursor.levels(asks), HAS_ASKS);
            } else if (cursor.isKey(PRICE, 5) || cursor.isKey(MARK, 9)) {
                found(cursor.number(price), cursor.isKey(MARK, 9) ? HAS_MARK : HAS_PRICE);
            } else if (cursor.isKey(AMOUNT, 6)) {
                found(cursor.number(amount), HAS_AMOUNT);
            } else {
                rareMember();
            }
        }
    }

    private void rareMember() {
        if (cursor.isKey(SIDE, 4)) {
            side = cursor.text() ? cursor.textWord() : 0;
            found(side == BUY || side == SELL || side == UNKNOWN, HAS_SIDE);
        } else if (cursor.isKey(ID, 2)) {
            cursor.text();
            idAt = cursor.textAt();
            idLength = cursor.textLength();
        } else if (cursor.isKey(SNAPSHOT, 8)) {
            has |= HAS_SNAPSHOT;
            isSnapshot = cursor.truth();
        } else if (cursor.isKey(INDEX, 10)) {
            found(cursor.number(index), HAS_INDEX);
        } else if (cursor.isKey(RATE, 11)) {
            found(cursor.number(rate), HAS_RATE);
        } else if (cursor.isKey(FUNDING_TIME, 16)) {
            fundingTime = micros();
        } else {
            cursor.skip();
        }
    }

    private void found(final boolean isSound, final int what) {
        has |= isSound ? what : 0;
    }

    private long micros() {
        final long nanos = cursor.whole(decimal) ? EpochTime.ofMicrosOrNanos(decimal.mantissa()) : EpochTime.NONE;
        if (nanos == EpochTime.NONE) {
            cursor.keep(FrameFault.BAD_TIME);
        }
        return nanos;
    }

    /** Whether all that is needed was there. */
    private boolean isWhole(final int all) {
        if ((has & all) == all) {
            return true;
        }
        cursor.keep(FrameFault.MISSING_FIELD);
        return false;
    }

    private void trade(final byte[] frame) {
        members(quoteBids, quoteAsks);
        if (!isWhole(HAS_TRADE)) {
            return;
        }
        final TradeDraft trade = events.addTrade()
                .symbol(symbolAt, symbolLength)
                .price(price)
                .size(amount)
                .isBuyerAggressor(side == BUY)
                .tradeId(tradeId(frame))
                .tradeCount(1)
                .exchangeTime(time);
        if (side == UNKNOWN) {
            trade.noAggressor();
        }
    }

    private long tradeId(final byte[] frame) {
        final long number = numbers.in(frame, idAt, idLength);
        final boolean isSymbol = symbolLength > 0 && symbolLength <= SymbolTable.LONGEST;
        return number < 0 && isSymbol ? numbers.made(frame, symbolAt, symbolLength, time) : number;
    }

    private void liquidation() {
        members(quoteBids, quoteAsks);
        if (isWhole(HAS_TRADE) && side != UNKNOWN) {
            events.addLiquidation()
                    .symbol(symbolAt, symbolLength)
                    .price(price)
                    .size(amount)
                    .isBuy(side == BUY)
                    .exchangeTime(time);
        } else {
            cursor.keep(FrameFault.MISSING_FIELD);
        }
    }

    private void book() {
        final BookDraft book = events.addBook();
        members(book.bids(), book.asks());
        isWhole(HAS_QUOTE | HAS_SNAPSHOT);
        book.symbol(symbolAt, symbolLength).snapshot(isSnapshot).exchangeTime(time);
    }

    private void quote() {
        members(quoteBids, quoteAsks);
        if (isWhole(HAS_QUOTE)) {
            addQuote();
        }
    }

    private void addQuote() {
        final QuoteDraft quote =
                events.addQuote().symbol(symbolAt, symbolLength).updateId(-1).exchangeTime(time);
        if (quoteBids.count() > 0) {
            quote.bidPrice(quoteBids.price(0), quoteBids.priceScale(0))
                    .bidSize(quoteBids.size(0), quoteBids.sizeScale(0));
        } else {
            quote.bidPrice(0, 0).bidSize(0, 0);
        }
        if (quoteAsks.count() > 0) {
            quote.askPrice(quoteAsks.price(0), quoteAsks.priceScale(0))
                    .askSize(quoteAsks.size(0), quoteAsks.sizeScale(0));
        } else {
            quote.askPrice(0, 0).askSize(0, 0);
        }
    }

    private void ticker() {
        members(quoteBids, quoteAsks);
        if (!isWhole(HAS_SYMBOL | HAS_TIME)) {
            return;
        }
        final FeedInputs inputs = events.inputs();
        if ((has & HAS_QUOTE) == HAS_QUOTE && inputs.hasQuotes()) {
            addQuote();
        }
        if ((has & HAS_MARK) != 0 && inputs.hasMarks()) {
            final boolean hasIndex = (has & HAS_INDEX) != 0;
            events.addMarkPrice()
                    .symbol(symbolAt, symbolLength)
                    .markPrice(price)
                    .indexPrice(hasIndex ? index.mantissa() : 0, hasIndex ? index.scale() : 0)
                    .exchangeTime(time);
        }
        if ((has & HAS_RATE) != 0 && inputs.hasFunding()) {
            events.addFunding()
                    .symbol(symbolAt, symbolLength)
                    .rate(rate)
                    .fundingTime(fundingTime)
                    .exchangeTime(time);
        }
    }
}
