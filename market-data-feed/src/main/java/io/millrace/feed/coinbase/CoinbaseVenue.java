package io.millrace.feed.coinbase;

import io.millrace.feed.Venue;
import io.millrace.feed.VenueSubscription;
import io.millrace.feed.coinbase.exchange.CoinbaseProtocol;
import io.millrace.feed.coinbase.wire.CoinbaseDecoder;
import io.millrace.feed.decode.BookTerms;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.SymbolNames;
import io.millrace.feed.net.ConnectLimit;
import io.millrace.feed.net.ConnectionPlan;
import io.millrace.feed.net.RestRequest;
import io.millrace.feed.net.Subscription;
import io.millrace.feed.simulator.ExchangeProtocol;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The Exchange feed of Coinbase. Books are those of {@code level2_batch}, which needs no login: whole, with changes every 50 ms.
 * Best bids and offers come with trades only: the book knows better. Source: Coinbase's public documentation.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
public final class CoinbaseVenue implements Venue {
    /** Its markets. */
    public static final CoinbaseVenue EXCHANGE = new CoinbaseVenue();

    /** It allows about eight connections a second from an address. */
    private static final ConnectLimit CONNECTS = new ConnectLimit(8, Duration.ofSeconds(1));

    private static final String BOOK = "level2_batch";

    /** It allows 100 messages in a second. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private CoinbaseVenue() {}

    @Override
    public String name() {
        return "coinbase";
    }

    @Override
    public String shortName() {
        return "coinbase-exchange";
    }

    @Override
    public URI baseUri() {
        return URI.create("wss://ws-feed.exchange.coinbase.com");
    }

    @Override
    public URI restUri() {
        return URI.create("https://api.exchange.coinbase.com");
    }

    @Override
    public Set<String> streams() {
        return SPOT_STREAMS;
    }

    @Override
    public SymbolNames names() {
        return CoinbaseNames.EXCHANGE;
    }

    @Override
    public BookTerms book(final int depth) {
        return BookTerms.UNNUMBERED;
    }

    @Override
    public FrameDecoder decoder(final FrameEvents events, final KnownInstruments instruments) {
        return new CoinbaseDecoder(events, instruments);
    }

    @Override
    public List<ConnectionPlan> connections(final VenueSubscription wanted) {
        final List<String> channels = new ArrayList<>();
        if (wanted.inputs().hasTrades()) {
            channels.add("matches");
        }
        if (wanted.inputs().hasQuotes()) {
            channels.add("ticker");
        }
        if (wanted.inputs().hasBook()) {
            channels.add(BOOK);
        }
        // A sign of life once a second, on quiet markets too.
        channels.add("heartbeat");
        final Subscription all = new Subscription(request("subscribe", wanted.symbols(), channels), 1);
        return List.of(ConnectionPlan.of(wanted.base(), List.of(all), wanted.symbols(), PAUSE));
    }

    private static String request(final String type, final List<String> symbols, final List<String> channels) {
        return "{\"type\":\"" + type + "\",\"product_ids\":[\"" + String.join("\",\"", symbols) + "\"],\"channels\":[\""
                + String.join("\",\"", channels) + "\"]}";
    }

    @Override
    public List<String> resubscription(final String symbol, final int depth) {
        final List<String> book = List.of(BOOK);
        return List.of(request("unsubscribe", List.of(symbol), book), request("subscribe", List.of(symbol), book));
    }

    @Override
    public List<RestRequest> instruments(final List<String> symbols) {
        return symbols.stream()
                .map(symbol -> new RestRequest("/products/" + symbol, "", "", 1))
                .toList();
    }

    @Override
    public ConnectLimit connectLimit() {
        return CONNECTS;
    }

    @Override
    public Optional<ExchangeProtocol> exchange() {
        return Optional.of(new CoinbaseProtocol());
    }

    @Override
    public String toString() {
        return name();
    }
}
