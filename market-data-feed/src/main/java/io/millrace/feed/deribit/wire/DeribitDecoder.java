package io.millrace.feed.deribit.wire;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameKind;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.VenueDecoder;
import io.millrace.feed.decode.Words;

/**
 * Decodes Deribit's frames. What a frame is may stand behind its parameters, which are then stepped over and come back to.
 *
 * <p>Thread: one. Allocation: only for new instruments. Deterministic: yes. Source: Deribit's documentation of version 2.
 */
public final class DeribitDecoder extends VenueDecoder {
    /** Id of requests whose answers confirm no streams: heartbeats, tests, the end of a subscription. */
    public static final long CONTROL_ID = 9_999;

    private static final long METHOD = Words.of("method");
    private static final long PARAMETERS = Words.of("params");
    private static final long ID = Words.of("id");
    private static final long RESULT = Words.of("result");
    private static final long ERROR = Words.of("error");
    private static final long CHANNEL = Words.of("channel");
    private static final long DATA = Words.of("data");
    private static final long TYPE = Words.of("type");

    private static final long SUBSCRIPTION = Words.of("subscrip");
    private static final long HEARTBEAT = Words.of("heartbea");
    private static final long TEST = Words.of("test_req");
    private static final long BOOK = Words.of("book.");
    private static final long TRADES = Words.of("trades.");
    private static final long QUOTE = Words.of("quote.");
    private static final long TICKER = Words.of("ticker.");
    private static final int NOWHERE = -1;

    private final Decimal decimal = new Decimal();
    private final DeribitBooks books;
    private final DeribitNews news;
    private final DeribitInstruments instruments;

    private long method;
    private boolean isRefused;
    private boolean isTest;
    private long requestId;
    private int parametersAt;
    private int resultAt;
    private int dataAt;
    private int confirmed;

    public DeribitDecoder(final FrameEvents events, final KnownInstruments known) {
        super(events);
        books = new DeribitBooks(cursor, topic, events);
        news = new DeribitNews(cursor, events);
        instruments = new DeribitInstruments(cursor, known);
    }

    @Override
    public void begin() {
        books.begin();
    }

    @Override
    protected FrameResult read(final byte[] frame, final int offset, final int length) {
        cursor.begin(frame, offset, length);
        if (!cursor.enterObject()) {
            return malformed(FrameFault.NOT_JSON);
        }
        method = 0;
        isRefused = false;
        isTest = false;
        requestId = NOWHERE;
        parametersAt = NOWHERE;
        resultAt = NOWHERE;
        dataAt = NOWHERE;
        confirmed = 0;
        FrameResult inline = FrameResult.UNKNOWN;
        while (cursor.nextMember()) {
            if (cursor.isKey(METHOD, 6)) {
                method = cursor.text() ? cursor.textWord() : 0;
            } else if (cursor.isKey(PARAMETERS, 6)) {
                parametersAt = cursor.place();
                if (method == SUBSCRIPTION) {
                    inline = parameters();
                } else {
                    cursor.skip();
                }
            } else if (cursor.isKey(ID, 2)) {
                requestId = cursor.whole(decimal) ? decimal.mantissa() : NOWHERE;
                topic.answers(requestId);
            } else if (cursor.isKey(RESULT, 6)) {
                resultAt = cursor.place();
                cursor.skip();
            } else {
                isRefused |= cursor.isKey(ERROR, 5) && cursor.isAt('{');
                cursor.skip();
            }
        }
        return ended(inline == FrameResult.UNKNOWN ? result() : inline);
    }

    private FrameResult result() {
        if (cursor.isBroken()) {
            return malformed(FrameFault.NOT_JSON);
        }
        final int end = cursor.place();
        if (parametersAt != NOWHERE && (method == SUBSCRIPTION || method == HEARTBEAT)) {
            cursor.goTo(parametersAt);
            return backTo(end, parameters());
        }
        if (resultAt == NOWHERE && !isRefused) {
            return FrameResult.UNKNOWN;
        }
        topic.about(FrameKind.CONTROL);
        if (isRefused) {
            return FrameResult.REFUSED;
        }
        cursor.goTo(resultAt);
        return backTo(end, answer());
    }

