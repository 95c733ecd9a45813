package io.millrace.feed.kraken.wire;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameKind;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.VenueDecoder;
import io.millrace.feed.decode.Words;

/**
 * Decodes Kraken's frames. Which channel one is of may stand behind its data, which is then stepped over and come back to.
 * The venue's status is counted as a sign of life: what follows from maintenance is that it closes the connection.
 *
 * <p>Thread: one. Allocation: only for new instruments. Deterministic: yes. Source: Kraken's documentation of version 2 of
 * its websocket.
 */
public final class KrakenDecoder extends VenueDecoder {
    private static final long CHANNEL = Words.of("channel");
    private static final long TYPE = Words.of("type");
    private static final long DATA = Words.of("data");
    private static final long METHOD = Words.of("method");
    private static final long SUCCESS = Words.of("success");
    private static final long ERROR = Words.of("error");
    private static final long RESULT = Words.of("result");
    private static final long REQUEST = Words.of("req_id");
    private static final long EVENT = Words.of("event");
    private static final long STATUS = Words.of("status");

    private static final long SNAPSHOT = Words.of("snapshot");
    private static final long BOOK = Words.of("book");
    private static final long TRADE = Words.of("trade");
    private static final long TICKER = Words.of("ticker");
    private static final long INSTRUMENT = Words.of("instrume");
    private static final long HEARTBEAT = Words.of("heartbea");
    private static final long SUBSCRIBE = Words.of("subscrib");
    private static final long UNSUBSCRIBE = Words.of("unsubscr");
    private static final long PONG = Words.of("pong");
    private static final long SYSTEM = Words.of("systemSt");
    private static final long SUBSCRIPTION = Words.of("subscrip");
    private static final int NOWHERE = -1;

    private final Decimal decimal = new Decimal();
    private final KrakenData data;
    private final KrakenInstruments instruments;
    private final KrakenArrays arrays;
    private final KrakenTrades trades;
    private final KrakenDepths depths;

    private long channel;
    private long method;
    private long event;
    private long status;
    private boolean isSnapshot;
    private boolean hasType;
    private boolean isRead;
    private boolean succeeded;
    private boolean hasError;
    private int dataAt;
    private int resultAt;
    private int confirmed;

    public KrakenDecoder(final FrameEvents events, final KnownInstruments known) {
        super(events);
        depths = new KrakenDepths(cursor, known);
        data = new KrakenData(cursor, topic, events, depths);
        instruments = new KrakenInstruments(cursor, known);
        trades = new KrakenTrades(cursor, topic, events);
        arrays = new KrakenArrays(cursor, topic, events, depths, trades);
    }

    @Override
    protected FrameResult read(final byte[] frame, final int offset, final int length) {
        cursor.begin(frame, offset, length);
        if (cursor.isAt('[')) {
            return ended(arrays.read());
        }
        if (!cursor.enterObject()) {
            return malformed(FrameFault.NOT_JSON);
        }
        channel = 0;
        method = 0;
        event = 0;
        status = 0;
        isSnapshot = false;
        hasType = false;
        isRead = false;
        succeeded = false;
        hasError = false;
        dataAt = NOWHERE;
        resultAt = NOWHERE;
        confirmed = 0;
        while (cursor.nextMember()) {
            member();
        }
        return ended(result());
    }

    private void member() {
        if (cursor.isKey(CHANNEL, 7)) {
            channel = word();
            topic.about(kindOf(channel));
        } else if (cursor.isKey(TYPE, 4)) {
            isSnapshot = word() == SNAPSHOT;
            hasType = true;
        } else if (cursor.isKey(DATA, 4)) {
            dataAt = cursor.place();
            isRead = hasType && isUsed();
            if (isRead) {
                readData();
            } else {
                cursor.skip();
            }
        } else if (cursor.isKey(REQUEST, 6)) {
            topic.answers(cursor.whole(decimal) ? decimal.mantissa() : NOWHERE);
        } else {
            ofAnswers();
        }
    }

