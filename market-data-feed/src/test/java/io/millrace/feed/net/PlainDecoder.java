package io.millrace.feed.net;

import io.millrace.feed.decode.BookDraft;
import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameKind;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.VenueDecoder;
import io.millrace.feed.decode.Words;

/**
 * Decodes the frames of {@link PlainVenue}, whose first member says what they are:
 *
 * <pre>
 *   {"trade":"X","id":7,"time":1}           {"quote":"X","id":7}
 *   {"book":"X","U":5,"u":6,"pu":4,"b":[["1","2"]],"a":[["2","1"]]}      {"snapshot":"X","u":6,"b":[],"a":[]}
 *   {"ok":2}   {"no":3}   {"test":0}   {"bye":0}   {"list":0}   pong
 * </pre>
 */
final class PlainDecoder extends VenueDecoder {
    private final Decimal number = new Decimal();
    private final Decimal one = new Decimal();
    private int confirmed;
    private long first;
    private long last;
    private long previous;
    private long time;

    PlainDecoder(final FrameEvents events) {
        super(events);
        final byte[] text = new byte[Long.BYTES + 64];
        text[0] = '1';
        one.read(text, 0, 1);
    }

    @Override
    protected FrameResult read(final byte[] frame, final int offset, final int length) {
        if (frame[offset] == 'p') {
            return FrameResult.ALIVE;
        }
        cursor.begin(frame, offset, length);
        if (!cursor.enterObject() || !cursor.nextMember()) {
            return malformed(FrameFault.NOT_JSON);
        }
        final long what = cursor.key();
        if (what == Words.of("trade") || what == Words.of("quote") || what == Words.of("book") || what == SNAPSHOT) {
            cursor.text();
            return event(what);
        }
        cursor.whole(number);
        if (what == Words.of("ok")) {
            confirmed = (int) number.mantissa();
            return FrameResult.ACCEPTED;
        }
        if (what == Words.of("no")) {
            answers(number.mantissa());
            return FrameResult.REFUSED;
        }
        if (what == Words.of("test")) {
            return FrameResult.TEST;
        }
        if (what == Words.of("bye")) {
            return FrameResult.SHUTDOWN;
        }
        return what == Words.of("list") ? FrameResult.INSTRUMENTS : FrameResult.UNKNOWN;
    }

    private static final long SNAPSHOT = Words.of("snapshot");

    private FrameResult event(final long what) {
        final int at = cursor.textAt();
        final int length = cursor.textLength();
        if (what == Words.of("trade")) {
            about(FrameKind.TRADE);
            rest(null);
            events.addTrade()
                    .symbol(at, length)
                    .price(one)
                    .size(one)
                    .isBuyerAggressor(true)
                    .tradeId(last)
                    .tradeCount(1)
                    .exchangeTime(time);
        } else if (what == Words.of("quote")) {
            about(FrameKind.QUOTE);
            rest(null);
            events.addQuote()
                    .symbol(at, length)
                    .updateId(last)
                    .bidPrice(one)
                    .bidSize(one)
                    .askPrice(one)
                    .askSize(one)
                    .exchangeTime(time);
        } else {
            about(FrameKind.BOOK);
            aboutSymbol();
            final BookDraft book = events.addBook().symbol(at, length).snapshot(what == SNAPSHOT);
            rest(book);
            book.ids(first < 0 ? last : first, last, previous);
        }
        return publish();
    }

    private void rest(final BookDraft book) {
        first = -1;
        last = -1;
        previous = -1;
        time = 0;
        while (cursor.nextMember()) {
            final long key = cursor.key();
            if (key == Words.of("b") && book != null) {
                cursor.levels(book.bids());
            } else if (key == Words.of("a") && book != null) {
                cursor.levels(book.asks());
            } else if (cursor.whole(number)) {
                if (key == Words.of("U")) {
                    first = number.mantissa();
                } else if (key == Words.of("pu")) {
                    previous = number.mantissa();
                } else if (key == Words.of("time")) {
                    time = number.mantissa();
                } else {
                    last = number.mantissa();
                }
            }
        }
    }

    @Override
    public int confirmed() {
        return confirmed;
    }
}
