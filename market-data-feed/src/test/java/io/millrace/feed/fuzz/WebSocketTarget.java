package io.millrace.feed.fuzz;

import io.millrace.engine.loop.Beginning;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.spi.Source;
import io.millrace.feed.MarketFeed;
import io.millrace.feed.Venue;
import io.millrace.feed.VenueFeed;
import io.millrace.feed.Venues;
import io.millrace.feed.net.ConnectLimit;
import io.millrace.feed.support.FakeContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/**
 * A venue that answers the handshake properly, or not at all, and then sends any bytes: the client closes the connection or
 * is told that it is closed, and connects again.
 */
public final class WebSocketTarget {
    private static final int PATIENCE_MILLIS = 4_000;
    private static final int BATCH = 1 << 16;
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final String KEY = "sec-websocket-key:";
    private static ServerSocket server;
    private static Source source;
    private static FakeContext context;
    private static Inlet inlet = inlet();

    private WebSocketTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerInitialize() throws IOException {
        server = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
        server.setSoTimeout(PATIENCE_MILLIS);
        context = new FakeContext(MarketFeed.TRADES, MarketFeed.QUOTES, MarketFeed.BOOK, MarketFeed.STATUS);
        final VenueFeed feed = VenueFeed.live(unlimited(Venues.find("binance-spot")))
                .symbols("BTCUSDT")
                .at(URI.create("ws://127.0.0.1:" + server.getLocalPort()));
        feed.connections().firstDelay(Duration.ofMillis(1)).longestDelay(Duration.ofMillis(1));
        source = feed.open(context);
    }

    private static Inlet inlet() {
        return new Inlet(BATCH, BATCH, Beginning.ofNothing(8));
    }

    /** A venue that lets connect as often as one likes. */
    private static Venue unlimited(final Venue venue) {
        return (Venue) Proxy.newProxyInstance(
                Venue.class.getClassLoader(),
                new Class<?>[] {Venue.class},
                (proxy, method, arguments) -> method.getName().equals("connectLimit")
                        ? new ConnectLimit(Integer.MAX_VALUE, Duration.ofMinutes(1))
                        : method.invoke(venue, arguments));
    }

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(final byte[] data) {
        if (data.length < 1) {
            return;
        }
        try (Socket client = server.accept()) {
            client.setSoTimeout(PATIENCE_MILLIS);
            client.setTcpNoDelay(true);
            final String key = key(client.getInputStream());
            if ((data[0] & 7) != 0) {
                client.getOutputStream()
                        .write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                                        + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n")
                                .getBytes(StandardCharsets.ISO_8859_1));
            }
            client.getOutputStream().write(data, 1, data.length - 1);
            client.shutdownOutput();
            readToEnd(client.getInputStream());
        } catch (final SocketTimeoutException e) {
            throw new AssertionError("the client hangs; reports: " + tail(), e);
        } catch (final IOException e) {
            // The client has closed the connection, as it may.
        }
        source.poll(inlet);
        if (inlet.isFull()) {
            // Nobody takes the batch: a feed whose inlet stays full stops reading.
            inlet = inlet();
        }
        if (!context.failures().isEmpty()) {
            throw new AssertionError("the feed failed", context.failures().get(0));
        }
    }

    private static String tail() {
        final List<String> reports = context.reports();
        return reports.subList(Math.max(0, reports.size() - 5), reports.size()).toString();
    }

    private static String key(final InputStream in) throws IOException {
        final ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            final int read = in.read();
            if (read < 0) {
                throw new IOException("closed");
            }
            head.write(read);
        }
        return head.toString(StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.regionMatches(true, 0, KEY, 0, KEY.length()))
                .map(line -> line.substring(KEY.length()).trim())
                .findFirst()
                .orElse("");
    }

    private static String accept(final String key) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-1")
                            .digest((key + MAGIC).getBytes(StandardCharsets.ISO_8859_1)));
        } catch (final GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void readToEnd(final InputStream in) throws IOException {
        final byte[] bytes = new byte[1_024];
        while (in.read(bytes) >= 0) {
            // Subscriptions, pongs, a close frame.
        }
    }

    static List<byte[]> seeds() {
        return Seeds.texts(
                "\u0001\u0081\u0002{}",
                "\u0001\u0081\u0015{\"result\":null,\"id\":1}",
                "\u0001\u0001\u0001{\u0080\u0001}",
                "\u0001\u0089\u0004ping\u008a\u0000\u0088\u0002\u0003\u00e8",
                "\u0001\u0082\u0003abc",
                "\u0001\u0081\u007f\u0000\u0000\u0000\u0000\u0000\u0000\u0000\u0002{}",
                "\u0001\u0081~\u00ff\u00ffx",
                "\u0000HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n",
                "\u0000HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n");
    }
}
