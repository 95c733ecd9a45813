package io.millrace.feed.bybit.wire;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.EpochTime;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameKind;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.VenueDecoder;
import io.millrace.feed.decode.Words;

/**
 * Decodes the frames of version 5: {@code orderbook}, {@code publicTrade}, {@code tickers}, {@code allLiquidation}, the list of
 * instruments in the same form, and the venue's answers to requests.
 *
 * <pre>
 *   {"topic":"orderbook.50.BTCUSDT","type":"delta","ts":1687940967466,"data":{...},"cts":1687940967464}
 * </pre>
 *
 * <p>Traps of the protocol: members come in another order for each product, so data may come before what it is; books of one
 * level are sent again every three seconds with the same number, and are given
 * again, since they tell that the stream is alive; the number 1 means that the service began anew.
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: as far as its gate is.
 */
public final class BybitDecoder extends VenueDecoder {
    private static final long TOPIC = Words.of("topic");
    private static final long TYPE = Words.of("type");
    private static final long TIME = Words.of("ts");
    private static final long MATCH_TIME = Words.of("cts");
    private static final long DATA = Words.of("data");
    private static final long SUCCESS = Words.of("success");
    private static final long OPERATION = Words.of("op");
    private static final long REQUEST_ID = Words.of("req_id");
    private static final long MESSAGE = Words.of("ret_msg");
    private static final long SNAPSHOT = Words.of("snapshot");
    private static final long DELTA = Words.of("delta");
    private static final long PING = Words.of("ping");
    private static final long PONG = Words.of("pong");
    private static final int NOWHERE = -1;

    private final BybitTopic subject = new BybitTopic();
    private final BybitBook book;
    private final BybitTrades trades;
    private final BybitTicker ticker;
    private final BybitList list;
    private final FeedInputs inputs;
    private final Decimal number = new Decimal();
    private byte[] bytes = new byte[0];
    private long type;
    private long sentTime;
    private long matchTime;
    private int dataAt;
    private boolean isRead;
    private FrameFault fault = FrameFault.NONE;
    private boolean hasSuccess;
    private boolean isSuccess;
    private long operation;
    private long message;

    /** @param instruments those of the feed; this decoder adds what frames name first */
    public BybitDecoder(final FrameEvents events, final KnownInstruments instruments) {
        super(events);
        this.inputs = events.inputs();
        this.book = new BybitBook(events);
        this.trades = new BybitTrades(events);
        this.ticker = new BybitTicker(events);
        this.list = new BybitList(cursor, instruments);
    }

    @Override
    protected FrameResult read(final byte[] frame, final int offset, final int length) {
        bytes = frame;
        subject.clear();
        type = 0;
        sentTime = EpochTime.NONE;
        matchTime = EpochTime.NONE;
        dataAt = NOWHERE;
        isRead = false;
        fault = FrameFault.NONE;
        hasSuccess = false;
        operation = 0;
        message = 0;
        cursor.begin(frame, offset, length);
        if (!cursor.enterObject()) {
            return malformed(FrameFault.NOT_JSON);
        }
        while (cursor.nextMember()) {
            readMember();
        }
        if (!cursor.ended()) {
            return malformed(FrameFault.NOT_JSON);
        }
        if (dataAt != NOWHERE && !isRead && isUsed()) {
            final int end = cursor.place();
            cursor.goTo(dataAt);
            readData();
            cursor.goTo(end);
        }
        return result();
    }

    private void readMember() {
        if (cursor.isKey(TOPIC, 5)) {
            if (cursor.text()) {
                subject.read(bytes, cursor);
                about(subject.kind());
                topic.symbol(subject.symbolAt(), subject.symbolLength());
            }
        } else if (cursor.isKey(DATA, 4)) {
            dataAt = cursor.place();
            if (subject.what() != BybitTopic.NONE && isUsed()) {
                readData();
            } else {
                cursor.skip();
            }
        } else if (cursor.isKey(TYPE, 4)) {
            type = cursor.text() ? cursor.textWord() : 0;
        } else if (cursor.isKey(TIME, 2)) {
            sentTime = time();
        } else if (cursor.isKey(MATCH_TIME, 3)) {
            matchTime = time();
        } else {
            readAnswer();
        }
    }

