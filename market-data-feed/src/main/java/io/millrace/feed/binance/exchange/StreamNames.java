package io.millrace.feed.binance.exchange;

import java.util.Locale;

/**
 * Names of an instrument's streams, without their speed.
 *
 * <p>Thread: any. Allocation: when made. Deterministic: yes.
 */
record StreamNames(String trade, String aggregate, String quote, String depth, String mark, String liquidation) {
    StreamNames(final String symbol) {
        this(
                name(symbol, "trade"),
                name(symbol, "aggTrade"),
                name(symbol, "bookTicker"),
                name(symbol, "depth"),
                name(symbol, "markPrice"),
                name(symbol, "forceOrder"));
    }

    private static String name(final String symbol, final String channel) {
        return symbol.toLowerCase(Locale.ROOT) + "@" + channel;
    }

    /** Symbol and channel of a name such as {@code btcusdt@depth@100ms}. */
    static String withoutSpeed(final String name) {
        final int channel = name.indexOf('@');
        final int speed = channel < 0 ? -1 : name.indexOf('@', channel + 1);
        return speed < 0 ? name : name.substring(0, speed);
    }

    /** Whether a client may subscribe to it. */
    static boolean isValid(final String name) {
        return name.startsWith("!") || name.indexOf('@') > 0 && !name.endsWith("@");
    }
}
