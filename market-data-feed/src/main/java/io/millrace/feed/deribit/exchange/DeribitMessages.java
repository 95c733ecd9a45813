package io.millrace.feed.deribit.exchange;

import io.millrace.feed.simulator.FrameText;
import io.millrace.feed.simulator.TrueInstrument;

/**
 * What Deribit says of an instrument.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
final class DeribitMessages {
    private DeribitMessages() {}

    static String instrument(final TrueInstrument of) {
        return new FrameText()
                .text("{\"jsonrpc\":\"2.0\",\"result\":{\"tick_size\":")
                .bare(1, of.priceDecimals(), of.priceDecimals())
                .text(",\"min_trade_amount\":")
                .bare(1, of.sizeDecimals(), of.sizeDecimals())
                .text(",\"is_active\":true,\"instrument_name\":\"")
                .text(of.symbol())
                .text("\"},\"testnet\":false}")
                .toString();
    }
}
