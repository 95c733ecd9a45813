package io.millrace.feed.binance;

import io.millrace.feed.decode.SymbolNames;
import java.util.List;
import java.util.Locale;

/**
 * Binance spells base and quote without anything between them: {@code BTCUSDT}, where all venues have {@code BTC-USDT}. The
 * quote is one of those that Binance has. Perpetual futures with margin in coins have an ending, {@code BTCUSD_PERP}; dated
 * futures have a date there, and keep that name.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
enum BinanceNames implements SymbolNames {
    /** Spot. */
    SPOT("", ""),
    /** Perpetual futures with margin in the quote. */
    USDM("-PERP", ""),
    /** Perpetual futures with margin in the base. */
    COINM("-PERP", "_PERP");

    private static final List<String> QUOTES = List.of(
            "USDT", "USDC", "FDUSD", "TUSD", "BUSD", "USDP", "BTC", "ETH", "BNB", "EUR", "TRY", "BRL", "JPY", "GBP",
            "AUD", "DAI", "PAX", "XRP", "TRX", "DOGE", "USD");

    private final String ending;
    private final String venueEnding;

    BinanceNames(final String ending, final String venueEnding) {
        this.ending = ending;
        this.venueEnding = venueEnding;
    }

    @Override
    public String symbol(final String written) {
        final String upper = written.toUpperCase(Locale.ROOT);
        final boolean isName = !ending.isEmpty() && upper.endsWith(ending);
        return isName ? without(upper, ending).replace("-", "") + venueEnding : upper.replace("-", "");
    }

    private static String without(final String text, final String end) {
        return text.substring(0, text.length() - end.length());
    }

    @Override
    public String name(final String symbol) {
        if (!symbol.endsWith(venueEnding)) {
            return symbol;
        }
        final String pair = without(symbol, venueEnding);
        for (final String quote : QUOTES) {
            if (pair.length() > quote.length() && pair.endsWith(quote)) {
                return without(pair, quote) + "-" + quote + ending;
            }
        }
        return symbol;
    }
}
