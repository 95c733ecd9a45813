package io.millrace.feed.support;

import io.millrace.engine.spi.SourceContext;
import io.millrace.feed.Venue;
import io.millrace.feed.binance.wire.BinanceDecoder;
import io.millrace.feed.binance.wire.BinanceDialect;
import io.millrace.feed.decode.BookTerms;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameGate;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.SymbolNames;

/** Decoders without a feed. */
public final class Decoders {
    /** Trades to input 0, quotes to 1, levels of books to 2, and no more. */
    public static final FeedInputs BASIC =
            new FeedInputs(0, 1, 2, SourceContext.UNUSED, SourceContext.UNUSED, SourceContext.UNUSED);

    /** The same, funding rates to 3, mark prices to 4, liquidations to 5. */
    public static final FeedInputs ALL = new FeedInputs(0, 1, 2, 3, 4, 5);

    private Decoders() {}

    /** Of a venue, with these instruments known. */
    public static FrameDecoder of(final Venue venue, final FeedInputs inputs, final String... symbols) {
        final KnownInstruments instruments = new KnownInstruments(venue.name(), 0, venue.names(), venue.book(0));
        for (final String symbol : symbols) {
            instruments.expect(symbol);
        }
        return venue.decoder(new FrameEvents(inputs, instruments, FrameGate.OPEN), instruments);
    }

    /** Of Binance spot. */
    public static BinanceDecoder binance() {
        return binance(BASIC, BinanceDialect.SPOT);
    }

    /** Of a market of Binance. */
    public static BinanceDecoder binance(final FeedInputs inputs, final BinanceDialect dialect) {
        final KnownInstruments instruments =
                new KnownInstruments("binance-spot", 0, SymbolNames.SAME, BookTerms.UNNUMBERED);
        return new BinanceDecoder(new FrameEvents(inputs, instruments, FrameGate.OPEN), instruments, dialect);
    }
}
