package io.millrace.feed.binance;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.net.ConnectionPlan;
import io.millrace.feed.net.KeepAlive;
import io.millrace.feed.net.Subscription;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Deals the streams that a flow uses to connections, and spells the requests that subscribe to them.
 *
 * <p>Thread: one. Allocation: yes. Deterministic: yes.
 */
final class BinanceStreams {
    private static final String COMBINED = "/stream";
    private static final String BOOK = "@depth";
    private static final String KEY_HEADER = "X-MBX-APIKEY";
    private static final String KEY_VARIABLE = "BINANCE_API_KEY";
    private static final String MARK_PRICE_CHANNEL = "markPrice@1s";
    private static final String LIQUIDATION_CHANNEL = "forceOrder";

    /** The venue closes connections after 24 hours. */
    private static final Duration OLDEST = Duration.ofMinutes(23 * 60 + 30);

    private static final int STREAMS_PER_REQUEST = 100;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final BinanceMarket market;
    private final URI baseUri;
    private final List<String> symbols;
    private final TradeStream tradeStream;
    private final Map<String, String> environment;

    BinanceStreams(
            final BinanceMarket market,
            final URI baseUri,
            final List<String> symbols,
            final TradeStream tradeStream,
            final Map<String, String> environment) {
        this.market = market;
        this.baseUri = baseUri;
        this.symbols = symbols;
        this.tradeStream = tradeStream;
        this.environment = environment;
    }

    /** One connection for each path and each so many streams as the venue allows. */
    List<ConnectionPlan> plans(final FeedInputs inputs) {
        final Map<String, List<String>> byPath = new LinkedHashMap<>();
        for (final String symbol : symbols) {
            if (inputs.hasTrades()) {
                add(byPath, market.marketPath, symbol, tradeStream.channel());
            }
            if (inputs.hasQuotes()) {
                add(byPath, market.bookPath, symbol, market.quoteChannel());
            }
            if (inputs.hasBook()) {
                add(byPath, market.bookPath, symbol, market.bookChannel());
            }
            if (!market.isSpot()) {
                addDerivatives(byPath, symbol, inputs);
            }
        }
        final List<ConnectionPlan> plans = new ArrayList<>();
        byPath.forEach((path, streams) -> {
            for (final List<String> some : chunks(streams, market.streamsPerConnection)) {
                plans.add(new ConnectionPlan(
                        uri(path), requests(some), books(some), pause(), KeepAlive.PINGS, OLDEST, headers()));
            }
        });
        return plans;
    }

    /** The venue sends binary data to those who have a key, if they only read; an exchange in this process wants none. */
    private Map<String, String> headers() {
        final String key = market.isBinary() ? environment.get(KEY_VARIABLE) : null;
        if (key != null && !key.isBlank()) {
            return Map.of(KEY_HEADER, key.strip());
        }
        if (market.isBinary() && baseUri.equals(URI.create(market.baseUri))) {
            throw new ConnectorException(
                    "feed " + market.venue + ": the venue sends binary market data only to who has a key:"
                            + " put an Ed25519 API key, which needs no permissions, into the environment variable "
                            + KEY_VARIABLE
                            + ", or use " + BinanceMarket.SPOT.venue);
        }
        return Map.of();
    }

    private void addDerivatives(final Map<String, List<String>> byPath, final String symbol, final FeedInputs inputs) {
        if (inputs.hasMarks() || inputs.hasFunding()) {
            add(byPath, market.marketPath, symbol, MARK_PRICE_CHANNEL);
        }
        if (inputs.hasLiquidations()) {
            add(byPath, market.marketPath, symbol, LIQUIDATION_CHANNEL);
        }
    }

    private static void add(
            final Map<String, List<String>> byPath, final String path, final String symbol, final String channel) {
        byPath.computeIfAbsent(path, p -> new ArrayList<>()).add(symbol.toLowerCase(Locale.ROOT) + "@" + channel);
    }

    private URI uri(final String path) {
        final String base = baseUri.toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path + COMBINED);
    }

    /** Half as many messages as the venue allows: pongs count too. */
    private Duration pause() {
        return Duration.ofNanos(2 * NANOS_PER_SECOND / market.messagesPerSecond);
    }

    private static List<Subscription> requests(final List<String> streams) {
        final List<Subscription> requests = new ArrayList<>();
        for (final List<String> some : chunks(streams, STREAMS_PER_REQUEST)) {
            final String text = some.stream()
                    .collect(Collectors.joining(
                            "\",\"",
                            "{\"method\":\"SUBSCRIBE\",\"params\":[\"",
                            "\"],\"id\":" + (requests.size() + 1) + "}"));
            requests.add(new Subscription(text, 1));
        }
        return requests;
    }

    /** Symbols of those streams that are books. */
    private static List<String> books(final List<String> streams) {
        return streams.stream()
                .filter(stream -> stream.contains(BOOK))
                .map(stream -> stream.substring(0, stream.indexOf('@')).toUpperCase(Locale.ROOT))
                .toList();
    }

    private static List<List<String>> chunks(final List<String> all, final int size) {
        final List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            chunks.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return chunks;
    }
}
