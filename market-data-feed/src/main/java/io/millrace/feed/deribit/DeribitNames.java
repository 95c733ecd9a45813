package io.millrace.feed.deribit;

import io.millrace.feed.decode.SymbolNames;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Deribit spells perpetual futures {@code BTC-PERPETUAL}, if they are in coins, and {@code SOL_USDC-PERPETUAL} otherwise, and
 * spot pairs {@code BTC_USDC}, where all venues have {@code BTC-USD-PERP}, {@code SOL-USDC-PERP} and {@code BTC-USDC}. Dated futures
 * and options keep its names.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
final class DeribitNames implements SymbolNames {
    static final DeribitNames ALL = new DeribitNames();

    private static final String PERPETUAL = "-PERPETUAL";
    private static final String PERP = "-PERP";
    private static final String USD = "-USD";
    private static final Pattern STRIKE_POINT = Pattern.compile("(\\d)D(\\d)");
    private static final Pattern PAIR = Pattern.compile("[A-Z0-9]+-[A-Z]+");

    private DeribitNames() {}

    @Override
    public String symbol(final String written) {
        // A strike below one has its point as a small letter: 1d02.
        final String upper =
                STRIKE_POINT.matcher(written.toUpperCase(Locale.ROOT)).replaceAll("$1d$2");
        if (upper.endsWith(PERPETUAL)) {
            return upper;
        }
        if (upper.endsWith(PERP)) {
            final String pair = upper.substring(0, upper.length() - PERP.length());
            final String base = pair.endsWith(USD) ? pair.substring(0, pair.length() - USD.length()) : pair;
            return base.replace('-', '_') + PERPETUAL;
        }
        return PAIR.matcher(upper).matches() ? upper.replace('-', '_') : upper;
    }

    @Override
    public String name(final String symbol) {
        if (symbol.endsWith(PERPETUAL)) {
            final String pair = symbol.substring(0, symbol.length() - PERPETUAL.length());
            return (pair.indexOf('_') < 0 ? pair + USD : pair.replace('_', '-')) + PERP;
        }
        return symbol.indexOf('-') < 0 ? symbol.replace('_', '-') : symbol;
    }
}
