package io.millrace.feed.bybit;

import io.millrace.feed.Venue;
import io.millrace.feed.VenueSubscription;
import io.millrace.feed.bybit.exchange.BybitProtocol;
import io.millrace.feed.bybit.wire.BybitDecoder;
import io.millrace.feed.decode.BookTerms;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.SymbolNames;
import io.millrace.feed.net.ConnectLimit;
import io.millrace.feed.net.ConnectionPlan;
import io.millrace.feed.net.RestRequest;
import io.millrace.feed.simulator.ExchangeProtocol;
import io.millrace.operators.market.sbe.BookChecksum;
import io.millrace.operators.market.sbe.BookRule;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A market of Bybit. Source: Bybit's public documentation of version 5.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
public final class BybitVenue implements Venue {
    /** Spot. */
    public static final BybitVenue SPOT = new BybitVenue("bybit-spot", "bybit", "spot", BybitNames.SPOT);

    /** Futures with margin in USD stablecoins. */
    public static final BybitVenue LINEAR = new BybitVenue("bybit-linear", "linear", "linear", BybitNames.LINEAR);

    /** It allows 500 connections in five minutes. */
    private static final ConnectLimit CONNECTS = new ConnectLimit(500, Duration.ofMinutes(5));

    private static final int ANSWER = 90;

    private final String name;
    private final String shortName;
    private final String category;
    private final BybitNames names;
    private final BybitTopics topics;

    private BybitVenue(final String name, final String shortName, final String category, final BybitNames names) {
        this.name = name;
        this.shortName = shortName;
        this.category = category;
        this.names = names;
        this.topics = new BybitTopics("/v5/public/" + category, names == BybitNames.LINEAR);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String shortName() {
        return shortName;
    }

    @Override
    public URI baseUri() {
        return URI.create("wss://stream.bybit.com");
    }

    @Override
    public URI restUri() {
        return URI.create("https://api.bybit.com");
    }

    @Override
    public Set<String> streams() {
        return names == BybitNames.SPOT ? SPOT_STREAMS : FUTURES_STREAMS;
    }

    @Override
    public SymbolNames names() {
        return names;
    }

    /** The venue removes levels that are too deep by itself. */
    @Override
    public BookTerms book(final int depth) {
        topics.depth(depth);
        return new BookTerms(BookRule.NEXT_ID, BookChecksum.NONE, 0);
    }

    @Override
    public FrameDecoder decoder(final FrameEvents events, final KnownInstruments instruments) {
        return new BybitDecoder(events, instruments);
    }

    @Override
    public List<ConnectionPlan> connections(final VenueSubscription wanted) {
        return topics.plans(wanted);
    }

    @Override
    public List<String> resubscription(final String symbol, final int depth) {
        final List<String> book = List.of(topics.book(symbol, depth));
        return List.of(
                BybitTopics.request("unsubscribe", ANSWER, book), BybitTopics.request("subscribe", ANSWER + 1, book));
    }

    /** One for each: the whole list comes in pages. */
    @Override
    public List<RestRequest> instruments(final List<String> symbols) {
        return symbols.stream()
                .map(symbol -> new RestRequest(
                        "/v5/market/instruments-info?category=" + category + "&symbol=" + symbol,
                        "{\"topic\":\"instruments-info\",\"data\":",
                        "}",
                        1))
                .toList();
    }

    @Override
    public ConnectLimit connectLimit() {
        return CONNECTS;
    }

    @Override
    public Optional<ExchangeProtocol> exchange() {
        return Optional.of(new BybitProtocol(names == BybitNames.LINEAR));
    }

    @Override
    public String toString() {
        return name;
    }
}
