package io.millrace.feed.binance.wire;

/**
 * In what the frames of Binance's markets differ.
 *
 * @param singleTrades    whether frames of single trades count
 * @param aggregateTrades whether frames of aggregated trades count; if both do, then for each instrument those of the kind
 *                        that comes first
 * @param previousIds     whether each update of a book must name the last id before it
 */
public record BinanceDialect(boolean singleTrades, boolean aggregateTrades, boolean previousIds) {
    /** Spot, all trades. */
    public static final BinanceDialect SPOT = new BinanceDialect(true, true, false);

    /** Futures, all trades. */
    public static final BinanceDialect FUTURES = new BinanceDialect(true, true, true);
}
