package io.millrace.feed.binance.wire;

import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.SymbolTable;
import java.util.Arrays;

/**
 * Where both kinds of trades come, single and aggregated ones, the kind that comes first counts, for each instrument, so
 * that no trade counts twice.
 *
 * <p>Thread: one. Allocation: only for new instruments. Deterministic: yes.
 */
final class TradeKinds {
    static final byte SINGLE = 1;
    static final byte AGGREGATE = 2;

    private static final byte ANY = 0;
    private static final int FEW = 64;

    private final KnownInstruments instruments;
    private byte[] kinds = new byte[FEW];
    private byte known;

    TradeKinds(final KnownInstruments instruments) {
        this.instruments = instruments;
    }

    /** Whether trades of this kind count for an instrument. */
    boolean takes(final byte kind, final byte[] bytes, final int symbolAt, final int symbolLength) {
        final int place = place(bytes, symbolAt, symbolLength);
        known = place == KnownInstruments.ABSENT || place >= kinds.length ? ANY : kinds[place];
        return known == ANY || known == kind;
    }

    private int place(final byte[] bytes, final int at, final int length) {
        return length == 0 || length > SymbolTable.LONGEST
                ? KnownInstruments.ABSENT
                : instruments.find(bytes, at, length);
    }

    /** The trade that {@link #takes} was asked about was given. */
    void taken(final byte kind, final byte[] bytes, final int symbolAt, final int symbolLength) {
        if (known == kind) {
            return;
        }
        final int place = place(bytes, symbolAt, symbolLength);
        if (place >= kinds.length) {
            kinds = Arrays.copyOf(kinds, 2 * place);
        }
        kinds[place] = kind;
    }
}
