package io.millrace.feed.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.loop.Pacer;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.WaitMode;
import io.millrace.engine.spi.InputLog;
import io.millrace.feed.MarketFeed;
import io.millrace.feed.VenueFeed;
import io.millrace.feed.binance.BinanceVenue;
import io.millrace.feed.binance.TradeStream;
import io.millrace.feed.binance.exchange.MarketStyle;
import io.millrace.feed.simulator.CaptureTape;
import io.millrace.feed.simulator.EmbeddedExchange;
import io.millrace.feed.simulator.ExchangeConfig;
import io.millrace.feed.simulator.SyntheticMarket;
import io.millrace.feed.support.Drain;
import io.millrace.feed.support.FakeContext;
import io.millrace.feed.support.Recording;
import io.millrace.feed.support.Threads;
import io.millrace.operators.Flow;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LiveFeedTest {
    private static final String[] SYMBOLS = {"btcusdt", "ethusdt", "solusdt", "bnbusdt"};
    private static final int ALL_STREAMS = 3 * SYMBOLS.length;

    private final FakeContext context =
            new FakeContext(MarketFeed.TRADES, MarketFeed.QUOTES, MarketFeed.BOOK, MarketFeed.STATUS);

    @TempDir
    private Path folder;

    @AfterEach
    void leavesNoThreads() {
        Threads.assertNoneLeft();
    }

    private static VenueFeed feed(final BinanceVenue venue, final URI uri) {
        final VenueFeed feed = VenueFeed.live(venue.withTrades(TradeStream.TRADE))
                .symbols(SYMBOLS)
                .at(uri);
        feed.connections().firstDelay(Duration.ofMillis(5)).longestDelay(Duration.ofMillis(20));
        return feed;
    }

    private Drain open(final MarketFeed feed) {
        return new Drain(feed.open(context), 0, 1, 2, 3);
    }

    private Path record(final MarketStyle style, final int millis) throws IOException {
        return Recording.write(folder.resolve("capture"), Recording.of(style, millis));
    }

    private static EmbeddedExchange play(final Path file, final ExchangeConfig config) {
        return new EmbeddedExchange(new CaptureTape(file, Pacer.UNLIMITED), config.startAfterStreams(ALL_STREAMS))
                .start();
    }

    private static List<String> withoutReceiveTime(final Drain drain) {
        return drain.texts().stream()
                .filter(text -> !text.startsWith("CONNECTED"))
                .map(text -> text.replaceFirst("/\\d+", ""))
                .toList();
    }

    private static List<String> decodedFrom(final BinanceVenue venue, final Path file) {
        final MarketFeed capture = VenueFeed.capture(venue, file);
        final FakeContext other = new FakeContext(MarketFeed.TRADES, MarketFeed.QUOTES, MarketFeed.BOOK);
        try (Drain drain = new Drain(capture.open(other), 0, 1, 2).toEnd()) {
            return withoutReceiveTime(drain);
        }
    }

    @Test
    void countsTradesOfAFlow() throws Exception {
        final Path file = record(MarketStyle.SPOT, 1_000);
        final long expected = decodedFrom(BinanceVenue.SPOT, file).stream()
                .filter(text -> text.startsWith("trade"))
                .count();
        final CountDownLatch left = new CountDownLatch((int) expected);
        try (EmbeddedExchange exchange = new EmbeddedExchange(
                        new CaptureTape(file, Pacer.UNLIMITED), new ExchangeConfig().startAfterStreams(SYMBOLS.length))
                .start()) {
            final Flow flow = new Flow(
                    "live",
                    definition -> definition
                            .input(
                                    "trades",
                                    feed(BinanceVenue.SPOT, exchange.uri()).trades())
                            .inspect("count", trade -> left.countDown()));
            final RunConfig config = new RunConfig().waitMode(WaitMode.BACKOFF);
            try (FlowRun run = FlowRun.live(flow, InputLog.NONE, config)) {
                run.start();
                assertThat(left.await(60, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void givesWhatTheVenueSendsInItsOrder() throws Exception {
        final Path file = record(MarketStyle.SPOT, 2_000);
        final List<String> expected = decodedFrom(BinanceVenue.SPOT, file);
        try (EmbeddedExchange exchange = play(file, new ExchangeConfig());
                Drain drain = open(feed(BinanceVenue.SPOT, exchange.uri()))) {
            drain.until(() -> drain.texts().size() == expected.size() + 1);
            assertThat(drain.texts().get(0)).isEqualTo("CONNECTED 0");
            assertThat(withoutReceiveTime(drain)).isEqualTo(expected);
        }
        assertThat(context.count("requests accepted")).isEqualTo(1);
        assertThat(context.count("frames malformed")).isZero();
    }

    @Test
    void takesFuturesFromTwoConnections() throws Exception {
        final Path file = record(MarketStyle.USDM, 2_000);
        final List<String> expected = decodedFrom(BinanceVenue.USDM, file);
        try (EmbeddedExchange exchange = play(file, new ExchangeConfig());
                Drain drain = open(feed(BinanceVenue.USDM, exchange.uri()))) {
            drain.until(() -> drain.texts().size() == expected.size() + 2);
            assertThat(drain.texts("CONNECTED")).containsExactlyInAnyOrder("CONNECTED 0", "CONNECTED 1");
            assertThat(withoutReceiveTime(drain)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(exchange.counts().connections()).isEqualTo(2);
        }
    }

    @Test
    void putsFragmentsTogether() throws Exception {
        final Path file = record(MarketStyle.SPOT, 500);
        final List<String> expected = decodedFrom(BinanceVenue.SPOT, file);
        try (EmbeddedExchange exchange = play(file, new ExchangeConfig().fragmentAbove(40));
                Drain drain = open(feed(BinanceVenue.SPOT, exchange.uri()))) {
            drain.until(() -> drain.texts().size() == expected.size() + 1);
            assertThat(withoutReceiveTime(drain)).isEqualTo(expected);
        }
    }

    @Test
    void answersPings() {
        final ExchangeConfig config = new ExchangeConfig().pingInterval(Duration.ofMillis(10));
        try (EmbeddedExchange exchange = new EmbeddedExchange(new SyntheticMarket(3), config).start();
                Drain drain = open(feed(BinanceVenue.SPOT, exchange.uri()))) {
            drain.until(() ->
                    exchange.counts().pongs() >= 10 && !drain.texts("trade").isEmpty());
            assertThat(drain.texts("DISCONNECTED")).isEmpty();
        }
    }

    @Test
    void comesBackAfterEachDropAndLosesOnlyWhatCameMeanwhile() {
        final int drops = 3;
        try (EmbeddedExchange exchange = new EmbeddedExchange(
                                new SyntheticMarket(5).framesPerSecond(5_000), new ExchangeConfig())
                        .start();
                Drain drain = open(feed(BinanceVenue.SPOT, exchange.uri()))) {
            for (int drop = 1; drop <= drops; drop++) {
                final int before = drain.texts("trade").size();
                drain.until(() -> drain.texts("trade").size() >= before + 200);
                exchange.dropConnections();
                final int connections = drop + 1;
                drain.until(() -> drain.texts("CONNECTED").size() == connections);
            }
            final int before = drain.texts("trade").size();
            drain.until(() -> drain.texts("trade").size() >= before + 200);
            assertThat(drain.texts().stream().filter(text -> text.endsWith("CONNECTED 0")))
                    .containsExactly(
                            "CONNECTED 0",
                            "DISCONNECTED 0",
                            "CONNECTED 0",
                            "DISCONNECTED 0",
                            "CONNECTED 0",
                            "DISCONNECTED 0",
                            "CONNECTED 0");
            assertNothingTwiceAndGapsOnlyWhereItWasDown(drain.texts());
        }
        assertThat(context.count("connection 0 lost")).isEqualTo(drops);
        assertThat(context.reports()).anyMatch(report -> report.contains("next attempt in"));
    }

    private static void assertNothingTwiceAndGapsOnlyWhereItWasDown(final List<String> texts) {
        final Map<String, Long> last = new HashMap<>();
        final Map<String, Boolean> gapAllowed = new HashMap<>();
        for (final String text : texts) {
            if (text.startsWith("CONNECTED")) {
                last.keySet().forEach(key -> gapAllowed.put(key, true));
            } else if (text.startsWith("trade")) {
                final String[] words = text.split(" ", -1);
                final String instrument = words[1];
                final long id = Long.parseLong(words[7]);
                final Long before = last.put(instrument, id);
                if (before != null) {
                    assertThat(id).as(text).isGreaterThan(before);
                    if (!gapAllowed.getOrDefault(instrument, false)) {
                        assertThat(id).as(text).isEqualTo(before + 1);
                    }
                }
                gapAllowed.put(instrument, false);
            }
        }
    }

    @Test
    void losesNothingWhileTheFlowIsSlow() throws Exception {
        final Path file = record(MarketStyle.USDM, 10_000);
        final List<String> expected = decodedFrom(BinanceVenue.USDM, file);
        final VenueFeed feed = feed(BinanceVenue.USDM, BinanceVenue.USDM.baseUri());
        feed.connections().ringUnits(256);
        try (EmbeddedExchange exchange = play(file, new ExchangeConfig());
                Drain drain = open(feed.at(exchange.uri()))) {
            assertThat(context.awaitReport("slower than the venue")).contains("reading stops");
            drain.until(() -> drain.texts().size() == expected.size() + 2);
            assertThat(withoutReceiveTime(drain)).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(exchange.counts().framesSkipped()).isZero();
        }
        assertThat(context.count("frames that found the ring full")).isPositive();
        assertThat(context.count("most bytes that waited for room in the ring")).isBetween(1L, 2L << 20);
    }

    @Test
    void hasAnotherConnectionBeforeTheVenueClosesOne() {
        try (EmbeddedExchange exchange = new EmbeddedExchange(new SyntheticMarket(3)).start();
                Drain drain = open(overlapping(feed(BinanceVenue.SPOT, exchange.uri())))) {
            drain.until(() -> !drain.texts("trade").isEmpty());
            exchange.announceShutdown();
            drain.until(() -> context.reports().stream().anyMatch(report -> report.contains("has been replaced")));
            assertThat(exchange.counts().connections()).isEqualTo(2);
            assertThat(drain.texts().stream().filter(text -> text.endsWith("CONNECTED 0")))
                    .containsExactly("CONNECTED 0");
            assertThat(drain.texts("ANNOUNCED")).containsExactly("ANNOUNCED 0");
        }
        assertThat(context.reports()).anyMatch(report -> report.contains("announced"));
        assertThat(context.count("shutdowns announced")).isEqualTo(1);
        assertThat(context.count("connection 0 lost")).isZero();
    }

    private static VenueFeed overlapping(final VenueFeed feed) {
        feed.connections().overlap(Duration.ofMillis(20));
        return feed;
    }
}
