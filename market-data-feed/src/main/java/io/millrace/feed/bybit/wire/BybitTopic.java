package io.millrace.feed.bybit.wire;

import io.millrace.feed.decode.FrameKind;
import io.millrace.feed.decode.JsonCursor;
import io.millrace.feed.decode.Words;

/**
 * What a topic such as {@code orderbook.50.BTCUSDT} is about.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
final class BybitTopic {
    static final int NONE = 0;
    static final int BOOK = 1;
    static final int TOP = 2;
    static final int TRADES = 3;
    static final int TICKER = 4;
    static final int LIQUIDATIONS = 5;
    static final int LIST = 6;
    static final int OTHER = 7;

    private static final long ORDERBOOK = Words.of("orderboo");
    private static final int ORDERBOOK_LENGTH = "orderbook.".length();
    private static final long TOP_OF_BOOK = Words.of("k.1.");
    private static final int BEFORE_TOP = "orderboo".length();
    private static final int TOP_LENGTH = "k.1.".length();
    private static final long PUBLIC_TRADE = Words.of("publicTr");
    private static final int PUBLIC_TRADE_LENGTH = "publicTrade.".length();

    /** An older spelling, {@code trade.linear.BTCUSDT}. */
    private static final long TRADE_LINEAR = Words.of("trade.li");

    private static final long TRADE_SPOT = Words.of("trade.sp");
    private static final long TICKERS = Words.of("tickers.");
    private static final long ALL_LIQUIDATION = Words.of("allLiqui");
    private static final int ALL_LIQUIDATION_LENGTH = "allLiquidation.".length();
    private static final long INSTRUMENTS_INFO = Words.of("instrume");
    private static final int INSTRUMENTS_INFO_LENGTH = "instruments-info".length();

    private int what;
    private int symbolAt;
    private int symbolLength;

    void clear() {
        what = NONE;
        symbolLength = 0;
    }

    /** Reads the text that the cursor has read just now. */
    void read(final byte[] bytes, final JsonCursor cursor) {
        final int at = cursor.textAt();
        final int end = at + cursor.textLength();
        what = what(bytes, cursor);
        symbolAt = end;
        while (symbolAt > at && bytes[symbolAt - 1] != '.') {
            symbolAt--;
        }
        symbolLength = symbolAt == at ? 0 : end - symbolAt;
    }

    private static int what(final byte[] bytes, final JsonCursor cursor) {
        final int length = cursor.textLength();
        final long word = cursor.textWord();
        if (word == ORDERBOOK && length > ORDERBOOK_LENGTH) {
            return Words.first(Words.at(bytes, cursor.textAt() + BEFORE_TOP), TOP_LENGTH) == TOP_OF_BOOK ? TOP : BOOK;
        }
        if (word == PUBLIC_TRADE && length > PUBLIC_TRADE_LENGTH) {
            return TRADES;
        }
        if (word == TRADE_LINEAR || word == TRADE_SPOT) {
            return TRADES;
        }
        if (word == TICKERS) {
            return TICKER;
        }
        if (word == ALL_LIQUIDATION && length > ALL_LIQUIDATION_LENGTH) {
            return LIQUIDATIONS;
        }
        return word == INSTRUMENTS_INFO && length == INSTRUMENTS_INFO_LENGTH ? LIST : OTHER;
    }

    int what() {
        return what;
    }

    /** What the frame is about, in the words of all venues. */
    FrameKind kind() {
        return switch (what) {
            case BOOK -> FrameKind.BOOK;
            case TOP -> FrameKind.QUOTE;
            case TRADES -> FrameKind.TRADE;
            case TICKER -> FrameKind.MARK_PRICE;
            case LIQUIDATIONS -> FrameKind.LIQUIDATION;
            case LIST -> FrameKind.INSTRUMENTS;
            case NONE -> FrameKind.CONTROL;
            default -> FrameKind.OTHER;
        };
    }

    int symbolAt() {
        return symbolAt;
    }

    /** 0 if the topic names none. */
    int symbolLength() {
        return symbolLength;
    }
}
