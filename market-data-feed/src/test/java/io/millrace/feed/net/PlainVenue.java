package io.millrace.feed.net;

import io.millrace.feed.MarketFeed;
import io.millrace.feed.Venue;
import io.millrace.feed.VenueSubscription;
import io.millrace.feed.decode.BookTerms;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.SymbolNames;
import io.millrace.operators.market.sbe.BookChecksum;
import io.millrace.operators.market.sbe.BookRule;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A venue with a protocol for tests: one connection, and one request for each symbol, which is confirmed by one. */
final class PlainVenue implements Venue {
    private final BookRule rule;
    private KeepAlive keepAlive = KeepAlive.PINGS;
    private Duration oldest = Duration.ZERO;
    private Duration pause = Duration.ofMillis(1);
    private ConnectLimit limit = new ConnectLimit(10_000, Duration.ofMinutes(1));
    private List<RestRequest> lists = List.of();
    private int weights = 1_000_000;

    PlainVenue(final BookRule rule) {
        this.rule = rule;
    }

    PlainVenue keepAlive(final KeepAlive value) {
        keepAlive = value;
        return this;
    }

    PlainVenue oldest(final Duration value) {
        oldest = value;
        return this;
    }

    PlainVenue pause(final Duration value) {
        pause = value;
        return this;
    }

    PlainVenue limit(final ConnectLimit value) {
        limit = value;
        return this;
    }

    PlainVenue lists(final RestRequest... requests) {
        lists = List.of(requests);
        return this;
    }

    PlainVenue weights(final int perMinute) {
        weights = perMinute;
        return this;
    }

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public String shortName() {
        return "plain";
    }

    @Override
    public URI baseUri() {
        return URI.create("ws://127.0.0.1:1");
    }

    @Override
    public URI restUri() {
        return URI.create("http://127.0.0.1:1");
    }

    @Override
    public Set<String> streams() {
        return Set.of(MarketFeed.TRADES, MarketFeed.QUOTES, MarketFeed.BOOK);
    }

    @Override
    public SymbolNames names() {
        return SymbolNames.SAME;
    }

    @Override
    public BookTerms book(final int depth) {
        return new BookTerms(rule, BookChecksum.NONE, 0);
    }

    @Override
    public FrameDecoder decoder(final FrameEvents events, final KnownInstruments instruments) {
        return new PlainDecoder(events);
    }

    @Override
    public List<ConnectionPlan> connections(final VenueSubscription wanted) {
        return List.of(new ConnectionPlan(
                wanted.base(),
                wanted.symbols().stream()
                        .map(symbol -> new Subscription("want " + symbol, 1))
                        .toList(),
                wanted.symbols(),
                pause,
                keepAlive,
                oldest,
                Map.of("x-key", "abc")));
    }

    @Override
    public Optional<RestRequest> snapshot(final String symbol, final int depth) {
        return rule == BookRule.ASKED_NEXT_ID || rule == BookRule.ASKED_PREVIOUS_ID
                ? Optional.of(new RestRequest("/book?of=" + symbol, "{\"snapshot\":\"" + symbol + "\",\"U\":", "}", 5))
                : Optional.empty();
    }

    @Override
    public List<String> resubscription(final String symbol, final int depth) {
        return List.of("leave " + symbol, "want " + symbol);
    }

    @Override
    public List<RestRequest> instruments(final List<String> symbols) {
        return lists;
    }

    @Override
    public ConnectLimit connectLimit() {
        return limit;
    }

    @Override
    public int restWeightPerMinute() {
        return weights;
    }
}
