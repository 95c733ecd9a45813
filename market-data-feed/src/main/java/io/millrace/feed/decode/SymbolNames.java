package io.millrace.feed.decode;

/**
 * How a venue spells instruments, and how all do: base, quote, and {@code PERP} for a perpetual future, such as
 * {@code BTC-USDT-PERP}. Instruments that this notation has no place for, such as options, keep the venue's own name.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
public interface SymbolNames {
    /** One spelling for both. */
    SymbolNames SAME = new SymbolNames() {
        @Override
        public String symbol(final String written) {
            return written;
        }

        @Override
        public String name(final String symbol) {
            return symbol;
        }
    };

    /** The venue's own spelling of what a user wrote in either one, in any case. */
    String symbol(String written);

    /** The spelling of all venues. */
    String name(String symbol);
}
