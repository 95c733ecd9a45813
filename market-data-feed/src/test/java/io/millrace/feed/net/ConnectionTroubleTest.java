package io.millrace.feed.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.MarketFeed;
import io.millrace.feed.VenueFeed;
import io.millrace.feed.binance.BinanceVenue;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.simulator.EmbeddedExchange;
import io.millrace.feed.simulator.ExchangeConfig;
import io.millrace.feed.simulator.SyntheticMarket;
import io.millrace.feed.support.Drain;
import io.millrace.feed.support.FakeContext;
import io.millrace.feed.support.Threads;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ConnectionTroubleTest {
    private final FakeContext context = new FakeContext(MarketFeed.TRADES, MarketFeed.STATUS);

    @TempDir
    private Path folder;

    @AfterEach
    void leavesNoThreads() {
        Threads.assertNoneLeft();
    }

    private static VenueFeed feed(final URI uri) {
        final VenueFeed feed =
                VenueFeed.live(BinanceVenue.SPOT).symbols("btcusdt").at(uri);
        feed.connections().firstDelay(Duration.ofMillis(5)).longestDelay(Duration.ofMillis(20));
        return feed;
    }

    private Drain open(final VenueFeed feed) {
        return new Drain(feed.open(context), 0, 1);
    }

    private static EmbeddedExchange market(final ExchangeConfig config) {
        return new EmbeddedExchange(new SyntheticMarket(3), config).start();
    }

    @Test
    void failsWhenTheVenueRefusesTheConnection() throws Exception {
        try (EmbeddedExchange exchange = market(new ExchangeConfig());
                Drain drain = open(feed(URI.create(exchange.uri() + "/no/such/place")))) {
            assertThat(context.awaitFailure())
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageContaining("/no/such/place/stream with HTTP 404")
                    .hasMessageContaining("check the address");
            assertThat(drain.texts()).isEmpty();
        }
    }

    @Test
    void keepsTryingUntilTheVenueIsThere() throws Exception {
        final int port;
        try (EmbeddedExchange exchange = market(new ExchangeConfig())) {
            port = exchange.uri().getPort();
        }
        try (Drain drain = open(feed(URI.create("ws://127.0.0.1:" + port)))) {
            context.awaitReport("is down");
            context.awaitReport("is down");
            try (EmbeddedExchange exchange = market(new ExchangeConfig().port(port))) {
                drain.until(() -> !drain.texts("trade").isEmpty());
                assertThat(drain.texts().get(0)).isEqualTo("CONNECTED 0");
                assertThat(exchange.counts().connections()).isEqualTo(1);
            }
        }
        assertThat(context.failures()).isEmpty();
    }

    @Test
    void givesUpOnAHandshakeThatIsNotAnswered() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            final VenueFeed feed = feed(URI.create("ws://127.0.0.1:" + mute.getLocalPort()));
            feed.connections().connectTimeout(Duration.ofMillis(50));
            try (Drain drain = open(feed)) {
                assertThat(context.awaitReport("is down")).contains("handshake was not answered");
                context.awaitReport("is down");
                assertThat(drain.texts()).isEmpty();
            }
        }
    }

    @Test
    void pingsAVenueThatIsSilentAndKeepsItWhileItAnswers() {
        final ExchangeConfig config = new ExchangeConfig().startAfterStreams(100);
        try (EmbeddedExchange exchange = market(config)) {
            final VenueFeed feed = feed(exchange.uri());
            feed.connections().silence(Duration.ofMillis(200));
            try (Drain drain = open(feed)) {
                final long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1_000);
                drain.until(() -> System.nanoTime() > end);
                assertThat(drain.texts()).containsExactly("CONNECTED 0");
            }
        }
    }

    @Test
    void dropsAVenueThatIsDead() throws Exception {
        try (DeadVenue venue = new DeadVenue()) {
            final VenueFeed feed = feed(venue.uri());
            feed.connections().silence(Duration.ofMillis(100));
            try (Drain drain = open(feed)) {
                assertThat(context.awaitReport("is down")).contains("not even an answer to a ping");
                drain.until(() -> drain.texts().size() >= 3);
                assertThat(drain.texts().subList(0, 3)).containsExactly("CONNECTED 0", "DISCONNECTED 0", "CONNECTED 0");
            }
        }
    }

    @Test
    void dropsAConnectionWhoseMessagesAreTooLong() throws Exception {
        try (EmbeddedExchange exchange = market(new ExchangeConfig())) {
            final VenueFeed feed = feed(exchange.uri());
            feed.connections().longestFrame(64);
            try (Drain drain = open(feed)) {
                assertThat(context.awaitReport("is down")).contains("64");
                assertThat(drain.texts("trade")).isEmpty();
            }
        }
    }

    @Test
    void reportsRequestsThatTheVenueRefuses() throws Exception {
        final Function<URI, ConnectionPlan> plan = uri -> ConnectionPlan.of(
                URI.create(uri + "/stream"),
                List.of(new Subscription("{\"method\":\"SUBSCRIBE\",\"params\":[\"nonsense\"],\"id\":7}", 1)),
                List.of(),
                Duration.ofMillis(1));
        try (EmbeddedExchange exchange = market(new ExchangeConfig());
                LiveSource source = new LiveSource(
                        new FeedSetup(
                                BinanceVenue.SPOT,
                                new KnownInstruments("binance-spot", 0),
                                new FeedInputs(0, 1, 2, 3, 4, 5),
                                List.of(plan.apply(exchange.uri())),
                                exchange.uri(),
                                List.of(),
                                0),
                        new ConnectionConfig(),
                        context)) {
            assertThat(context.awaitReport("refused request 7"))
                    .contains("invalid stream")
                    .contains("Check the names");
            assertThat(source.ended()).isFalse();
        }
    }

    @Test
    void connectsByTls() throws Exception {
        final char[] password = "changeit".toCharArray();
        final KeyStore keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(makeKeys(new String(password)))) {
            keys.load(in, password);
        }
        final KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, password);
        final TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(keys);
        final ExchangeConfig config = new ExchangeConfig()
                .tls(SslContextBuilder.forServer(own)
                        .sslProvider(SslProvider.JDK)
                        .build());
        try (EmbeddedExchange exchange = market(config)) {
            final VenueFeed trusting = feed(exchange.uri());
            trusting.connections()
                    .tls(SslContextBuilder.forClient()
                            .sslProvider(SslProvider.JDK)
                            .trustManager(trusted)
                            .build());
            try (Drain drain = open(trusting)) {
                drain.until(() -> drain.texts("trade").size() > 10);
            }
            try (Drain drain = open(feed(exchange.uri()))) {
                assertThat(context.awaitReport("is down")).contains("PKIX");
                assertThat(drain.texts()).isEmpty();
            }
        }
    }

    private Path makeKeys(final String password) throws IOException, InterruptedException {
        final Path store = folder.resolve("keys.p12");
        final Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "exchange",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        password)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(keytool.exitValue())
                .as(Files.readString(folder.resolve("keytool.log")))
                .isZero();
        return store;
    }
}