    private void ofAnswers() {
        if (cursor.isKey(METHOD, 6)) {
            method = word();
        } else if (cursor.isKey(SUCCESS, 7)) {
            succeeded = cursor.truth();
        } else if (cursor.isKey(ERROR, 5)) {
            hasError |= cursor.text();
        } else if (cursor.isKey(RESULT, 6)) {
            resultAt = cursor.place();
            cursor.skip();
        } else if (cursor.isKey(EVENT, 5)) {
            event = word();
        } else if (cursor.isKey(STATUS, 6)) {
            status = word();
        } else {
            cursor.skip();
        }
    }

    private long word() {
        return cursor.text() ? cursor.textWord() : 0;
    }

    private static FrameKind kindOf(final long channel) {
        if (channel == BOOK) {
            return FrameKind.BOOK;
        }
        if (channel == TRADE) {
            return FrameKind.TRADE;
        }
        if (channel == TICKER) {
            return FrameKind.QUOTE;
        }
        if (channel == INSTRUMENT) {
            return FrameKind.INSTRUMENTS;
        }
        return channel == STATUS || channel == HEARTBEAT ? FrameKind.CONTROL : FrameKind.OTHER;
    }

    /** Whether the channel has data that the flow uses. */
    private boolean isUsed() {
        return channel == BOOK && events.inputs().hasBook()
                || channel == TRADE && events.inputs().hasTrades() && !isSnapshot
                || channel == TICKER && events.inputs().hasQuotes();
    }

    private void readData() {
        if (channel == BOOK) {
            data.books(isSnapshot);
        } else if (channel == TRADE) {
            data.trades();
        } else {
            data.quotes();
        }
    }

    private FrameResult result() {
        if (cursor.isBroken()) {
            return malformed(FrameFault.NOT_JSON);
        }
        if (channel != 0) {
            return ofChannel();
        }
        if (method != 0 || event != 0 || hasError) {
            topic.about(FrameKind.CONTROL);
            return event != 0 ? ofEvent() : ofMethod();
        }
        return resultAt == NOWHERE ? FrameResult.UNKNOWN : ofList();
    }

    private FrameResult ofChannel() {
        if (channel == HEARTBEAT || channel == STATUS) {
            return FrameResult.ALIVE;
        }
        if (channel != BOOK && channel != TRADE && channel != TICKER && channel != INSTRUMENT) {
            return FrameResult.UNKNOWN;
        }
        if (dataAt == NOWHERE) {
            return malformed(FrameFault.MISSING_FIELD);
        }
        final int end = cursor.place();
        cursor.goTo(dataAt);
        if (channel == INSTRUMENT) {
            instruments.read();
            return backTo(end, FrameResult.INSTRUMENTS);
        }
        if (!isRead) {
            if (!isUsed()) {
                cursor.goTo(end);
                return channel == TRADE && isSnapshot ? FrameResult.PAST : FrameResult.UNUSED;
            }
            readData();
        }
        return backTo(end, FrameResult.EVENTS);
    }

    private FrameResult ofMethod() {
        if (method == PONG) {
            return FrameResult.ALIVE;
        }
        if (hasError || !succeeded) {
            return hasError || method == SUBSCRIBE || method == UNSUBSCRIBE ? FrameResult.REFUSED : FrameResult.UNKNOWN;
        }
        if (method != SUBSCRIBE && method != UNSUBSCRIBE) {
            return FrameResult.UNKNOWN;
        }
        confirmed = method == SUBSCRIBE ? 1 : 0;
        if (resultAt != NOWHERE) {
            final int end = cursor.place();
            cursor.goTo(resultAt);
            depths.told();
            cursor.goTo(end);
        }
        return FrameResult.ACCEPTED;
    }

    /** Version 1. */
    private FrameResult ofEvent() {
        if (event == HEARTBEAT || event == SYSTEM || event == PONG) {
            return FrameResult.ALIVE;
        }
        if (event != SUBSCRIPTION) {
            return FrameResult.UNKNOWN;
        }
        confirmed = 1;
        return status == ERROR ? FrameResult.REFUSED : FrameResult.ACCEPTED;
    }

    private FrameResult ofList() {
        final int end = cursor.place();
        cursor.goTo(resultAt);
        return backTo(end, trades.read());
    }

    @Override
    public int confirmed() {
        return confirmed;
    }
}
