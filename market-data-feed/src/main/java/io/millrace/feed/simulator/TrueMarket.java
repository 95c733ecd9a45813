package io.millrace.feed.simulator;

import java.util.List;

/**
 * The instruments of a market whose state is known at each moment.
 *
 * <p>Thread: the exchange's. Allocation: none. Deterministic: yes.
 */
public final class TrueMarket {
    /** Has no instruments: a recording is played. */
    static final TrueMarket EMPTY = new TrueMarket(List.of());

    private final List<TrueInstrument> instruments;

    TrueMarket(final List<TrueInstrument> instruments) {
        this.instruments = List.copyOf(instruments);
    }

    /** All of them. */
    public List<TrueInstrument> instruments() {
        return instruments;
    }

    /** The instrument with a symbol in the venue's spelling, or null. */
    public TrueInstrument find(final String symbol) {
        for (final TrueInstrument instrument : instruments) {
            if (instrument.symbol().equals(symbol)) {
                return instrument;
            }
        }
        return null;
    }

    void serveOld(final boolean value) {
        for (final TrueInstrument instrument : instruments) {
            instrument.truth().serveOld(value);
        }
    }
}
