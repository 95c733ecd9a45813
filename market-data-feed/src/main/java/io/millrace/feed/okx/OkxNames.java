package io.millrace.feed.okx;

import io.millrace.feed.decode.SymbolNames;
import java.util.Locale;

/**
 * OKX spells spot pairs as all venues do, and perpetual futures {@code BTC-USDT-SWAP}. Dated futures and options keep its
 * names.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
final class OkxNames implements SymbolNames {
    static final OkxNames ALL = new OkxNames();

    private static final String SWAP = "-SWAP";
    private static final String PERPETUAL = "-PERP";

    private OkxNames() {}

    private static String changed(final String name, final String ending, final String other) {
        return name.endsWith(ending) ? name.substring(0, name.length() - ending.length()) + other : name;
    }

    @Override
    public String symbol(final String written) {
        return changed(written.toUpperCase(Locale.ROOT), PERPETUAL, SWAP);
    }

    @Override
    public String name(final String symbol) {
        return changed(symbol, SWAP, PERPETUAL);
    }

    /** Which of its markets an instrument is of. */
    static String typeOf(final String symbol) {
        if (symbol.endsWith(SWAP)) {
            return "SWAP";
        }
        final long hyphens =
                symbol.chars().filter(character -> character == '-').count();
        return hyphens <= 1 ? "SPOT" : hyphens == 2 ? "FUTURES" : "OPTION";
    }
}
