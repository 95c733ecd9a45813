package io.millrace.app.support;

import io.millrace.feed.binance.BinanceVenue;
import io.millrace.feed.simulator.Exchange;
import io.millrace.feed.simulator.ExchangeConfig;
import io.millrace.feed.simulator.SyntheticMarket;
import io.millrace.feed.simulator.Wire;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes frames of a synthetic market of Binance's spot exchange as a capture. */
public final class CaptureFile implements Wire {
    private static final long START = 1_723_161_255_000_000_000L;
    private static final long STEP = 1_000_000;
    private static final long SEED = 42;
    private static final List<String> CHANNELS = List.of("@trade", "@aggTrade", "@bookTicker", "@depth@100ms");

    private final OutputStream out;
    private long now = START;
    private long frames;

    private CaptureFile(final OutputStream out) {
        this.out = out;
    }

    /**
     * Writes a capture.
     *
     * @param least how many frames it has at least
     * @return how many it has
     */
    public static long write(final Path file, final long least) throws IOException {
        try (Exchange exchange = new Exchange(
                        BinanceVenue.SPOT.exchange().orElseThrow(), new SyntheticMarket(SEED), new ExchangeConfig());
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            final CaptureFile capture = new CaptureFile(out);
            final String streams = exchange.market().instruments().stream()
                    .map(instrument -> instrument.symbol().toLowerCase(Locale.ROOT))
                    .flatMap(symbol -> CHANNELS.stream().map(channel -> symbol + channel))
                    .collect(Collectors.joining("/"));
            exchange.connect("/stream?streams=" + streams, capture, capture.now);
            while (capture.frames < least) {
                exchange.tick(capture.now);
                capture.now += STEP;
            }
            return capture.frames;
        }
    }

    @Override
    public boolean hasRoom() {
        return true;
    }

    @Override
    public void text(final byte[] bytes, final int length) {
        try {
            out.write((now + " ").getBytes(StandardCharsets.UTF_8));
            out.write(bytes, 0, length);
            out.write('\n');
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        frames++;
    }

    @Override
    public void binary(final byte[] bytes, final int length) {
        throw new IllegalStateException("Binance's JSON streams send text");
    }

    @Override
    public void flush() {
        // The stream has a buffer of its own.
    }

    @Override
    public void close() {
        throw new IllegalStateException("nobody asked for that");
    }

    @Override
    public void drop() {
        close();
    }
}
