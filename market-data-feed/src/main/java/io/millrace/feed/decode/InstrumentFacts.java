package io.millrace.feed.decode;

import io.millrace.operators.market.sbe.InstrumentStatus;

/**
 * What a venue's list of instruments says of one.
 *
 * @param name       in the spelling of all venues, or null to go by {@link SymbolNames}
 * @param priceScale digits behind the point of prices
 * @param sizeScale  digits behind the point of sizes
 * @param tickSize   step of prices, by {@code priceScale}; 0 if not known
 * @param lotSize    step of sizes, by {@code sizeScale}; 0 if not known
 * @param status     whether it is traded
 */
public record InstrumentFacts(
        String name, int priceScale, int sizeScale, long tickSize, long lotSize, InstrumentStatus status) {
    static final InstrumentFacts NONE = new InstrumentFacts(null, 0, 0, 0, 0, InstrumentStatus.UNKNOWN);

    /** An instrument whose steps tell its scales, as {@code 0.0100} tells 2; named by {@link SymbolNames}. */
    public static InstrumentFacts ofSteps(
            final long tick, final int tickScale, final long lot, final int lotScale, final InstrumentStatus status) {
        final int priceScale = tick == 0 ? 0 : Scales.needed(tick, tickScale, 0);
        final int sizeScale = lot == 0 ? 0 : Scales.needed(lot, lotScale, 0);
        return new InstrumentFacts(
                null,
                priceScale,
                sizeScale,
                Scales.shift(tick, tickScale, priceScale),
                Scales.shift(lot, lotScale, sizeScale),
                status);
    }
}
