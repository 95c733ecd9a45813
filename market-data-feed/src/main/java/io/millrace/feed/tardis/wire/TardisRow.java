package io.millrace.feed.tardis.wire;

import io.millrace.feed.decode.Decimal;
import io.millrace.feed.decode.EpochTime;
import io.millrace.feed.decode.FrameFault;
import io.millrace.feed.decode.FrameTopic;
import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.Levels;
import io.millrace.feed.decode.Words;

/**
 * The members of one frame that was made of a table, whatever its type.
 *
 * <p>Thread: one. Allocation: only for more levels than ever before. Deterministic: yes.
 */
final class TardisRow {
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

    private static final long BUY = Words.of("buy");
    private static final long SELL = Words.of("sell");
    private static final long UNKNOWN = Words.of("unknown");

    static final int HAS_SYMBOL = 1;
    static final int HAS_TIME = 2;
    static final int HAS_SIDE = 4;
    static final int HAS_PRICE = 8;
    static final int HAS_AMOUNT = 16;
    static final int HAS_SNAPSHOT = 32;
    static final int HAS_BIDS = 64;
    static final int HAS_ASKS = 128;
    static final int HAS_MARK = 256;
    static final int HAS_INDEX = 512;
    static final int HAS_RATE = 1_024;
    static final int HAS_QUOTE = HAS_SYMBOL | HAS_TIME | HAS_BIDS | HAS_ASKS;
    static final int HAS_TRADE = HAS_SYMBOL | HAS_TIME | HAS_SIDE | HAS_PRICE | HAS_AMOUNT;

    final Levels quoteBids = new Levels();
    final Levels quoteAsks = new Levels();
    final Decimal price = new Decimal();
    final Decimal amount = new Decimal();
    final Decimal index = new Decimal();
    final Decimal rate = new Decimal();
    int symbolAt;
    int symbolLength;
    long time;
    long fundingTime;
    int idAt;
    int idLength;
    boolean isSnapshot;

    private final JsonCursor cursor;
    private final FrameTopic topic;
    private final Decimal decimal = new Decimal();
    private int has;
    private long side;

    TardisRow(final JsonCursor cursor, final FrameTopic topic) {
        this.cursor = cursor;
        this.topic = topic;
    }

    /** Reads all members. */
    void read() {
        read(quoteBids, quoteAsks);
    }

    /** Reads all members, and levels to where they belong. */
    void read(final Levels bids, final Levels asks) {
        has = 0;
        idLength = 0;
        fundingTime = 0;
        while (cursor.nextMember()) {
            if (cursor.isKey(SYMBOL, 6)) {
                found(cursor.text(), HAS_SYMBOL);
                symbolAt = cursor.textAt();
                symbolLength = cursor.textLength();
                topic.symbol(cursor);
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
    boolean isWhole(final int all) {
        if (has(all)) {
            return true;
        }
        cursor.keep(FrameFault.MISSING_FIELD);
        return false;
    }

    /** Whether this is there. */
    boolean has(final int what) {
        return (has & what) == what;
    }

    boolean isBuy() {
        return side == BUY;
    }

    /** Whether nobody knows who took. */
    boolean isOfUnknownSide() {
        return side == UNKNOWN;
    }
}
