package io.millrace.operators.market;

import io.millrace.operators.market.sbe.BookChecksum;
import io.millrace.operators.market.sbe.BookRule;
import io.millrace.operators.market.sbe.InstrumentDecoder;
import io.millrace.operators.market.sbe.InstrumentStatus;
import io.millrace.operators.market.sbe.MessageHeaderDecoder;
import org.agrona.DirectBuffer;

/**
 * An instrument.
 *
 * @param id           number in events
 * @param venue        where it is traded, such as {@code binance-spot}
 * @param symbol       what the venue calls it
 * @param name         what it is called everywhere, such as {@code BTC-USDT-PERP}
 * @param priceScale   digits behind the point of prices
 * @param sizeScale    digits behind the point of sizes
 * @param tickSize     step of prices, by {@code priceScale}; 0 if it is not known
 * @param lotSize      step of sizes, by {@code sizeScale}; 0 if it is not known
 * @param status       whether it is traded
 * @param bookRule     how updates of its book follow each other
 * @param bookChecksum how the venue spells the levels that its checksum is of
 * @param bookDepth    levels of a side that a book keeps; 0 for all
 */
public record Instrument(
        int id,
        String venue,
        String symbol,
        String name,
        int priceScale,
        int sizeScale,
        long tickSize,
        long lotSize,
        InstrumentStatus status,
        BookRule bookRule,
        BookChecksum bookChecksum,
        int bookDepth) {
    /** Version of the schema that gave instruments a name and a book. */
    private static final int NAMED = 2;

    /** Reads what a DEFINITION record says; also one that was written before instruments had a name. */
    public static Instrument read(final DirectBuffer source, final int offset) {
        final InstrumentDecoder decoder = new InstrumentDecoder();
        decoder.wrapAndApplyHeader(source, offset, new MessageHeaderDecoder());
        final boolean isNamed = decoder.actingVersion() >= NAMED;
        final String symbol = decoder.symbol();
        return new Instrument(
                decoder.instrumentId(),
                decoder.venue(),
                symbol,
                isNamed ? decoder.name() : symbol,
                decoder.priceScale(),
                decoder.sizeScale(),
                isNamed ? decoder.tickSize() : 0,
                isNamed ? decoder.lotSize() : 0,
                isNamed ? decoder.status() : InstrumentStatus.UNKNOWN,
                isNamed ? decoder.bookRule() : BookRule.UNNUMBERED,
                isNamed ? decoder.bookChecksum() : BookChecksum.NONE,
                isNamed ? decoder.bookDepth() : 0);
    }

    @Override
    public String toString() {
        return "instrument " + id + " is " + symbol + " of " + venue + ", decimals of prices " + priceScale
                + ", of sizes " + sizeScale;
    }
}
