package io.millrace.feed.okx.wire;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameKind;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.VenueDecoder;
import io.millrace.feed.decode.Words;

/**
 * Decodes OKX's frames. What a frame is about may stand behind its data, which is then stepped over and come back to.
 *
 * <p>Thread: one. Allocation: only for new instruments. Deterministic: yes. Source: OKX's documentation of version 5.
 */
public final class OkxDecoder extends VenueDecoder {
    private static final long ARGUMENT = Words.of("arg");
    private static final long CHANNEL = Words.of("channel");
    private static final long INSTRUMENT = Words.of("instId");
    private static final long ACTION = Words.of("action");
    private static final long DATA = Words.of("data");
    private static final long EVENT = Words.of("event");
    private static final long CODE = Words.of("code");
    private static final long ID = Words.of("id");

    private static final long SNAPSHOT = Words.of("snapshot");
    private static final long UPDATE = Words.of("update");
    private static final long SUBSCRIBE = Words.of("subscrib");
    private static final long UNSUBSCRIBE = Words.of("unsubscr");
    private static final long ERROR = Words.of("error");
    private static final long NOTICE = Words.of("notice");
    private static final long COUNT = Words.of("channel-");
    private static final long CLOSING = Words.of("64008");
    private static final long PONG = Words.of("pong");
    private static final int PONG_LENGTH = 4;
    private static final int NOWHERE = -1;

    private final Decimal decimal = new Decimal();
    private final OkxBooks books;
    private final OkxNews news;
    private final OkxInstruments instruments;

    private OkxChannel channel;
    private int symbolAt;
    private int symbolLength;
    private long action;
    private long event;
    private long code;
    private boolean hasArgument;
    private boolean isRead;
    private int dataAt;

    public OkxDecoder(final FrameEvents events, final KnownInstruments known) {
        super(events);
        books = new OkxBooks(cursor, events);
        news = new OkxNews(cursor, events, known);
        instruments = new OkxInstruments(cursor, known);
    }

    @Override
    protected FrameResult read(final byte[] frame, final int offset, final int length) {
        if (length == PONG_LENGTH && Words.first(Words.at(frame, offset), PONG_LENGTH) == PONG) {
            topic.about(FrameKind.CONTROL);
            return FrameResult.ALIVE;
        }
        cursor.begin(frame, offset, length);
        if (!cursor.enterObject()) {
            return malformed(FrameFault.NOT_JSON);
        }
        channel = OkxChannel.NONE;
        symbolLength = 0;
        action = 0;
        event = 0;
        code = 0;
        hasArgument = false;
        isRead = false;
        dataAt = NOWHERE;
        while (cursor.nextMember()) {
            member();
        }
        return ended(result());
    }

    private void member() {
        if (cursor.isKey(ARGUMENT, 3)) {
            argument();
        } else if (cursor.isKey(ACTION, 6)) {
            action = word();
        } else if (cursor.isKey(DATA, 4)) {
            dataAt = cursor.place();
            isRead = channel.isUsed(events.inputs()) && (action != 0 || !channel.hasAction());
            if (isRead) {
                readData();
            } else {
                cursor.skip();
            }
        } else if (cursor.isKey(EVENT, 5)) {
            event = word();
        } else if (cursor.isKey(CODE, 4)) {
            code = word();
        } else if (cursor.isKey(ID, 2) && cursor.isAt('"')) {
            topic.answers(cursor.whole(decimal) ? decimal.mantissa() : NOWHERE);
        } else {
            cursor.skip();
        }
    }

    private long word() {
        return cursor.text() ? cursor.textWord() : 0;
    }

    private void argument() {
        hasArgument = true;
        cursor.enterObject();
        while (cursor.nextMember()) {
            if (cursor.isKey(CHANNEL, 7)) {
                cursor.text();
                channel = OkxChannel.of(cursor.textWord(), cursor.textLength());
                topic.about(channel.kind());
            } else if (cursor.isKey(INSTRUMENT, 6)) {
                cursor.text();
                symbolAt = cursor.textAt();
                symbolLength = cursor.textLength();
                topic.symbol(cursor);
            } else {
                cursor.skip();
            }
        }
    }

    private void readData() {
        switch (channel) {
            case BOOK -> {
                if (action != SNAPSHOT && action != UPDATE) {
                    cursor.keep(FrameFault.MISSING_FIELD);
                }
                books.books(symbolAt, symbolLength, action == SNAPSHOT);
            }
            case SNAPSHOTS -> books.books(symbolAt, symbolLength, true);
            case BEST -> books.best(symbolAt, symbolLength);
            case TICKERS -> books.tickers();
            case TRADES -> news.trades();
            case FUNDING -> news.fundings();
            case MARKS -> news.marks();
            default -> news.liquidations();
        }
    }

    private FrameResult result() {
        if (cursor.isBroken()) {
            return malformed(FrameFault.NOT_JSON);
        }
        if (event != 0) {
            topic.about(FrameKind.CONTROL);
            return ofEvent();
        }
        if (!hasArgument && code == 0 || channel == OkxChannel.NONE && hasArgument) {
            return FrameResult.UNKNOWN;
        }
        return dataAt == NOWHERE ? malformed(FrameFault.MISSING_FIELD) : ofData();
    }

    private FrameResult ofData() {
        final int end = cursor.place();
        if (!hasArgument || channel == OkxChannel.INSTRUMENTS) {
            topic.about(FrameKind.INSTRUMENTS);
            cursor.goTo(dataAt);
            instruments.read();
            return backTo(end, FrameResult.INSTRUMENTS);
        }
        if (!isRead) {
            if (!channel.isUsed(events.inputs())) {
                return FrameResult.UNUSED;
            }
            cursor.goTo(dataAt);
            readData();
        }
        return backTo(end, FrameResult.EVENTS);
    }

    private FrameResult ofEvent() {
        if (event == SUBSCRIBE || event == UNSUBSCRIBE) {
            return FrameResult.ACCEPTED;
        }
        if (event == ERROR) {
            return FrameResult.REFUSED;
        }
        if (event == NOTICE && code == CLOSING) {
            return FrameResult.SHUTDOWN;
        }
        return event == NOTICE || event == COUNT ? FrameResult.ALIVE : FrameResult.UNKNOWN;
    }

    @Override
    public int confirmed() {
        return event == SUBSCRIBE ? 1 : 0;
    }
}
