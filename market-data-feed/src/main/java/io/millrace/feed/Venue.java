package io.millrace.feed;

import io.millrace.feed.decode.BookTerms;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.SymbolNames;
import io.millrace.feed.net.ConnectLimit;
import io.millrace.feed.net.ConnectionPlan;
import io.millrace.feed.net.RestRequest;
import io.millrace.feed.simulator.ExchangeProtocol;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A venue: all that Millrace knows of it. {@link VenueFeed} makes feeds of it, live or from captures; {@link Venues} is where
 * it is registered.
 *
 * <p>Thread: any. Allocation: yes; what is hot is the decoder. Deterministic: yes.
 */
public interface Venue {
    /** Streams of a spot market. */
    Set<String> SPOT_STREAMS = Set.of(MarketFeed.TRADES, MarketFeed.QUOTES, MarketFeed.BOOK);

    /** Streams of a market that has futures. */
    Set<String> FUTURES_STREAMS = Set.copyOf(MarketFeed.EVENTS);

    /** Its name, such as {@code binance-spot}: in definitions of instruments, in messages, on the command line. */
    String name();

    /** A shorter name that finds it as well; may be the same. */
    String shortName();

    /** Whether there is anything to connect to; otherwise it is known by captures alone. */
    default boolean isLive() {
        return true;
    }

    /** Where its live data comes from, unless another place is given. */
    URI baseUri();

    /** Where its REST endpoints are, unless another place is given. */
    URI restUri();

    /** Streams that it has, of {@link MarketFeed}. */
    Set<String> streams();

    /** How it spells instruments. */
    SymbolNames names();

    /**
     * How its books are kept.
     *
     * @param depth levels of a side that are wanted, 0 for what is usual
     * @throws io.millrace.engine.spi.ConnectorException if the venue has no books as deep; says how deep they are
     */
    BookTerms book(int depth);

    /**
     * Makes a decoder of one connection.
     *
     * @param events      takes what frames bring
     * @param instruments of the feed
     */
    FrameDecoder decoder(FrameEvents events, KnownInstruments instruments);

    /** Connections that bring what is wanted, with what to say on them. */
    List<ConnectionPlan> connections(VenueSubscription wanted);

    /** How to ask for the snapshot of a book; empty for a venue that sends it in band. */
    default Optional<RestRequest> snapshot(final String symbol, final int depth) {
        return Optional.empty();
    }

    /** What to send on its connection to get a book anew; nothing for a venue that is asked for snapshots. */
    default List<String> resubscription(final String symbol, final int depth) {
        return List.of();
    }

    /** How to ask for what the venue says of instruments; empty if it says nothing, or in band. */
    List<RestRequest> instruments(List<String> symbols);

    /** How it speaks to its clients, for an exchange in this process; empty if it has none. */
    default Optional<ExchangeProtocol> exchange() {
        return Optional.empty();
    }

    /** How often its clients may connect; attempts of all connections of a feed are spread accordingly. */
    default ConnectLimit connectLimit() {
        return ConnectLimit.USUAL;
    }

    /** What REST requests may cost in a minute, by {@link RestRequest#weight}. */
    default int restWeightPerMinute() {
        return 1_200;
    }
}
