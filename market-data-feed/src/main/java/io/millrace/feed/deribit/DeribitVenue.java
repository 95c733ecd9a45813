package io.millrace.feed.deribit;

import io.millrace.feed.Venue;
import io.millrace.feed.VenueSubscription;
import io.millrace.feed.decode.BookTerms;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.SymbolNames;
import io.millrace.feed.deribit.exchange.DeribitProtocol;
import io.millrace.feed.deribit.wire.DeribitDecoder;
import io.millrace.feed.net.ConnectionPlan;
import io.millrace.feed.net.KeepAlive;
import io.millrace.feed.net.RestRequest;
import io.millrace.feed.net.Subscription;
import io.millrace.feed.simulator.ExchangeProtocol;
import io.millrace.operators.market.sbe.BookChecksum;
import io.millrace.operators.market.sbe.BookRule;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Deribit. Books are whole, with changes every 100 ms: those without delay need a login. Amounts are US dollars for futures
 * in coins, and coins for all else. Liquidations are told with the trades. Source: Deribit's public documentation, version 2.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
public final class DeribitVenue implements Venue {
    /** All of its public markets. */
    public static final DeribitVenue ALL = new DeribitVenue();

    private static final String PATH = "/ws/api/v2";

    /** Requests cost 500 of 50,000 credits, of which 10,000 come back in a second. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private static final String HEARTBEAT =
            request(DeribitDecoder.CONTROL_ID, "public/set_heartbeat", "\"interval\":30");
    private static final KeepAlive ALIVE =
            new KeepAlive(Duration.ZERO, "", request(DeribitDecoder.CONTROL_ID, "public/test", ""));

    private DeribitVenue() {}

    @Override
    public String name() {
        return "deribit";
    }

    @Override
    public String shortName() {
        return "deribit";
    }

    @Override
    public URI baseUri() {
        return URI.create("wss://www.deribit.com" + PATH);
    }

    @Override
    public URI restUri() {
        return URI.create("https://www.deribit.com");
    }

    @Override
    public Set<String> streams() {
        return FUTURES_STREAMS;
    }

    @Override
    public SymbolNames names() {
        return DeribitNames.ALL;
    }

    @Override
    public BookTerms book(final int depth) {
        return new BookTerms(BookRule.PREVIOUS_ID, BookChecksum.NONE, 0);
    }

    @Override
    public FrameDecoder decoder(final FrameEvents events, final KnownInstruments instruments) {
        return new DeribitDecoder(events, instruments);
    }

    @Override
    public List<ConnectionPlan> connections(final VenueSubscription wanted) {
        final List<String> channels = channels(wanted.symbols(), wanted.inputs());
        if (channels.isEmpty()) {
            return List.of();
        }
        return List.of(new ConnectionPlan(
                wanted.uri(PATH),
                List.of(
                        new Subscription(HEARTBEAT, 0),
                        new Subscription(subscription("public/subscribe", 1, channels), channels.size())),
                wanted.symbols(),
                PAUSE,
                ALIVE,
                Duration.ZERO,
                Map.of()));
    }

    private static List<String> channels(final List<String> symbols, final FeedInputs inputs) {
        final List<String> channels = new ArrayList<>();
        for (final String symbol : symbols) {
            if (inputs.hasTrades() || inputs.hasLiquidations()) {
                channels.add("trades." + symbol + ".100ms");
            }
            if (inputs.hasQuotes()) {
                channels.add("quote." + symbol);
            }
            if (inputs.hasBook()) {
                channels.add(bookOf(symbol));
            }
            if (inputs.hasMarks() || inputs.hasFunding()) {
                channels.add("ticker." + symbol + ".100ms");
            }
        }
        return channels;
    }

    private static String bookOf(final String symbol) {
        return "book." + symbol + ".100ms";
    }

    private static String subscription(final String method, final long id, final List<String> channels) {
        return request(id, method, "\"channels\":[\"" + String.join("\",\"", channels) + "\"]");
    }

    private static String request(final long id, final String method, final String parameters) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":{" + parameters + "}}";
    }

    @Override
    public List<String> resubscription(final String symbol, final int depth) {
        final List<String> book = List.of(bookOf(symbol));
        return List.of(
                subscription("public/unsubscribe", DeribitDecoder.CONTROL_ID, book),
                subscription("public/subscribe", 1, book));
    }

    @Override
    public List<RestRequest> instruments(final List<String> symbols) {
        return symbols.stream()
                .map(symbol -> new RestRequest("/api/v2/public/get_instrument?instrument_name=" + symbol, "", "", 1))
                .toList();
    }

    @Override
    public Optional<ExchangeProtocol> exchange() {
        return Optional.of(new DeribitProtocol());
    }

    @Override
    public String toString() {
        return name();
    }
}
