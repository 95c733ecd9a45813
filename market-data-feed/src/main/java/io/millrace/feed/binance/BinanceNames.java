package io.millrace.feed.binance;

import io.millrace.feed.decode.SymbolNames;
import java.util.List;
import java.util.Locale;

/**
 * Binance spells base and quote without anything between them: {@code BTCUSDT}, where all venues have {@code BTC-USDT}. The
 * quote is one of those that Binance has.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
enum BinanceNames implements SymbolNames {
    /** Spot. */
    SPOT(""),
    /** Perpetual futures with margin in the quote. */
    PERPETUAL("-PERP");

    private static final List<String> QUOTES = List.of(
            "USDT", "USDC", "FDUSD", "TUSD", "BUSD", "USDP", "BTC", "ETH", "BNB", "EUR", "TRY", "BRL", "JPY", "GBP",
            "AUD", "DAI", "PAX", "XRP", "TRX", "DOGE", "USD");

    private final String ending;

    BinanceNames(final String ending) {
        this.ending = ending;
    }

    @Override
    public String symbol(final String written) {
        final String upper = written.toUpperCase(Locale.ROOT);
        final String plain = upper.endsWith(ending) ? upper.substring(0, upper.length() - ending.length()) : upper;
        return plain.replace("-", "");
    }

    @Override
    public String name(final String symbol) {
        for (final String quote : QUOTES) {
            if (symbol.length() > quote.length() && symbol.endsWith(quote)) {
                return symbol.substring(0, symbol.length() - quote.length()) + "-" + quote + ending;
            }
        }
        return symbol;
    }
}
