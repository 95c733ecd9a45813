package io.millrace.feed.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.loop.Pacer;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.binance.exchange.MarketStyle;
import io.millrace.feed.support.Recording;
import io.millrace.feed.support.Threads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmbeddedExchangeTest {
    private static final int NEVER = 1_000;
    private static final String HANDSHAKE = """
            GET /ws/btcusdt@depth HTTP/1.1
            Host: here
            Upgrade: websocket
            Connection: Upgrade
            Sec-WebSocket-Version: 13
            Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==

            """;

    @TempDir
    private Path folder;

    @AfterEach
    void leavesNoThreads() {
        Threads.assertNoneLeft();
    }

    private static EmbeddedExchange market(final ExchangeConfig config) {
        return new EmbeddedExchange(new SyntheticMarket(1), config).start();
    }

    private static EmbeddedExchange silent() {
        return market(new ExchangeConfig().startAfterStreams(NEVER).messagesPerSecond(NEVER));
    }

    private static URI at(final EmbeddedExchange exchange, final String path) {
        return URI.create(exchange.uri() + path);
    }

    @Test
    void servesARawStream() throws Exception {
        try (EmbeddedExchange exchange = market(new ExchangeConfig());
                Client client = new Client(at(exchange, "/ws/btcusdt@trade"))) {
            assertThat(client.next()).startsWith("{\"e\":\"trade\",\"E\":").contains("\"s\":\"BTCUSDT\"");
        }
    }

    @Test
    void servesCombinedStreamsBehindAnyPath() throws Exception {
        try (EmbeddedExchange exchange = market(new ExchangeConfig());
                Client client =
                        new Client(at(exchange, "/market/stream?streams=btcusdt@bookTicker/ethusdt@depth@100ms"))) {
            assertThat(client.next("{\"stream\":\"btcusdt@bookTicker\",\"data\":{\"u\":"))
                    .endsWith("}}");
            assertThat(client.next("{\"stream\":\"ethusdt@depth@100ms\",\"data\":{\"e\":\"depthUpdate\""))
                    .endsWith("]]}}");
        }
    }

    @Test
    void carriesOutRequestsAndAnswersThem() throws Exception {
        try (EmbeddedExchange exchange = silent();
                Client client = new Client(at(exchange, "/ws"))) {
            client.send("{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@trade\",\"btcusdt@depth\"],\"id\":1}");
            assertThat(client.next()).isEqualTo("{\"result\":null,\"id\":1}");
            client.send("{ \"id\": 2, \"method\": \"UNSUBSCRIBE\", \"params\": [ \"btcusdt@depth\" ] }");
            assertThat(client.next()).isEqualTo("{\"result\":null,\"id\":2}");
            client.send("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":3}");
            assertThat(client.next()).isEqualTo("{\"result\":[\"btcusdt@trade\"],\"id\":3}");
            assertThat(exchange.counts().requests()).isEqualTo(3);
        }
    }

    @Test
    void refusesWhatItDoesNotUnderstand() throws Exception {
        try (EmbeddedExchange exchange = silent();
                Client client = new Client(at(exchange, "/stream"))) {
            client.send("{\"method\":\"DANCE\",\"id\":1}");
            assertThat(client.next())
                    .isEqualTo("{\"code\":2,\"msg\":\"Invalid request: unknown variant `DANCE`\",\"id\":1}");
            client.send("{\"method\":\"SUBSCRIBE\",\"params\":[\"nonsense\"],\"id\":2}");
            assertThat(client.next()).startsWith("{\"code\":2,").endsWith("\"id\":2}");
            for (final String broken :
                    List.of("hello", "{", "{}x", "[1]", "{\"method\"", "{\"id\":1,}", "{\"params\":[")) {
                client.send(broken);
                assertThat(client.next()).as(broken).startsWith("{\"code\":");
            }
        }
    }

    @Test
    void disconnectsClientsThatAskTooOften() throws Exception {
        try (EmbeddedExchange exchange =
                        market(new ExchangeConfig().startAfterStreams(NEVER).messagesPerSecond(2));
                Client client = new Client(at(exchange, "/ws"))) {
            for (int i = 0; i < 3; i++) {
                client.send("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":1}");
            }
            assertThat(client.next("closed")).startsWith("closed");
        }
    }

    @Test
    void refusesOtherPaths() {
        try (EmbeddedExchange exchange = silent()) {
            assertThatThrownBy(() -> new Client(at(exchange, "/api/v3/depth")).close())
                    .hasStackTraceContaining("WebSocketHandshakeException");
        }
    }

    private static HttpResponse<String> get(final EmbeddedExchange exchange, final String path) throws Exception {
        final URI uri = URI.create("http" + at(exchange, path).toString().substring("ws".length()));
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void answersGets() throws Exception {
        try (EmbeddedExchange exchange = market(new ExchangeConfig());
                Client client = new Client(at(exchange, "/ws/btcusdt@depth"))) {
            client.next("{\"e\":\"depthUpdate\"");
            assertThat(get(exchange, "/api/v3/depth?symbol=BTCUSDT&limit=2").body())
                    .matches("\\{\"lastUpdateId\":\\d+,\"bids\":\\[(\\[\"[0-9.]+\",\"[0-9.]+\"],?){2}],\"asks\":.*]}");
            assertThat(get(exchange, "/api/v3/exchangeInfo").body())
                    .contains("\"symbol\":\"ETHUSDT\",\"status\":\"TRADING\",\"baseAsset\":\"ETH\"");
            assertThat(get(exchange, "/api/v3/depth?symbol=NONE").statusCode()).isEqualTo(400);
            assertThat(get(exchange, "/elsewhere").statusCode()).isEqualTo(404);
            exchange.strike(Fault.REST_LIMIT, null);
            final HttpResponse<String> refused = get(exchange, "/api/v3/depth?symbol=BTCUSDT");
            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("retry-after")).contains("1");
            assertThat(exchange.counts().faults(Fault.REST_LIMIT)).isEqualTo(1);
            assertThat(exchange.counts().gets()).isEqualTo(5);
        }
    }

    @Test
    void servesTheSnapshotThatACaptureHas() throws Exception {
        final Path file = Recording.write(
                folder.resolve("capture"),
                List.of(
                        "1000000000 {\"lastUpdateId\":7,\"bids\":[],\"asks\":[]}",
                        "1000000000 {\"stream\":\"a@b\",\"data\":{\"n\":1}}"));
        try (EmbeddedExchange exchange = new EmbeddedExchange(new CaptureTape(file, Pacer.UNLIMITED)).start();
                Client client = new Client(at(exchange, "/ws/a@b"))) {
            assertThat(client.next()).isEqualTo("{\"n\":1}");
            assertThat(get(exchange, "/api/v3/depth?symbol=A&limit=1000").body())
                    .isEqualTo("{\"lastUpdateId\":7,\"bids\":[],\"asks\":[]}");
        }
    }

    /** By a plain socket, since the JDK's client does not always tell that a connection has ended within a message. */
    @Test
    void endsAConnectionWithinAMessage() throws Exception {
        try (EmbeddedExchange exchange = market(new ExchangeConfig());
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), exchange.uri().getPort())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(HANDSHAKE.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
            exchange.strike(Fault.CUT, null);
            final ByteBuffer all = ByteBuffer.wrap(socket.getInputStream().readAllBytes());
            final String text = new String(all.array(), StandardCharsets.ISO_8859_1);
            assertThat(text).startsWith("HTTP/1.1 101");
            all.position(text.indexOf("\r\n\r\n") + 4);
            int length = 0;
            while (all.remaining() >= length) {
                all.position(all.position() + length);
                assertThat(all.get()).isEqualTo((byte) 0x81);
                length = all.get();
                length = length == 126 ? all.getShort() & 0xFFFF : length == 127 ? (int) all.getLong() : length;
            }
            assertThat(exchange.counts().faults(Fault.CUT)).isEqualTo(1);
        }
    }

    @Test
    void refusesASubscriptionOnDemand() throws Exception {
        try (EmbeddedExchange exchange = silent();
                Client client = new Client(at(exchange, "/ws"))) {
            exchange.strike(Fault.REFUSAL, null);
            client.send("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":1}");
            client.send("{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@trade\"],\"id\":2}");
            client.send("{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@trade\"],\"id\":3}");
            client.next("{\"code\":2,");
            assertThat(client.next()).isEqualTo("{\"result\":null,\"id\":3}");
        }
    }

    @Test
    void playsAllOfACaptureInOrder() throws Exception {
        final List<String> lines = Recording.of(MarketStyle.USDM, 1_000);
        final Path file = Recording.write(folder.resolve("capture"), lines);
        final List<String> expected = lines.stream()
                .filter(line -> line.contains("\"btcusdt@trade\"") || line.contains("\"ethusdt@bookTicker\""))
                .map(line -> line.substring(line.indexOf('{')))
                .toList();
        try (EmbeddedExchange exchange = new EmbeddedExchange(new CaptureTape(file, Pacer.UNLIMITED)).start();
                Client client = new Client(at(exchange, "/stream?streams=btcusdt@trade/ethusdt@bookTicker"))) {
            for (final String frame : expected) {
                assertThat(client.next()).isEqualTo(frame);
            }
            assertThat(exchange.counts().framesSent()).isEqualTo(expected.size());
            assertThat(exchange.counts().framesSkipped()).isZero();
        }
    }

    @Test
    void playsACaptureAtAMultipleOfItsPace() throws Exception {
        final Path file = Recording.write(
                folder.resolve("capture"),
                List.of(
                        "1000000000 {\"stream\":\"a@b\",\"data\":{\"n\":1}}",
                        "2000000000 {\"stream\":\"a@b\",\"data\":{\"n\":2}}",
                        "3000000000 {\"stream\":\"a@b\",\"data\":{\"n\":3}}"));
        final AtomicLong now = new AtomicLong(5);
        try (EmbeddedExchange exchange =
                        new EmbeddedExchange(new CaptureTape(file, 10), new ExchangeConfig().clock(now::get)).start();
                Client client = new Client(at(exchange, "/ws/a@b"))) {
            assertThat(client.next()).isEqualTo("{\"n\":1}");
            now.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
            assertThat(client.next()).isEqualTo("{\"n\":2}");
            assertThat(exchange.counts().framesSent()).isEqualTo(2);
            now.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
            assertThat(client.next()).isEqualTo("{\"n\":3}");
        }
    }

    @Test
    void skipsFramesForAClientThatDoesNotRead() throws Exception {
        final CountDownLatch skipped = new CountDownLatch(1);
        final AtomicReference<EmbeddedExchange> started = new AtomicReference<>();
        final AtomicLong now = new AtomicLong();
        final ExchangeConfig config = new ExchangeConfig().clock(() -> {
            if (started.get() != null && started.get().counts().framesSkipped() > 0) {
                skipped.countDown();
            }
            return now.addAndGet(TimeUnit.MILLISECONDS.toNanos(200));
        });
        try (EmbeddedExchange exchange = market(config)) {
            started.set(exchange);
            try (Client slow = new Client(at(exchange, "/stream?streams=btcusdt@depth/btcusdt@bookTicker"), false)) {
                assertThat(skipped.await(30, TimeUnit.SECONDS)).isTrue();
                assertThat(slow.received()).isZero();
                try (Client other = new Client(at(exchange, "/ws/ethusdt@trade"))) {
                    assertThat(other.next()).contains("ETHUSDT");
                }
            }
        }
    }

    @Test
    void disconnectsClientsThatDoNotAnswerPings() throws Exception {
        final CountDownLatch answered = new CountDownLatch(1);
        final AtomicReference<EmbeddedExchange> started = new AtomicReference<>();
        final ExchangeConfig config = new ExchangeConfig()
                .pingInterval(Duration.ofMillis(20))
                .clock(() -> {
                    if (started.get() != null && started.get().counts().pongs() >= 5) {
                        answered.countDown();
                    }
                    return System.nanoTime();
                });
        try (EmbeddedExchange exchange = market(config)) {
            started.set(exchange);
            try (Client client = new Client(at(exchange, "/ws/btcusdt@trade"))) {
                assertThat(client.next()).contains("BTCUSDT");
                assertThat(answered.await(30, TimeUnit.SECONDS)).isTrue();
            }
        }
    }

    @Test
    void breaksConnectionsOnDemand() throws Exception {
        try (EmbeddedExchange exchange = silent();
                Client client = new Client(at(exchange, "/ws"))) {
            exchange.dropConnections();
            assertThat(client.next()).startsWith("closed").doesNotContain("100");
            try (Client again = new Client(at(exchange, "/ws"))) {
                again.send("{\"method\":\"LIST_SUBSCRIPTIONS\",\"id\":1}");
                assertThat(again.next()).isEqualTo("{\"result\":[],\"id\":1}");
            }
        }
    }

    @Test
    void saysThatAPortIsTakenAndWhatToDo() {
        try (EmbeddedExchange exchange = silent()) {
            final int port = exchange.uri().getPort();
            try (EmbeddedExchange second =
                    new EmbeddedExchange(new SyntheticMarket(1), new ExchangeConfig().port(port))) {
                assertThatThrownBy(second::start)
                        .isInstanceOf(ConnectorException.class)
                        .hasMessage(
                                "port " + port + " is taken: stop what uses it, or choose another port (0 for any)");
            }
        }
    }

    @Test
    void refusesACaptureThatIsNotThere() throws IOException {
        assertThatThrownBy(() -> new CaptureTape(folder.resolve("absent"), 1).close())
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("does not exist");
    }
}
