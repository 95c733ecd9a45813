package io.millrace.bench.decode;

import io.millrace.engine.spi.SourceContext;
import io.millrace.feed.binance.wire.BinanceDecoder;
import io.millrace.feed.binance.wire.BinanceDialect;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameGate;
import io.millrace.feed.decode.KnownInstruments;

/** What is measured: single trades, quotes and books, all used, as a feed of one connection has them. */
final class BinanceDecoders {
    private BinanceDecoders() {}

    static BinanceDecoder of(final int input) {
        final FeedInputs inputs =
                new FeedInputs(input, input, input, SourceContext.UNUSED, SourceContext.UNUSED, SourceContext.UNUSED);
        final KnownInstruments instruments = new KnownInstruments("binance", 0);
        return new BinanceDecoder(
                new FrameEvents(inputs, instruments, FrameGate.OPEN),
                instruments,
                new BinanceDialect(true, false, false));
    }
}
