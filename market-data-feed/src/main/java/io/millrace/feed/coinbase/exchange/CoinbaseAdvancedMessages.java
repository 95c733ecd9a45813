package io.millrace.feed.coinbase.exchange;

import io.millrace.feed.simulator.FrameText;
import io.millrace.feed.simulator.TrueInstrument;

/**
 * What Advanced Trade says of a product.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
final class CoinbaseAdvancedMessages {
    private CoinbaseAdvancedMessages() {}

    static String instrument(final TrueInstrument of) {
        return new FrameText()
                .text("{\"product_id\":\"")
                .text(of.symbol())
                .text("\",\"quote_increment\":")
                .decimal(1, of.priceDecimals(), of.priceDecimals())
                .text(",\"base_increment\":")
                .decimal(1, of.sizeDecimals(), of.sizeDecimals())
                .text(",\"status\":\"online\",\"trading_disabled\":false}")
                .toString();
    }
}
