package io.millrace.feed.kraken.wire;

import io.millrace.feed.decode.BookDraft;
import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.EpochTime;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameKind;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.FrameTopic;
import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.Levels;
import io.millrace.feed.decode.QuoteDraft;
import io.millrace.feed.decode.Words;

/**
 * Frames of version 1 of Kraken's websocket, as recorded: arrays that say at their end what they are.
 *
 * <pre>{@code
 *   [1360,{"as":[["0.0229","13.5","1618678123.48"],...],"bs":[...]},"book-1000","ADA/XBT"]     snapshot
 *   [1360,{"a":[...]},{"b":[...],"c":"2583817756"},"book-1000","ADA/XBT"]                      update, in one object or two
 *   [14,[["9482.4","0.0159","1561939258.51","s","l",""],...],"trade","XBT/EUR"]
 *   [325,["43770.2","43770.3","1633053779.91","0.0091","0.3167"],"spread","XBT/USD"]
 * }</pre>
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: yes.
 */
final class KrakenArrays {
    private static final long BOOK = Words.of("book");
    private static final int BOOK_NAME = "book".length();
    private static final long TRADE = Words.of("trade");
    private static final long SPREAD = Words.of("spread");
    private static final long ASKS = Words.of("a");
    private static final long BIDS = Words.of("b");
    private static final long ALL_ASKS = Words.of("as");
    private static final long ALL_BIDS = Words.of("bs");
    private static final long CHECKSUM = Words.of("c");
    private static final int MOST_PARTS = 2;

    private final Decimal decimal = new Decimal();
    private final Decimal size = new Decimal();
    private final JsonCursor cursor;
    private final FrameTopic topic;
    private final FrameEvents events;
    private final KrakenDepths depths;
    private final KrakenTrades trades;
    private final int[] parts = new int[MOST_PARTS];
    private int count;
    private int nameAt;
    private int nameLength;
    private int symbolAt;
    private int symbolLength;
    private boolean snapshot;
    private boolean hasSide;
    private boolean open;
    private long time;

    KrakenArrays(
            final JsonCursor cursor,
            final FrameTopic topic,
            final FrameEvents events,
            final KrakenDepths depths,
            final KrakenTrades trades) {
        this.cursor = cursor;
        this.topic = topic;
        this.events = events;
        this.depths = depths;
        this.trades = trades;
    }

    FrameResult read() {
        elements();
        if (cursor.isBroken() || count == 0 || symbolLength == 0 || nameLength == 0) {
            cursor.keep(FrameFault.MISSING_FIELD);
            return FrameResult.EVENTS;
        }
        topic.symbol(symbolAt, symbolLength);
        final int end = cursor.place();
        final FrameResult result = of(Words.first(Words.at(cursor.bytes(), nameAt), nameLength));
        if (!cursor.isBroken()) {
            cursor.goTo(end);
        }
        return result;
    }

    /** Looks where everything is: what it is of is said at the end. */
    private void elements() {
        count = 0;
        nameLength = 0;
        symbolLength = 0;
        cursor.enterArray();
        while (cursor.nextElement()) {
            if (cursor.isAt('{') || cursor.isAt('[')) {
                if (count == MOST_PARTS) {
                    cursor.keep(FrameFault.MISSING_FIELD);
                } else {
                    parts[count++] = cursor.place();
                }
                cursor.skip();
            } else if (cursor.isAt('"')) {
                nameAt = symbolAt;
                nameLength = symbolLength;
                cursor.text();
                symbolAt = cursor.textAt();
                symbolLength = cursor.textLength();
            } else {
                cursor.skip();
            }
        }
    }

    private FrameResult of(final long name) {
        if (Words.first(name, BOOK_NAME) == BOOK) {
            topic.about(FrameKind.BOOK);
            return events.inputs().hasBook() ? book() : FrameResult.UNUSED;
        }
        if (name == TRADE && nameLength == 5) {
            topic.about(FrameKind.TRADE);
            return events.inputs().hasTrades() ? trades() : FrameResult.UNUSED;
        }
        if (name == SPREAD && nameLength == 6) {
            topic.about(FrameKind.QUOTE);
            return events.inputs().hasQuotes() ? quote() : FrameResult.UNUSED;
        }
        return FrameResult.UNKNOWN;
    }

    private FrameResult book() {
        final BookDraft book = events.addBook().symbol(symbolAt, symbolLength);
        snapshot = false;
        hasSide = false;
        time = 0;
        for (int part = 0; part < count; part++) {
            cursor.goTo(parts[part]);
            cursor.enterObject();
            while (cursor.nextMember()) {
                member(book);
            }
        }
        if (!hasSide) {
            cursor.keep(FrameFault.MISSING_FIELD);
        }
        book.snapshot(snapshot).exchangeTime(time);
        depths.named(nameAt, nameLength, symbolAt, symbolLength);
        return FrameResult.EVENTS;
    }

    private void member(final BookDraft book) {
        if (cursor.isKey(ALL_ASKS, 2) || cursor.isKey(ALL_BIDS, 2)) {
            snapshot = true;
            levels(cursor.isKey(ALL_ASKS, 2) ? book.asks() : book.bids());
        } else if (cursor.isKey(ASKS, 1)) {
            levels(book.asks());
        } else if (cursor.isKey(BIDS, 1)) {
            levels(book.bids());
        } else if (cursor.isKey(CHECKSUM, 1)) {
            cursor.whole(decimal);
            book.checksum(decimal.mantissa());
        } else {
            cursor.skip();
        }
    }

    /** Levels of price, size and time; the book's time is the latest. */
    private void levels(final Levels side) {
        hasSide = true;
        side.clear();
        cursor.enterArray();
        while (cursor.nextElement() && cursor.enterArray()) {
            open = true;
            final boolean isLevel = next(decimal)
                    && next(size)
                    && side.add(decimal.mantissa(), decimal.scale(), size.mantissa(), size.scale())
                    && next(decimal);
            if (isLevel) {
                time = Math.max(time, EpochTime.ofSeconds(decimal));
            } else {
                cursor.keep(FrameFault.BAD_NUMBER);
            }
            leave();
        }
    }

    private boolean next(final Decimal number) {
        return element() && cursor.number(number);
    }

    /** Goes to the next element of the array that was entered last, unless it has been left. */
    private boolean element() {
        open = open && cursor.nextElement();
        return open;
    }

    private void leave() {
        while (element()) {
            cursor.skip();
        }
    }

    private FrameResult trades() {
        cursor.goTo(parts[0]);
        trades.list(symbolAt, symbolLength);
        return FrameResult.EVENTS;
    }

    private FrameResult quote() {
        final QuoteDraft quote =
                events.addQuote().symbol(symbolAt, symbolLength).updateId(-1);
        cursor.goTo(parts[0]);
        open = cursor.enterArray();
        boolean isSound = next(decimal);
        quote.bidPrice(decimal);
        isSound &= next(decimal);
        quote.askPrice(decimal);
        final long moment = next(decimal) ? EpochTime.ofSeconds(decimal) : EpochTime.NONE;
        quote.exchangeTime(moment);
        isSound &= moment != EpochTime.NONE;
        isSound &= next(decimal);
        quote.bidSize(decimal);
        isSound &= next(decimal);
        quote.askSize(decimal);
        if (!isSound) {
            cursor.keep(FrameFault.BAD_NUMBER);
        }
        leave();
        return FrameResult.EVENTS;
    }
}
