package io.millrace.feed.coinbase.wire;

import io.millrace.feed.decode.BookDraft;
import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameKind;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.VenueDecoder;
import io.millrace.feed.decode.Words;

/**
 * Decodes frames of the Exchange feed: flat objects. Levels are stepped over until the type is known, and come back to.
 *
 * <p>The side of a match is that of the maker: the other one took. The time of an update is now and then that of the year 1,
 * which stands for none.
 *
 * <p>Thread: one. Allocation: only for new instruments. Deterministic: yes. Source: Coinbase's documentation.
 */
public final class CoinbaseDecoder extends VenueDecoder {
    private static final long TYPE = Words.of("type");
    private static final long PRODUCT = Words.of("product_");
    private static final long TIME = Words.of("time");
    private static final long BIDS = Words.of("bids");
    private static final long ASKS = Words.of("asks");
    private static final long CHANGES = Words.of("changes");
    private static final long TRADE_ID = Words.of("trade_id");
    private static final long SEQUENCE = Words.of("sequence");
    private static final long SIDE = Words.of("side");
    private static final long SIZE = Words.of("size");
    private static final long PRICE = Words.of("price");
    private static final long BEST_BID = Words.of("best_bid");
    private static final long BEST_ASK = Words.of("best_ask");
    private static final int BEST_SIZE = "best_bid_size".length();
    private static final long ID = Words.of("id");

    private static final long SNAPSHOT = Words.of("snapshot");
    private static final long UPDATE = Words.of("l2update");
    private static final long MATCH = Words.of("match");
    private static final long LAST_MATCH = Words.of("last_mat");
    private static final long TICKER = Words.of("ticker");
    private static final long HEARTBEAT = Words.of("heartbea");
    private static final long SUBSCRIPTIONS = Words.of("subscrip");
    private static final long ERROR = Words.of("error");
    private static final long BUY = Words.of("buy");
    private static final long SELL = Words.of("sell");
    private static final long YEAR_ONE = Words.of("0001-01-");
    private static final int NOWHERE = -1;
    private static final long NO_TIME = 0;

    private static final int HAS_TRADE_ID = 1;
    private static final int HAS_SEQUENCE = 2;
    private static final int HAS_SIDE = 4;
    private static final int HAS_SIZE = 8;
    private static final int HAS_PRICE = 16;
    private static final int HAS_TIME = 32;
    private static final int HAS_BID = 64;
    private static final int HAS_ASK = 128;
    private static final int HAS_TRADE = HAS_TRADE_ID | HAS_SIDE | HAS_SIZE | HAS_PRICE | HAS_TIME;
    private static final int HAS_QUOTE = HAS_SEQUENCE | HAS_BID | HAS_ASK;

    private final Decimal price = new Decimal();
    private final Decimal size = new Decimal();
    private final Decimal tradeId = new Decimal();
    private final Decimal sequence = new Decimal();
    private final Decimal bid = new Decimal();
    private final Decimal ask = new Decimal();
    private final Decimal bidSize = new Decimal();
    private final Decimal askSize = new Decimal();

    /** What is not sent. */
    private final Decimal zero = new Decimal();

    private final CoinbaseChanges changes = new CoinbaseChanges(cursor);
    private final CoinbaseProducts products;

    private long type;
    private boolean buys;
    private boolean hasBidSize;
    private boolean hasAskSize;
    private boolean isProduct;
    private long time;
    private int symbolAt;
    private int symbolLength;
    private int bidsAt;
    private int asksAt;
    private int changesAt;
    private int has;

    public CoinbaseDecoder(final FrameEvents events, final KnownInstruments known) {
        super(events);
        products = new CoinbaseProducts(cursor, known);
    }

    @Override
    protected FrameResult read(final byte[] frame, final int offset, final int length) {
        cursor.begin(frame, offset, length);
        if (cursor.isAt('[')) {
            products.list();
            final FrameResult result = ended(FrameResult.INSTRUMENTS);
            if (result == FrameResult.INSTRUMENTS) {
                // What is malformed may have been anything: books suffer.
                topic.about(FrameKind.INSTRUMENTS);
            }
            return result;
        }
        final int start = cursor.place();
        if (!cursor.enterObject()) {
            return malformed(FrameFault.NOT_JSON);
        }
        type = 0;
        hasBidSize = false;
        hasAskSize = false;
        isProduct = false;
        time = NO_TIME;
        symbolLength = 0;
        bidsAt = NOWHERE;
        asksAt = NOWHERE;
        changesAt = NOWHERE;
        has = 0;
        while (cursor.nextMember()) {
            member();
        }
        if (cursor.isBroken()) {
            return malformed(FrameFault.NOT_JSON);
        }
        if (type == 0 && isProduct) {
            topic.about(FrameKind.INSTRUMENTS);
            cursor.begin(frame, start, offset + length - start);
            products.object();
            return ended(FrameResult.INSTRUMENTS);
        }
        return ended(result());
    }

    private void member() {
        if (cursor.isKey(TYPE, 4)) {
            type = cursor.text() ? cursor.textWord() : NOWHERE;
            topic.about(kindOf(type));
        } else if (cursor.isKey(PRODUCT, 10)) {
            cursor.text();
            symbolAt = cursor.textAt();
            symbolLength = cursor.textLength();
            topic.symbol(cursor);
        } else if (cursor.isKey(TIME, 4)) {
            time();
        } else if (cursor.isKey(CHANGES, 7)) {
            changesAt = cursor.place();
            cursor.skip();
        } else if (cursor.isKey(BIDS, 4)) {
            bidsAt = cursor.place();
            cursor.skip();
        } else if (cursor.isKey(ASKS, 4)) {
            asksAt = cursor.place();
            cursor.skip();
        } else if (cursor.isKey(ID, 2)) {
            isProduct = true;
            cursor.skip();
        } else {
            ofTrades();
        }
    }

