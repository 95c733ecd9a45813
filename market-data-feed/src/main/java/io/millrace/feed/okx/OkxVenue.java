package io.millrace.feed.okx;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.Venue;
import io.millrace.feed.VenueSubscription;
import io.millrace.feed.decode.BookTerms;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.SymbolNames;
import io.millrace.feed.net.ConnectLimit;
import io.millrace.feed.net.ConnectionPlan;
import io.millrace.feed.net.KeepAlive;
import io.millrace.feed.net.RestRequest;
import io.millrace.feed.net.Subscription;
import io.millrace.feed.okx.exchange.OkxProtocol;
import io.millrace.feed.okx.wire.OkxDecoder;
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
 * OKX. Books are those of the channel {@code books}: 400 levels, every 100 ms. Sizes of futures are numbers of contracts.
 * Source: OKX's public documentation of version 5.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
public final class OkxVenue implements Venue {
    /** All of its public markets. */
    public static final OkxVenue ALL = new OkxVenue();

    /** It allows three connections a second from an address. */
    private static final ConnectLimit CONNECTS = new ConnectLimit(3, Duration.ofSeconds(1));

    private static final String PATH = "/ws/v5/public";
    private static final int DEPTH = 400;

    /** It allows 480 requests in an hour; the first ones may follow each other closely. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** It closes connections on which nothing has gone either way for 30 seconds. */
    private static final KeepAlive PING = KeepAlive.text(Duration.ofSeconds(25), "ping");

    /** It advises fewer than 30 channels of deep books on a connection. */
    private static final int SYMBOLS = 25;

    private OkxVenue() {}

    @Override
    public String name() {
        return "okx";
    }

    @Override
    public String shortName() {
        return "okx";
    }

    @Override
    public URI baseUri() {
        return URI.create("wss://ws.okx.com:8443" + PATH);
    }

    @Override
    public URI restUri() {
        return URI.create("https://www.okx.com");
    }

    @Override
    public Set<String> streams() {
        return FUTURES_STREAMS;
    }

    @Override
    public SymbolNames names() {
        return OkxNames.ALL;
    }

    @Override
    public BookTerms book(final int depth) {
        if (depth > DEPTH) {
            throw new ConnectorException("okx has no books of " + depth + " levels: ask for " + DEPTH + " at most");
        }
        return new BookTerms(BookRule.PREVIOUS_ID, BookChecksum.OKX, 0);
    }

    @Override
    public FrameDecoder decoder(final FrameEvents events, final KnownInstruments instruments) {
        return new OkxDecoder(events, instruments);
    }

    @Override
    public List<ConnectionPlan> connections(final VenueSubscription wanted) {
        final List<ConnectionPlan> plans = new ArrayList<>();
        for (int first = 0; first < wanted.symbols().size(); first += SYMBOLS) {
            final List<String> some = wanted.symbols()
                    .subList(first, Math.min(first + SYMBOLS, wanted.symbols().size()));
            plans.add(new ConnectionPlan(
                    wanted.uri(PATH),
                    subscriptions(some, wanted.inputs()),
                    some,
                    PAUSE,
                    PING,
                    Duration.ZERO,
                    Map.of()));
        }
        return plans;
    }

    private static List<Subscription> subscriptions(final List<String> symbols, final FeedInputs inputs) {
        final List<String> arguments = new ArrayList<>();
        for (final String symbol : symbols) {
            final boolean isSwap = "SWAP".equals(OkxNames.typeOf(symbol));
            add(arguments, inputs.hasTrades(), "trades", symbol);
            add(arguments, inputs.hasQuotes(), "bbo-tbt", symbol);
            add(arguments, inputs.hasBook(), "books", symbol);
            add(arguments, inputs.hasFunding() && isSwap, "funding-rate", symbol);
            add(arguments, inputs.hasMarks() && !"SPOT".equals(OkxNames.typeOf(symbol)), "mark-price", symbol);
        }
        if (inputs.hasLiquidations()) {
            symbols.stream()
                    .map(OkxNames::typeOf)
                    .filter(type -> !"SPOT".equals(type))
                    .distinct()
                    .forEach(type ->
                            arguments.add("{\"channel\":\"liquidation-orders\",\"instType\":\"" + type + "\"}"));
        }
        return arguments.isEmpty()
                ? List.of()
                : List.of(new Subscription(request("subscribe", arguments), arguments.size()));
    }

    private static void add(
            final List<String> arguments, final boolean isWanted, final String channel, final String symbol) {
        if (isWanted) {
            arguments.add(argument(channel, symbol));
        }
    }

    private static String argument(final String channel, final String symbol) {
        return "{\"channel\":\"" + channel + "\",\"instId\":\"" + symbol + "\"}";
    }

    private static String request(final String operation, final List<String> arguments) {
        return "{\"op\":\"" + operation + "\",\"args\":[" + String.join(",", arguments) + "]}";
    }

    @Override
    public List<String> resubscription(final String symbol, final int depth) {
        final List<String> book = List.of(argument("books", symbol));
        return List.of(request("unsubscribe", book), request("subscribe", book));
    }

    @Override
    public List<RestRequest> instruments(final List<String> symbols) {
        return symbols.stream()
                .map(symbol -> new RestRequest(
                        "/api/v5/public/instruments?instType=" + OkxNames.typeOf(symbol) + "&instId=" + symbol,
                        "",
                        "",
                        1))
                .toList();
    }

    @Override
    public Optional<ExchangeProtocol> exchange() {
        return Optional.of(new OkxProtocol());
    }

    @Override
    public String toString() {
        return name();
    }

    @Override
    public ConnectLimit connectLimit() {
        return CONNECTS;
    }
}
