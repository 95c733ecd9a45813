package io.millrace.operators.market;

import io.millrace.operators.market.sbe.InstrumentDecoder;
import io.millrace.operators.market.sbe.MessageHeaderDecoder;
import org.agrona.DirectBuffer;

/**
 * An instrument.
 *
 * @param id         number in events
 * @param venue      where it is traded, such as {@code binance-spot}
 * @param symbol     name that the venue gives it
 * @param priceScale digits behind the point of prices
 * @param sizeScale  digits behind the point of sizes
 */
public record Instrument(int id, String venue, String symbol, int priceScale, int sizeScale) {

    /** Reads what a DEFINITION record says. */
    public static Instrument read(final DirectBuffer source, final int offset) {
        final InstrumentDecoder decoder = new InstrumentDecoder();
        decoder.wrapAndApplyHeader(source, offset, new MessageHeaderDecoder());
        return new Instrument(
                decoder.instrumentId(), decoder.venue(), decoder.symbol(), decoder.priceScale(), decoder.sizeScale());
    }

    @Override
    public String toString() {
        return "instrument " + id + " is " + symbol + " of " + venue + ", decimals of prices " + priceScale
                + ", of sizes " + sizeScale;
    }
}
