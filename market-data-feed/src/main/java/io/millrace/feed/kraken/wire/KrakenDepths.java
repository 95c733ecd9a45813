package io.millrace.feed.kraken.wire;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.SymbolTable;
import io.millrace.feed.decode.Words;

/**
 * How many levels of a side Kraken keeps of a book, which decides which levels are to be dropped: it sends no updates of
 * those that have fallen behind the last one. Told by its answer to a subscription, or by the name of a channel of version
 * 1. A capture that has neither still shows it: the first snapshot is as long as the book may be, unless the market is thin.
 *
 * <p>Thread: one. Allocation: only for new instruments. Deterministic: yes.
 */
final class KrakenDepths {
    private static final long CHANNEL = Words.of("channel");
    private static final long BOOK = Words.of("book");
    private static final long DEPTH = Words.of("depth");
    private static final long SYMBOL = Words.of("symbol");
    private static final int NAME = "book-".length();
    private static final int MOST = 1_000;
    private static final int UNTOLD = 0;

    private final Decimal decimal = new Decimal();
    private final JsonCursor cursor;
    private final KnownInstruments instruments;

    KrakenDepths(final JsonCursor cursor, final KnownInstruments instruments) {
        this.cursor = cursor;
        this.instruments = instruments;
    }

    /** Reads the venue's answer, such as <code>{"channel":"book","depth":25,"symbol":"BTC/USD"}</code>. */
    void told() {
        boolean isBook = false;
        int depth = UNTOLD;
        int symbolAt = 0;
        int symbolLength = 0;
        if (!cursor.isAt('{')) {
            return;
        }
        cursor.enterObject();
        while (cursor.nextMember()) {
            if (cursor.isKey(CHANNEL, 7)) {
                isBook = cursor.text() && cursor.isText(BOOK, 4);
            } else if (cursor.isKey(DEPTH, 5)) {
                depth = cursor.whole(decimal) ? depthOf(decimal.mantissa()) : UNTOLD;
            } else if (cursor.isKey(SYMBOL, 6)) {
                cursor.text();
                symbolAt = cursor.textAt();
                symbolLength = cursor.textLength();
            } else {
                cursor.skip();
            }
        }
        if (isBook) {
            take(symbolAt, symbolLength, depth);
        }
    }

    /** The channel's name, such as {@code book-1000}, tells the depth: the digits at its end. */
    void named(final int at, final int length, final int symbolAt, final int symbolLength) {
        final int digitsAt = at + NAME;
        if (length > NAME && decimal.readWhole(cursor.bytes(), digitsAt, at + length) == at + length) {
            take(symbolAt, symbolLength, depthOf(decimal.mantissa()));
        }
    }

    /**
     * A snapshot has come with so many levels on its longer side. If that is no depth that Kraken offers, the market is
     * thinner than the depth, and nothing is known.
     */
    void seen(final int symbolAt, final int symbolLength, final int levels) {
        if (levels == 10 || levels == 25 || levels == 100 || levels == 500 || levels == MOST) {
            final int place = placeOf(symbolAt, symbolLength);
            if (place != KnownInstruments.ABSENT && instruments.bookDepth(place) == UNTOLD) {
                instruments.bookDepth(place, levels);
            }
        }
    }

    private static int depthOf(final long levels) {
        return levels > 0 && levels <= MOST ? (int) levels : UNTOLD;
    }

    private void take(final int symbolAt, final int symbolLength, final int depth) {
        final int place = placeOf(symbolAt, symbolLength);
        if (depth != UNTOLD && place != KnownInstruments.ABSENT) {
            instruments.bookDepth(place, depth);
        }
    }

    private int placeOf(final int at, final int length) {
        if (length == 0 || length > SymbolTable.LONGEST) {
            return KnownInstruments.ABSENT;
        }
        final int place = instruments.find(cursor.bytes(), at, length);
        return place == KnownInstruments.ABSENT ? instruments.add(cursor.bytes(), at, length) : place;
    }
}
