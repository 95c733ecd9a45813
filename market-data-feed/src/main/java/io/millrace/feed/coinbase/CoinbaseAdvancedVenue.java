package io.millrace.feed.coinbase;

import io.millrace.feed.Venue;
import io.millrace.feed.VenueSubscription;
import io.millrace.feed.coinbase.exchange.CoinbaseAdvancedProtocol;
import io.millrace.feed.coinbase.wire.CoinbaseAdvancedDecoder;
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
 * Advanced Trade of Coinbase. Channels close when they are silent for a while, unless {@code heartbeats} is among them. Source:
 * Coinbase's public documentation.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
public final class CoinbaseAdvancedVenue implements Venue {
    /** Its markets. */
    public static final CoinbaseAdvancedVenue ALL = new CoinbaseAdvancedVenue();

    /** It allows eight connections a second from an address. */
    private static final ConnectLimit CONNECTS = new ConnectLimit(8, Duration.ofSeconds(1));

    private static final String BOOK = "level2";

    /** It allows 8 messages in a second, for all connections of an address. */
    private static final Duration PAUSE = Duration.ofMillis(150);

    private CoinbaseAdvancedVenue() {}

    @Override
    public String name() {
        return "coinbase-advanced";
    }

    @Override
    public String shortName() {
        return "advanced";
    }

    @Override
    public URI baseUri() {
        return URI.create("wss://advanced-trade-ws.coinbase.com");
    }

    @Override
    public URI restUri() {
        return URI.create("https://api.coinbase.com");
    }

    @Override
    public Set<String> streams() {
        return SPOT_STREAMS;
    }

    @Override
    public SymbolNames names() {
        return CoinbaseNames.ADVANCED;
    }

    @Override
    public BookTerms book(final int depth) {
        return BookTerms.UNNUMBERED;
    }

    @Override
    public FrameDecoder decoder(final FrameEvents events, final KnownInstruments instruments) {
        return new CoinbaseAdvancedDecoder(events, instruments);
    }

    /** Each channel takes a message of its own, and is confirmed by one. */
    @Override
    public List<ConnectionPlan> connections(final VenueSubscription wanted) {
        final List<Subscription> messages = new ArrayList<>();
        messages.add(new Subscription("{\"type\":\"subscribe\",\"channel\":\"heartbeats\"}", 1));
        if (wanted.inputs().hasTrades()) {
            messages.add(subscription(wanted.symbols(), "market_trades"));
        }
        if (wanted.inputs().hasQuotes()) {
            messages.add(subscription(wanted.symbols(), "ticker"));
        }
        if (wanted.inputs().hasBook()) {
            messages.add(subscription(wanted.symbols(), BOOK));
        }
        return List.of(ConnectionPlan.of(wanted.base(), messages, wanted.symbols(), PAUSE));
    }

    private static Subscription subscription(final List<String> symbols, final String channel) {
        return new Subscription(request("subscribe", symbols, channel), 1);
    }

    private static String request(final String type, final List<String> symbols, final String channel) {
        return "{\"type\":\"" + type + "\",\"product_ids\":[\"" + String.join("\",\"", symbols) + "\"],\"channel\":\""
                + channel + "\"}";
    }

    @Override
    public List<String> resubscription(final String symbol, final int depth) {
        return List.of(request("unsubscribe", List.of(symbol), BOOK), request("subscribe", List.of(symbol), BOOK));
    }

    @Override
    public List<RestRequest> instruments(final List<String> symbols) {
        return symbols.stream()
                .map(symbol -> new RestRequest("/api/v3/brokerage/market/products/" + symbol, "", "", 1))
                .toList();
    }

    @Override
    public ConnectLimit connectLimit() {
        return CONNECTS;
    }

    @Override
    public Optional<ExchangeProtocol> exchange() {
        return Optional.of(new CoinbaseAdvancedProtocol());
    }

    @Override
    public String toString() {
        return name();
    }
}
