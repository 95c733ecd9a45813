package io.millrace.feed.faults;

import io.millrace.feed.Venue;
import io.millrace.feed.VenueFeed;
import io.millrace.feed.simulator.EmbeddedExchange;
import io.millrace.feed.simulator.ExchangeConfig;
import io.millrace.feed.simulator.SyntheticMarket;
import io.millrace.feed.simulator.SyntheticSymbol;
import io.millrace.operators.Books;
import io.millrace.operators.Dataflow;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** A venue with its exchange on a socket, a live feed from it, and a watch over its books. */
final class SocketVenue implements AutoCloseable {
    private static final int INSTRUMENTS = 2;
    private static final int ANY_NUMBER = 1_000;

    private final Venue venue;
    private final EmbeddedExchange exchange;
    private final BookWatch watch;
    private final VenueFeed feed;

    /** @param first number of its first instrument */
    SocketVenue(final Venue venue, final int first, final ExchangeConfig config) {
        this.venue = venue;
        final List<String> symbols = venue.exchange().orElseThrow().symbols().stream()
                .limit(INSTRUMENTS)
                .map(SyntheticSymbol::name)
                .toList();
        exchange = new EmbeddedExchange(
                        venue,
                        new SyntheticMarket(11).framesPerSecond(400),
                        config.messagesPerSecond(ANY_NUMBER).startAfterStreams(1))
                .start();
        watch = new BookWatch(exchange.market(), symbols, first);
        feed = VenueFeed.live(venue)
                .at(URI.create(exchange.uri() + venue.baseUri().getRawPath()))
                .symbols(symbols.toArray(new String[0]))
                .instrumentsFrom(first);
        feed.connections()
                .firstDelay(Duration.ofMillis(20))
                .longestDelay(Duration.ofMillis(200))
                .snapshotWithin(Duration.ofSeconds(2));
    }

    void define(final Dataflow flow) {
        final String id = venue.name();
        final Books books = Books.of(id, flow.input(id + "-deltas", feed.bookDeltas()), feed.bookAnswers());
        books.changes().inspect(id + "-compare", watch::book);
        books.states().inspect(id + "-states", watch::state);
        books.requests().inspect(id + "-requests", watch::request);
    }

    Venue venue() {
        return venue;
    }

    EmbeddedExchange exchange() {
        return exchange;
    }

    BookWatch watch() {
        return watch;
    }

    @Override
    public void close() {
        exchange.close();
    }

    @Override
    public String toString() {
        return venue.name() + ": " + watch;
    }
}
