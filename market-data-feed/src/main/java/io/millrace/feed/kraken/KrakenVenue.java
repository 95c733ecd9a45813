package io.millrace.feed.kraken;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.Venue;
import io.millrace.feed.VenueSubscription;
import io.millrace.feed.decode.BookTerms;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.SymbolNames;
import io.millrace.feed.kraken.exchange.KrakenProtocol;
import io.millrace.feed.kraken.wire.KrakenDecoder;
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
import java.util.stream.Collectors;

/**
 * Kraken spot, version 2 of its websocket. Instruments are told in band. Source: Kraken's public documentation; the least
 * time between messages is Millrace's own, Kraken names none.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
public final class KrakenVenue implements Venue {
    /** Spot. */
    public static final KrakenVenue SPOT = new KrakenVenue();

    private static final String PATH = "/v2";
    private static final List<Integer> DEPTHS = List.of(10, 25, 100, 500, 1_000);

    /** The checksum is over ten levels: of a book that has no more, each loss is noticed with the next message. */
    private static final int USUAL_DEPTH = 10;

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration PING_EVERY = Duration.ofSeconds(30);
    private static final String PING = "{\"method\":\"ping\"}";

    private KrakenVenue() {}

    @Override
    public String name() {
        return "kraken";
    }

    @Override
    public String shortName() {
        return "kraken";
    }

    @Override
    public URI baseUri() {
        return URI.create("wss://ws.kraken.com" + PATH);
    }

    @Override
    public URI restUri() {
        return URI.create("https://api.kraken.com");
    }

    @Override
    public Set<String> streams() {
        return SPOT_STREAMS;
    }

    @Override
    public SymbolNames names() {
        return KrakenNames.ALL;
    }

    /** A depth that nobody asked for is left open: the venue's answer, the channel's name or the first snapshot tells it. */
    @Override
    public BookTerms book(final int depth) {
        return new BookTerms(BookRule.UNNUMBERED, BookChecksum.KRAKEN, depth == 0 ? 0 : subscribed(depth));
    }

    private static int subscribed(final int depth) {
        if (depth == 0) {
            return USUAL_DEPTH;
        }
        return DEPTHS.stream()
                .filter(offered -> offered >= depth)
                .findFirst()
                .orElseThrow(() -> new ConnectorException(
                        "kraken has no books of " + depth + " levels: ask for 1,000 at most; it offers " + DEPTHS));
    }

    @Override
    public FrameDecoder decoder(final FrameEvents events, final KnownInstruments instruments) {
        return new KrakenDecoder(events, instruments);
    }

    @Override
    public List<ConnectionPlan> connections(final VenueSubscription wanted) {
        final List<Subscription> messages = new ArrayList<>();
        final List<String> symbols = wanted.symbols();
        messages.add(new Subscription(
                "{\"method\":\"subscribe\",\"params\":{\"channel\":\"instrument\",\"snapshot\":true}}", 1));
        if (wanted.inputs().hasTrades()) {
            messages.add(subscription("trade", symbols, ",\"snapshot\":false"));
        }
        if (wanted.inputs().hasQuotes()) {
            messages.add(subscription("ticker", symbols, ",\"event_trigger\":\"bbo\",\"snapshot\":true"));
        }
        if (wanted.inputs().hasBook()) {
            messages.add(subscription("book", symbols, depthAndSnapshot(wanted.depth())));
        }
        return List.of(new ConnectionPlan(
                wanted.uri(PATH), messages, symbols, PAUSE, KeepAlive.text(PING_EVERY, PING), Duration.ZERO, Map.of()));
    }

    private static String depthAndSnapshot(final int depth) {
        return ",\"depth\":" + subscribed(depth) + ",\"snapshot\":true";
    }

    private static Subscription subscription(final String channel, final List<String> symbols, final String more) {
        return new Subscription(request("subscribe", channel, symbols, more), symbols.size());
    }

    private static String request(
            final String method, final String channel, final List<String> symbols, final String more) {
        return "{\"method\":\"" + method + "\",\"params\":{\"channel\":\"" + channel + "\",\"symbol\":"
                + symbols.stream().collect(Collectors.joining("\",\"", "[\"", "\"]")) + more + "}}";
    }

    @Override
    public List<String> resubscription(final String symbol, final int depth) {
        final List<String> one = List.of(symbol);
        return List.of(
                request("unsubscribe", "book", one, ",\"depth\":" + subscribed(depth)),
                request("subscribe", "book", one, depthAndSnapshot(depth)));
    }

    @Override
    public List<RestRequest> instruments(final List<String> symbols) {
        return List.of();
    }

    @Override
    public Optional<ExchangeProtocol> exchange() {
        return Optional.of(new KrakenProtocol());
    }

    @Override
    public String toString() {
        return name();
    }
}
