package io.millrace.feed.simulator;

/** How a market of Binance spells its messages. */
public enum MarketStyle {
    /** Eight decimals for everything; quotes have neither type nor time. */
    SPOT(8, false, "{\"u\":", "", ",\"M\":true}"),
    /** Each symbol's own decimals; type, two times and the previous id wherever they belong. */
    USDM(0, true, "{\"e\":\"bookTicker\",\"u\":", ",\"X\":\"MARKET\"", "}");

    private final int decimals;
    private final boolean timed;
    private final String quoteHead;
    private final String tradeExtra;
    private final String tradeTail;

    MarketStyle(
            final int decimals,
            final boolean timed,
            final String quoteHead,
            final String tradeExtra,
            final String tradeTail) {
        this.decimals = decimals;
        this.timed = timed;
        this.quoteHead = quoteHead;
        this.tradeExtra = tradeExtra;
        this.tradeTail = tradeTail;
    }

    int decimals(final int own) {
        return Math.max(decimals, own);
    }

    boolean isTimed() {
        return timed;
    }

    String quoteHead() {
        return quoteHead;
    }

    String tradeExtra() {
        return tradeExtra;
    }

    String tradeTail() {
        return tradeTail;
    }
}
