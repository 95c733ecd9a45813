package io.millrace.feed.bybit;

import io.millrace.feed.decode.SymbolNames;
import java.util.List;
import java.util.Locale;

/**
 * Bybit spells base and quote without anything between them: {@code BTCUSDT}, where all venues have {@code BTC-USDT}.
 * Perpetual futures with margin in USDC have an ending instead of the quote, {@code BTCPERP}; dated futures, which have
 * dashes, keep their name.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
enum BybitNames implements SymbolNames {
    /** Spot. */
    SPOT(""),
    /** Linear perpetual futures. */
    LINEAR("-PERP");

    private static final List<String> QUOTES =
            List.of("USDT", "USDC", "USDE", "DAI", "BTC", "ETH", "SOL", "EUR", "BRL", "TRY", "PLN", "MNT", "USD");
    private static final String USDC = "-USDC";
    private static final String PERP = "PERP";

    private final String ending;

    BybitNames(final String ending) {
        this.ending = ending;
    }

    @Override
    public String symbol(final String written) {
        final String upper = written.toUpperCase(Locale.ROOT);
        if (this == SPOT) {
            return upper.replace("-", "");
        }
        if (!upper.endsWith(ending)) {
            return upper;
        }
        final String pair = without(upper, ending);
        return pair.endsWith(USDC) ? without(pair, USDC) + PERP : pair.replace("-", "");
    }

    private static String without(final String text, final String end) {
        return text.substring(0, text.length() - end.length());
    }

    @Override
    public String name(final String symbol) {
        if (symbol.indexOf('-') >= 0) {
            return symbol;
        }
        if (this == LINEAR && symbol.endsWith(PERP) && symbol.length() > PERP.length()) {
            return without(symbol, PERP) + USDC + ending;
        }
        for (final String quote : QUOTES) {
            if (symbol.length() > quote.length() && symbol.endsWith(quote)) {
                return without(symbol, quote) + "-" + quote + ending;
            }
        }
        return symbol;
    }
}
