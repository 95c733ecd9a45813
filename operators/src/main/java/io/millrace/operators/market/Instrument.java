package io.millrace.operators.market;

/**
 * An instrument.
 *
 * @param id         number in events
 * @param venue      where it is traded, such as {@code binance-spot}
 * @param symbol     name that the venue gives it
 * @param priceScale digits behind the point of prices
 * @param sizeScale  digits behind the point of sizes
 */
public record Instrument(int id, String venue, String symbol, int priceScale, int sizeScale) {}
