package io.millrace.feed.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.metrics.Counters;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.WaitMode;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.feed.VenueFeed;
import io.millrace.feed.binance.BinanceVenue;
import io.millrace.feed.binance.TradeStream;
import io.millrace.feed.binance.exchange.MarketStyle;
import io.millrace.feed.capture.CaptureReader;
import io.millrace.feed.simulator.CaptureTape;
import io.millrace.feed.simulator.EmbeddedExchange;
import io.millrace.feed.simulator.ExchangeConfig;
import io.millrace.feed.support.Recording;
import io.millrace.feed.support.SharedData;
import io.millrace.operators.Books;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A capture that comes over sockets faster than it was recorded: 40 seconds of it, or as many as
 * {@code -Dmillrace.paced.seconds} says. A made-up one where there is none.
 */
class PacedCaptureTest {
    private static final long SECONDS = Long.getLong("millrace.paced.seconds", 40);
    private static final int SYNTHETIC_MILLIS = 20_000;
    private static final int RING_UNITS = 1 << 15;
    private static final long PATIENCE_SECONDS = 60;

    @TempDir
    private Path directory;

    private final AtomicLong events = new AtomicLong();
    private final AtomicLong quotes = new AtomicLong();

    @ParameterizedTest
    @ValueSource(doubles = {20, 100})
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void everyFrameThatIsSentIsDecodedAndNothingGrows(final double pace) throws IOException {
        final BinanceVenue venue = BinanceVenue.USDM.withTrades(TradeStream.TRADE);
        final Counters counters = Counters.inMemory();
        final RunConfig config = new RunConfig().waitMode(WaitMode.YIELD).counters(counters);
        try (EmbeddedExchange exchange = new EmbeddedExchange(
                        venue, new CaptureTape(capture(), pace), new ExchangeConfig().startAfterStreams(3))
                .start()) {
            final VenueFeed feed = VenueFeed.live(venue).symbols("BTCUSDT").at(exchange.uri());
            feed.connections().ringUnits(RING_UNITS);
            final Flow flow = new Flow("paced", dataflow -> define(dataflow, feed));
            try (FlowRun run = FlowRun.live(flow, new MemoryLog(), config)) {
                run.start();
                await(() -> exchange.counts().tapeEnded() || run.failure() != null);
                await(() -> read(counters) == exchange.counts().framesSent() || run.failure() != null);
                assertThat(run.failure()).isNull();
                assertThat(read(counters)).isEqualTo(exchange.counts().framesSent());
                System.out.println("pace " + pace + ": " + exchange.counts().framesSent() + " frames sent, "
                        + exchange.counts().framesSkipped() + " skipped, " + quotes + " best bids and offers, "
                        + events + " trades and tickers; " + values(counters));
            }
            assertThat(exchange.counts().failure()).isNull();
            if (pace <= 20) {
                assertThat(exchange.counts().framesSkipped()).isZero();
            }
        }
        assertThat(events.get()).isPositive();
        assertThat(value(counters, "frames malformed")).isZero();
        assertThat(value(counters, "frames lost: larger than the ring")).isZero();
        assertThat(value(counters, "frames dropped for want of room")).isZero();
        // What waits for room is what has been read at once before reading was stopped: it is not more at a higher
        // pace.
        assertThat(value(counters, "most bytes that waited for room in the ring"))
                .isLessThan(8 << 20);
    }

    private void define(final Dataflow flow, final VenueFeed feed) {
        Books.of("books", flow.input("book", feed.bookDeltas()), feed.bookAnswers())
                .quotes()
                .output("bbo", counting(quotes));
        flow.input("trades", feed.trades()).output("trades-out", counting(events));
        flow.input("tickers", feed.quotes()).output("tickers-out", counting(events));
    }

    private static <T> SinkFactory<T> counting(final AtomicLong count) {
        return context -> new Sink<>() {
            @Override
            public void accept(final T item) {
                count.setRelease(count.getPlain() + 1);
            }

            @Override
            public void flush() {
                // Only counted.
            }

            @Override
            public void close() {
                // Only counted.
            }
        };
    }

    private Path capture() throws IOException {
        final Path file = directory.resolve("capture");
        final Path recorded = SharedData.path("binance-usdm/btcusdt_20240808.gz");
        if (!Files.exists(recorded)) {
            return Recording.write(file, Recording.of(MarketStyle.USDM, SYNTHETIC_MILLIS));
        }
        final List<String> lines = new ArrayList<>();
        try (CaptureReader reader = new CaptureReader(recorded)) {
            long end = Long.MAX_VALUE;
            while (reader.next() && reader.receiveTime() < end) {
                end = end == Long.MAX_VALUE ? reader.receiveTime() + TimeUnit.SECONDS.toNanos(SECONDS) : end;
                lines.add(reader.receiveTime() + " "
                        + new String(
                                reader.bytes(), reader.frameOffset(), reader.frameLength(), StandardCharsets.UTF_8));
            }
        }
        return Recording.write(file, lines);
    }

    /** Frames that came over the websockets, but for answers to subscriptions. */
    private static long read(final Counters counters) {
        final long got = value(counters, "REST requests") - value(counters, "REST requests that failed");
        return value(counters, "frames decoded") + value(counters, "lists of instruments read") - got;
    }

    private static long value(final Counters counters, final String label) {
        return values(counters).entrySet().stream()
                .filter(counter -> counter.getKey().endsWith(": " + label))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static Map<String, Long> values(final Counters counters) {
        final Map<String, Long> values = new HashMap<>();
        counters.forEach((label, value) -> {
            if (value != 0) {
                values.merge(label, value, Long::sum);
            }
        });
        return values;
    }

    private static void await(final BooleanSupplier condition) {
        final long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS + SECONDS);
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }
}
