package io.millrace.feed.simulator;

/**
 * A symbol of a synthetic market.
 *
 * @param name          upper case
 * @param startTick     first price, in ticks of the last decimal
 * @param priceDecimals decimals of prices
 * @param sizeDecimals  decimals of sizes
 */
public record SyntheticSymbol(String name, long startTick, int priceDecimals, int sizeDecimals) {}
