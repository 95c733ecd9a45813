package io.millrace.feed.coinbase.exchange;

import io.millrace.feed.simulator.FrameText;
import io.millrace.feed.simulator.TrueInstrument;

/**
 * What Coinbase says of a product. The Exchange calls its symbol {@code id}, Advanced Trade {@code product_id}.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
final class CoinbaseMessages {
    private CoinbaseMessages() {}

    /** @param key what it calls the symbol */
    static String instrument(final String key, final TrueInstrument of) {
        return new FrameText()
                .text("{\"")
                .text(key)
                .text("\":\"")
                .text(of.symbol())
                .text("\",\"quote_increment\":")
                .decimal(1, of.priceDecimals(), of.priceDecimals())
                .text(",\"base_increment\":")
                .decimal(1, of.sizeDecimals(), of.sizeDecimals())
                .text(",\"status\":\"online\",\"trading_disabled\":false}")
                .toString();
    }
}
