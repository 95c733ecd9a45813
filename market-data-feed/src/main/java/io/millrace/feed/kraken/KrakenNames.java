package io.millrace.feed.kraken;

import io.millrace.feed.decode.SymbolNames;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Kraken spells {@code BTC/USD} where all venues have {@code BTC-USD}; version 1 and REST say {@code XBT} and {@code XDG}
 * for BTC and DOGE, and REST leaves out the stroke, sometimes with letters before both: {@code XXBTZUSD}.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
final class KrakenNames implements SymbolNames {
    static final KrakenNames ALL = new KrakenNames();

    private static final Map<String, String> OLD = Map.of("XBT", "BTC", "XDG", "DOGE");
    private static final List<String> QUOTES =
            List.of("USDT", "USDC", "USD", "EUR", "GBP", "CAD", "JPY", "CHF", "AUD", "XBT", "BTC", "ETH", "DAI");
    private static final int PADDED = 8;

    private KrakenNames() {}

    private static String today(final String currency) {
        return OLD.getOrDefault(currency, currency);
    }

    @Override
    public String symbol(final String written) {
        final String stroked = written.replace('-', '/');
        final int stroke = stroked.indexOf('/');
        if (stroke < 1 || stroke != stroked.lastIndexOf('/')) {
            return written;
        }
        return today(upper(stroked.substring(0, stroke))) + "/" + today(upper(stroked.substring(stroke + 1)));
    }

    /** In capitals, but for the shares that Kraken sells, whose names end in a small x, such as {@code AAPLx}. */
    private static String upper(final String currency) {
        final boolean isShare = currency.endsWith("x")
                && currency.length() > 1
                && Character.isUpperCase(currency.charAt(currency.length() - 2));
        return isShare ? currency : currency.toUpperCase(Locale.ROOT);
    }

    @Override
    public String name(final String symbol) {
        final int stroke = symbol.indexOf('/');
        if (stroke > 0) {
            return today(symbol.substring(0, stroke)) + "-" + today(symbol.substring(stroke + 1));
        }
        if (symbol.length() == PADDED && symbol.charAt(0) == 'X' && symbol.charAt(PADDED / 2) == 'Z') {
            return today(symbol.substring(1, PADDED / 2)) + "-" + today(symbol.substring(PADDED / 2 + 1));
        }
        for (final String quote : QUOTES) {
            if (symbol.length() > quote.length() && symbol.endsWith(quote)) {
                return today(symbol.substring(0, symbol.length() - quote.length())) + "-" + today(quote);
            }
        }
        return symbol;
    }
}
