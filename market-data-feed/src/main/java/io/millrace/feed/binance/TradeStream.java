package io.millrace.feed.binance;

/** Which of Binance's two streams of trades counts. */
public enum TradeStream {
    /** Each trade; futures send them no longer. */
    TRADE("trade"),
    /** Trades of one taking order at one price, as one. */
    AGG_TRADE("aggTrade"),
    /** For captures: for each instrument, whichever comes first, so that nothing counts twice. */
    AUTO(null);

    private final String channel;

    TradeStream(final String channel) {
        this.channel = channel;
    }

    /** Name in names of streams; null for {@link #AUTO}. */
    String channel() {
        return channel;
    }
}