    /** What a subscription or a heartbeat brings; the data come at once if the channel is known by then. */
    private FrameResult parameters() {
        FrameResult result = FrameResult.UNKNOWN;
        FrameKind kind = FrameKind.OTHER;
        boolean isRead = false;
        dataAt = NOWHERE;
        cursor.enterObject();
        while (cursor.nextMember()) {
            if (cursor.isKey(CHANNEL, 7)) {
                cursor.text();
                kind = kindOf(cursor.textWord());
                topic.about(kind);
            } else if (cursor.isKey(TYPE, 4)) {
                isTest = cursor.text() && cursor.isText(TEST, 12);
            } else if (cursor.isKey(DATA, 4)) {
                dataAt = cursor.place();
                isRead = isUsed(kind);
                if (isRead) {
                    readData(kind);
                } else {
                    cursor.skip();
                }
            } else {
                cursor.skip();
            }
        }
        if (method == HEARTBEAT) {
            topic.about(FrameKind.CONTROL);
            return isTest ? FrameResult.TEST : FrameResult.ALIVE;
        }
        if (kind == FrameKind.OTHER || cursor.isBroken()) {
            return cursor.isBroken() ? FrameResult.EVENTS : result;
        }
        if (dataAt == NOWHERE) {
            cursor.keep(FrameFault.MISSING_FIELD);
            return FrameResult.EVENTS;
        }
        if (!isUsed(kind)) {
            return FrameResult.UNUSED;
        }
        if (!isRead) {
            final int end = cursor.place();
            cursor.goTo(dataAt);
            readData(kind);
            return backTo(end, FrameResult.EVENTS);
        }
        return FrameResult.EVENTS;
    }

    private static FrameKind kindOf(final long channel) {
        if (Words.first(channel, 5) == BOOK) {
            return FrameKind.BOOK;
        }
        if (Words.first(channel, 7) == TRADES) {
            return FrameKind.TRADE;
        }
        if (Words.first(channel, 6) == QUOTE) {
            return FrameKind.QUOTE;
        }
        return Words.first(channel, 7) == TICKER ? FrameKind.MARK_PRICE : FrameKind.OTHER;
    }

    private boolean isUsed(final FrameKind kind) {
        final FeedInputs inputs = events.inputs();
        return switch (kind) {
            case BOOK -> inputs.hasBook();
            case TRADE -> inputs.hasTrades() || inputs.hasLiquidations();
            case QUOTE -> inputs.hasQuotes();
            case MARK_PRICE -> inputs.hasMarks() || inputs.hasFunding();
            default -> false;
        };
    }

    private void readData(final FrameKind kind) {
        switch (kind) {
            case BOOK -> books.read();
            case TRADE -> news.trades();
            case QUOTE -> news.quote();
            default -> news.ticker();
        }
    }

    /** The result of a request: channels, instruments, or something else that shows that the venue is there. */
    private FrameResult answer() {
        if (cursor.isAt('{')) {
            return instruments.object() ? FrameResult.INSTRUMENTS : FrameResult.ALIVE;
        }
        if (!cursor.isAt('[')) {
            cursor.skip();
            return FrameResult.ACCEPTED;
        }
        boolean isList = false;
        int channels = 0;
        cursor.enterArray();
        while (cursor.nextElement()) {
            if (cursor.isAt('{')) {
                isList |= instruments.object();
            } else {
                channels++;
                cursor.skip();
            }
        }
        confirmed = requestId == CONTROL_ID ? 0 : channels;
        return isList ? FrameResult.INSTRUMENTS : FrameResult.ACCEPTED;
    }

    @Override
    public int confirmed() {
        return confirmed;
    }
}