    private void ofTrades() {
        if (cursor.isKey(TRADE_ID, 8)) {
            has |= cursor.whole(tradeId) ? HAS_TRADE_ID : 0;
        } else if (cursor.isKey(SEQUENCE, 8)) {
            has |= cursor.whole(sequence) ? HAS_SEQUENCE : 0;
        } else if (cursor.isKey(SIDE, 4)) {
            cursor.text();
            buys = cursor.isText(SELL, 4);
            has |= buys || cursor.isText(BUY, 3) ? HAS_SIDE : 0;
        } else if (cursor.isKey(SIZE, 4)) {
            has |= cursor.number(size) ? HAS_SIZE : 0;
        } else if (cursor.isKey(PRICE, 5)) {
            has |= cursor.number(price) ? HAS_PRICE : 0;
        } else if (cursor.isKey(BEST_BID, 8)) {
            has |= cursor.number(bid) ? HAS_BID : 0;
        } else if (cursor.isKey(BEST_ASK, 8)) {
            has |= cursor.number(ask) ? HAS_ASK : 0;
        } else if (cursor.isKey(BEST_BID, BEST_SIZE)) {
            hasBidSize = cursor.number(bidSize);
        } else if (cursor.isKey(BEST_ASK, BEST_SIZE)) {
            hasAskSize = cursor.number(askSize);
        } else {
            cursor.skip();
        }
    }

    private void time() {
        has |= HAS_TIME;
        final int at = cursor.place() + 1;
        if (Words.at(cursor.bytes(), at) == YEAR_ONE) {
            cursor.skip();
        } else {
            time = cursor.rfc3339();
        }
    }

    private static FrameKind kindOf(final long type) {
        if (type == UPDATE || type == SNAPSHOT) {
            return FrameKind.BOOK;
        }
        if (type == MATCH || type == LAST_MATCH) {
            return FrameKind.TRADE;
        }
        if (type == TICKER) {
            return FrameKind.QUOTE;
        }
        return type == HEARTBEAT || type == SUBSCRIPTIONS || type == ERROR ? FrameKind.CONTROL : FrameKind.OTHER;
    }

    private FrameResult result() {
        if (type == UPDATE) {
            return events.inputs().hasBook() ? update() : FrameResult.UNUSED;
        }
        if (type == MATCH) {
            return events.inputs().hasTrades() ? trade() : FrameResult.UNUSED;
        }
        if (type == TICKER) {
            return events.inputs().hasQuotes() ? quote() : FrameResult.UNUSED;
        }
        if (type == SNAPSHOT) {
            return events.inputs().hasBook() ? snapshot() : FrameResult.UNUSED;
        }
        if (type == LAST_MATCH) {
            return FrameResult.PAST;
        }
        if (type == HEARTBEAT) {
            return FrameResult.ALIVE;
        }
        if (type == SUBSCRIPTIONS) {
            return FrameResult.ACCEPTED;
        }
        return type == ERROR ? FrameResult.REFUSED : FrameResult.UNKNOWN;
    }

    private void need(final boolean isThere) {
        if (!isThere || symbolLength == 0) {
            cursor.keep(FrameFault.MISSING_FIELD);
        }
    }

    private FrameResult snapshot() {
        need(bidsAt != NOWHERE && asksAt != NOWHERE);
        final BookDraft book = book().snapshot(true);
        final int end = cursor.place();
        if (bidsAt != NOWHERE && asksAt != NOWHERE) {
            cursor.goTo(bidsAt);
            cursor.levels(book.bids());
            cursor.goTo(asksAt);
            cursor.levels(book.asks());
        }
        cursor.goTo(end);
        return FrameResult.EVENTS;
    }

    private BookDraft book() {
        return events.addBook().symbol(symbolAt, symbolLength).exchangeTime(time);
    }

    private FrameResult update() {
        need(changesAt != NOWHERE && (has & HAS_TIME) != 0);
        final BookDraft book = book();
        final int end = cursor.place();
        if (changesAt != NOWHERE) {
            cursor.goTo(changesAt);
            changes.read(book);
        }
        if (!cursor.isBroken()) {
            cursor.goTo(end);
        }
        return FrameResult.EVENTS;
    }

    private FrameResult trade() {
        need((has & HAS_TRADE) == HAS_TRADE);
        events.addTrade()
                .symbol(symbolAt, symbolLength)
                .price(price)
                .size(size)
                .isBuyerAggressor(buys)
                .tradeId(tradeId.mantissa())
                .tradeCount(1)
                .exchangeTime(time);
        return FrameResult.EVENTS;
    }

    private FrameResult quote() {
        need((has & HAS_QUOTE) == HAS_QUOTE);
        events.addQuote()
                .symbol(symbolAt, symbolLength)
                .updateId(sequence.mantissa())
                .bidPrice(bid)
                .bidSize(hasBidSize ? bidSize : zero)
                .askPrice(ask)
                .askSize(hasAskSize ? askSize : zero)
                .exchangeTime(time);
        return FrameResult.EVENTS;
    }
}
