package io.millrace.feed.coinbase.wire;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameKind;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.VenueDecoder;
import io.millrace.feed.decode.Words;

/**
 * Decodes frames of Advanced Trade. Each one has a number, counted over all channels of its connection: where one is missing,
 * all books of the connection are told so. A number that has come already is that of a frame sent twice, or late: it is dropped.
 * But two that follow on each other are no such frames: then the number before them was wrong, and frames may have been missed.
 * A connection begins with 0.
 *
 * <p>Thread: one. Allocation: only for new instruments. Deterministic: yes. Source: Coinbase's documentation.
 */
public final class CoinbaseAdvancedDecoder extends VenueDecoder {
    private static final long CHANNEL = Words.of("channel");
    private static final long SEQUENCE = Words.of("sequence");
    private static final int SEQUENCE_LENGTH = "sequence_num".length();
    private static final long TIMESTAMP = Words.of("timestam");
    private static final long EVENTS = Words.of("events");
    private static final long TYPE = Words.of("type");
    private static final long PRODUCT = Words.of("product_");

    private static final long BOOK = Words.of("l2_data");
    private static final long TRADES = Words.of("market_t");
    private static final long TICKER = Words.of("ticker");
    private static final long HEARTBEATS = Words.of("heartbea");
    private static final long SUBSCRIPTIONS = Words.of("subscrip");
    private static final long ERROR = Words.of("error");
    private static final long NONE = -1;
    private static final int NOWHERE = -1;

    private final Decimal decimal = new Decimal();
    private final CoinbaseAdvancedEvents data;
    private final CoinbaseProducts products;

    private long last = NONE;
    private long dropped = NONE;
    private FrameKind kind;
    private long channel;
    private long type;
    private long sequence;
    private long time;
    private int eventsAt;
    private boolean isProduct;

    public CoinbaseAdvancedDecoder(final FrameEvents events, final KnownInstruments known) {
        super(events);
        data = new CoinbaseAdvancedEvents(cursor, topic, events);
        products = new CoinbaseProducts(cursor, known);
    }

    @Override
    public void begin() {
        last = NONE;
        dropped = NONE;
    }

    @Override
    protected FrameResult read(final byte[] frame, final int offset, final int length) {
        cursor.begin(frame, offset, length);
        final int start = cursor.place();
        if (!cursor.enterObject()) {
            return malformed(FrameFault.NOT_JSON);
        }
        kind = FrameKind.OTHER;
        channel = 0;
        type = 0;
        sequence = NONE;
        time = 0;
        eventsAt = NOWHERE;
        isProduct = false;
        while (cursor.nextMember()) {
            member();
        }
        if (cursor.isBroken()) {
            return malformed(FrameFault.NOT_JSON);
        }
        if (channel == 0 && type == 0 && isProduct) {
            topic.about(FrameKind.INSTRUMENTS);
            cursor.begin(frame, start, offset + length - start);
            products.object();
            return ended(FrameResult.INSTRUMENTS);
        }
        if (channel == 0) {
            topic.about(type == ERROR ? FrameKind.CONTROL : FrameKind.OTHER);
            return ended(type == ERROR ? FrameResult.REFUSED : FrameResult.UNKNOWN);
        }
        if (sequence == NONE) {
            return malformed(FrameFault.MISSING_FIELD);
        }
        if (isOld()) {
            return ended(FrameResult.DUPLICATE);
        }
        count();
        return ended(result());
    }

    private void member() {
        if (cursor.isKey(CHANNEL, 7)) {
            channel = cursor.text() ? cursor.textWord() : 0;
            kind = kindOf(channel);
            topic.about(kind);
        } else if (cursor.isKey(SEQUENCE, SEQUENCE_LENGTH)) {
            sequence = cursor.whole(decimal) ? decimal.mantissa() : NONE;
        } else if (cursor.isKey(TIMESTAMP, 9)) {
            time = cursor.rfc3339();
        } else if (cursor.isKey(EVENTS, 6)) {
            eventsAt = cursor.place();
            cursor.skip();
        } else if (cursor.isKey(TYPE, 4)) {
            type = cursor.text() ? cursor.textWord() : NONE;
        } else {
            isProduct |= cursor.isKey(PRODUCT, 10);
            cursor.skip();
        }
    }

    private static FrameKind kindOf(final long channel) {
        if (channel == BOOK) {
            return FrameKind.BOOK;
        }
        if (channel == TRADES) {
            return FrameKind.TRADE;
        }
        if (channel == TICKER) {
            return FrameKind.QUOTE;
        }
        return channel == HEARTBEATS || channel == SUBSCRIPTIONS ? FrameKind.CONTROL : FrameKind.OTHER;
    }

    /** Whether the frame has come already. */
    private boolean isOld() {
        if (sequence > last || sequence == 0 && last > 0 || dropped != NONE && sequence == dropped + 1) {
            return false;
        }
        dropped = sequence;
        return true;
    }

    /** Takes the frame's number, and tells books if any are missing before it. */
    private void count() {
        if (last != NONE && sequence != last + 1) {
            missed();
        }
        last = sequence;
        dropped = NONE;
    }

    private FrameResult result() {
        if (kind == FrameKind.OTHER) {
            return FrameResult.UNKNOWN;
        }
        if (kind == FrameKind.CONTROL) {
            return channel == HEARTBEATS ? FrameResult.ALIVE : FrameResult.ACCEPTED;
        }
        if (!isUsed()) {
            return FrameResult.UNUSED;
        }
        if (eventsAt == NOWHERE) {
            return malformed(FrameFault.MISSING_FIELD);
        }
        final int end = cursor.place();
        cursor.goTo(eventsAt);
        final boolean isPast = data.read(kind, time, sequence);
        if (cursor.isBroken()) {
            return malformed(FrameFault.NOT_JSON);
        }
        cursor.goTo(end);
        return isPast && cursor.fault() == FrameFault.NONE ? FrameResult.PAST : FrameResult.EVENTS;
    }

    private boolean isUsed() {
        return switch (kind) {
            case BOOK -> events.inputs().hasBook();
            case TRADE -> events.inputs().hasTrades();
            default -> events.inputs().hasQuotes();
        };
    }
}
