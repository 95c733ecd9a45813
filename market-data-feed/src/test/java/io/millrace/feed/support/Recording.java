package io.millrace.feed.support;

import io.millrace.feed.binance.exchange.BinanceProtocol;
import io.millrace.feed.binance.exchange.MarketStyle;
import io.millrace.feed.simulator.Exchange;
import io.millrace.feed.simulator.ExchangeConfig;
import io.millrace.feed.simulator.SyntheticMarket;
import io.millrace.feed.simulator.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A capture that is made from a synthetic market of Binance. */
public final class Recording implements Wire {
    /** Time at which it begins, epoch nanoseconds. */
    public static final long START = 1_723_161_255_000_000_000L;

    private static final long MILLI = 1_000_000;

    private final List<String> lines = new ArrayList<>();
    private long now = START;

    /** Lines of some milliseconds of a market. */
    public static List<String> of(final MarketStyle style, final SyntheticMarket market, final int millis) {
        final Recording recording = new Recording();
        try (Exchange exchange = new Exchange(new BinanceProtocol(style), market, new ExchangeConfig())) {
            final String streams = exchange.market().instruments().stream()
                    .map(instrument -> instrument.symbol().toLowerCase(Locale.ROOT))
                    .map(symbol -> symbol + "@trade/" + symbol + "@aggTrade/" + symbol + "@bookTicker/" + symbol
                            + "@depth@100ms")
                    .collect(Collectors.joining("/"));
            exchange.connect("/stream?streams=" + streams, recording, START);
            for (int i = 0; i < millis; i++) {
                recording.now = START + i * MILLI;
                exchange.tick(recording.now);
            }
        }
        return recording.lines;
    }

    public static List<String> of(final MarketStyle style, final int millis) {
        return of(style, new SyntheticMarket(42), millis);
    }

    /** Writes lines to a file. */
    public static Path write(final Path file, final List<String> lines) throws IOException {
        return Files.write(file, lines, StandardCharsets.UTF_8);
    }

    @Override
    public boolean hasRoom() {
        return true;
    }

    @Override
    public void text(final byte[] bytes, final int length) {
        lines.add(now + " " + new String(bytes, 0, length, StandardCharsets.UTF_8));
    }

    @Override
    public void binary(final byte[] bytes, final int length) {
        throw new AssertionError("Binance's JSON streams send text");
    }

    @Override
    public void flush() {
        // Each line is kept at once.
    }

    @Override
    public void close() {
        throw new AssertionError("nobody asked for that");
    }

    @Override
    public void drop() {
        close();
    }
}