    private long time() {
        return cursor.whole(number) ? EpochTime.ofMillisOrMicros(number.mantissa()) : EpochTime.NONE;
    }

    private void readAnswer() {
        if (cursor.isKey(SUCCESS, 7)) {
            hasSuccess = true;
            isSuccess = cursor.truth();
        } else if (cursor.isKey(OPERATION, 2)) {
            operation = cursor.text() ? cursor.textWord() : 0;
        } else if (cursor.isKey(MESSAGE, 7)) {
            message = cursor.text() ? cursor.textWord() : 0;
        } else if (cursor.isKey(REQUEST_ID, 6)) {
            cursor.text();
            final int end = cursor.textAt() + cursor.textLength();
            final boolean isNumber = cursor.textLength() > 0 && number.readWhole(bytes, cursor.textAt(), end) == end;
            answers(isNumber ? number.mantissa() : -1);
        } else {
            cursor.skip();
        }
    }

    private boolean isUsed() {
        return switch (subject.what()) {
            case BybitTopic.BOOK -> inputs.hasBook();
            case BybitTopic.TOP -> inputs.hasQuotes();
            case BybitTopic.TRADES -> inputs.hasTrades();
            case BybitTopic.TICKER -> inputs.hasMarks() || inputs.hasFunding();
            case BybitTopic.LIQUIDATIONS -> inputs.hasLiquidations();
            case BybitTopic.LIST -> true;
            default -> false;
        };
    }

    private void readData() {
        isRead = true;
        switch (subject.what()) {
            case BybitTopic.BOOK -> book.read(cursor, false);
            case BybitTopic.TOP -> book.read(cursor, true);
            case BybitTopic.TRADES -> fault = trades.read(bytes, cursor, true);
            case BybitTopic.LIQUIDATIONS -> fault = trades.read(bytes, cursor, false);
            case BybitTopic.TICKER -> ticker.read(cursor);
            default -> list.read();
        }
    }

    private FrameResult result() {
        if (subject.what() == BybitTopic.NONE) {
            return answer();
        }
        if (subject.what() == BybitTopic.OTHER) {
            return FrameResult.UNKNOWN;
        }
        if (!isUsed()) {
            return FrameResult.UNUSED;
        }
        if (cursor.fault() != FrameFault.NONE) {
            return malformed(cursor.fault());
        }
        return isRead ? given() : malformed(FrameFault.MISSING_FIELD);
    }

    private FrameResult answer() {
        about(subject.kind());
        if (operation == PONG || operation == PING && message == PONG) {
            return FrameResult.ALIVE;
        }
        if (hasSuccess) {
            return isSuccess ? FrameResult.ACCEPTED : FrameResult.REFUSED;
        }
        about(FrameKind.OTHER);
        return FrameResult.UNKNOWN;
    }

    private FrameResult given() {
        final long time = matchTime == EpochTime.NONE ? sentTime : matchTime;
        switch (subject.what()) {
            case BybitTopic.LIST -> {
                return cursor.isBroken() ? malformed(FrameFault.NOT_JSON) : FrameResult.INSTRUMENTS;
            }
            case BybitTopic.BOOK ->
                fault = type == SNAPSHOT || type == DELTA
                        ? book.book(type == SNAPSHOT, time)
                        : FrameFault.MISSING_FIELD;
            case BybitTopic.TOP -> {
                if (type != SNAPSHOT) {
                    return FrameResult.UNKNOWN;
                }
                fault = book.quote(time);
            }
            case BybitTopic.TICKER -> fault = ticker.ticker(time);
            default -> {
                if (fault == FrameFault.NONE && events.count() == 0 && trades.blocks() > 0) {
                    return FrameResult.OFF_BOOK;
                }
                return fault == FrameFault.NONE ? publish() : malformed(fault);
            }
        }
        if (time == EpochTime.NONE) {
            return malformed(FrameFault.BAD_TIME);
        }
        return fault == FrameFault.NONE ? publish() : malformed(fault);
    }
}
