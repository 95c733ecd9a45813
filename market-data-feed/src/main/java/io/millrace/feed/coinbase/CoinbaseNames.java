package io.millrace.feed.coinbase;

import io.millrace.feed.decode.SymbolNames;
import java.util.Locale;

/**
 * Coinbase spells instruments as all venues do. Advanced Trade keeps one book for US dollars and for USDC: who asks for
 * {@code BTC-USDC} gets messages of {@code BTC-USD}.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
enum CoinbaseNames implements SymbolNames {
    EXCHANGE,
    ADVANCED;

    private static final String USDC = "-USDC";

    @Override
    public String symbol(final String written) {
        final String upper = written.toUpperCase(Locale.ROOT);
        return this == ADVANCED && upper.endsWith(USDC) ? upper.substring(0, upper.length() - 1) : upper;
    }

    @Override
    public String name(final String symbol) {
        return symbol;
    }
}
