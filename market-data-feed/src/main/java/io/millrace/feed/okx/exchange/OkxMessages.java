package io.millrace.feed.okx.exchange;

import io.millrace.feed.simulator.FrameText;
import io.millrace.feed.simulator.TrueInstrument;

/**
 * What OKX says of an instrument.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
final class OkxMessages {
    private OkxMessages() {}

    static String instrument(final TrueInstrument of) {
        return new FrameText()
                .text("{\"code\":\"0\",\"data\":[{\"instId\":\"")
                .text(of.symbol())
                .text("\",\"lotSz\":")
                .decimal(1, of.sizeDecimals(), of.sizeDecimals())
                .text(",\"state\":\"live\",\"tickSz\":")
                .decimal(1, of.priceDecimals(), of.priceDecimals())
                .text("}],\"msg\":\"\"}")
                .toString();
    }
}
