package io.millrace.feed;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.feed.capture.CaptureSource;
import io.millrace.feed.decode.BookTerms;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.net.ConnectionConfig;
import io.millrace.feed.net.FeedSetup;
import io.millrace.feed.net.LiveSource;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Market data of a venue.
 *
 * <pre>{@code
 *   VenueFeed feed = VenueFeed.live(Venues.find("binance-spot")).symbols("BTC-USDT", "ETH-USDT");
 *   Stream<Trade> trades = flow.input("trades", feed.trades());
 *   Stream<Quote> quotes = flow.input("quotes", feed.quotes());
 * }</pre>
 *
 * <p>Instruments are numbered from 0: those of a live feed in the order in which they were named, so that numbers stay the
 * same from run to run; those of a capture in the order of their first use. Feeds whose numbers meet in one flow need
 * ranges of their own: {@link #instrumentsFrom}.
 *
 * <p>Thread: one; set up before it is opened. Allocation: yes. Deterministic: captures are.
 */
public final class VenueFeed extends MarketFeed {
    private static final int LAST_PORT = 65_535;

    private final Venue venue;
    private final List<Path> files;
    private final ConnectionConfig connections = new ConnectionConfig();
    private List<String> symbols = List.of();
    private URI baseUri;
    private URI restUri;
    private int depth;
    private int firstInstrument;

    private VenueFeed(final Venue venue, final List<Path> files) {
        this.venue = venue;
        this.files = files;
        this.baseUri = venue.baseUri();
        this.restUri = venue.restUri();
    }

    /**
     * A live feed; needs {@link #symbols}. What the venue sends while the process is down is missed: see
     * {@link MarketFeed}.
     *
     * @throws ConnectorException if there is nothing to connect to
     */
    public static VenueFeed live(final Venue venue) {
        if (!venue.isLive()) {
            throw new ConnectorException("venue " + venue.name() + " has recordings and nothing to connect to: name its"
                    + " files with --capture, or with VenueFeed.capture(...)");
        }
        return new VenueFeed(venue, List.of());
    }

    /**
     * A feed of recorded frames, read one file after another. A run that goes on with its journal goes on behind the last
     * frame that is in it; needs the same files in the same order.
     */
    public static VenueFeed capture(final Venue venue, final Path... files) {
        if (files.length == 0) {
            throw new ConnectorException("feed " + venue.name() + ": no capture is named, name at least one file");
        }
        return new VenueFeed(venue, List.of(files));
    }

    /** The instruments to subscribe to, in the venue's spelling or that of all venues, in any case. */
    public VenueFeed symbols(final String... names) {
        symbols = Arrays.stream(names).map(venue.names()::symbol).distinct().toList();
        return this;
    }

    /**
     * Connects here, such as to an exchange in this process: scheme, host and port, and a path if there is one. REST
     * requests go to the same host and port.
     *
     * @throws ConnectorException if that is no address of a websocket
     */
    public VenueFeed at(final URI base) {
        final boolean isWebSocket = "ws".equalsIgnoreCase(base.getScheme()) || "wss".equalsIgnoreCase(base.getScheme());
        if (!isWebSocket || base.getHost() == null || base.getPort() > LAST_PORT) {
            throw new ConnectorException(
                    "'" + base + "' is no address of a websocket: write it like ws://127.0.0.1:9443"
                            + " or wss://stream.binance.com:9443");
        }
        baseUri = base;
        restUri = URI.create("http" + base.getScheme().substring(2) + "://" + base.getRawAuthority());
        return this;
    }

    /** REST requests go here, where that is not the place of {@link #at}. */
    public VenueFeed restAt(final URI base) {
        restUri = base;
        return this;
    }

    /** Levels of a side that books are to have; 0 for what is usual at the venue. */
    public VenueFeed depth(final int levels) {
        depth = levels;
        return this;
    }

    /** Number of the first instrument. */
    public VenueFeed instrumentsFrom(final int first) {
        firstInstrument = first;
        return this;
    }

    /** How connections behave; may be changed until the feed is opened. */
    public ConnectionConfig connections() {
        return connections;
    }

    @Override
    public String name() {
        return venue.name();
    }

    @Override
    public Source open(final SourceContext context) {
        final boolean live = files.isEmpty();
        if (live && symbols.isEmpty()) {
            throw new ConnectorException(
                    "feed " + name() + ": no symbol is named, name at least one with symbols(...)");
        }
        final FeedInputs inputs = inputs(context);
        final BookTerms terms = venue.book(depth);
        final KnownInstruments instruments = new KnownInstruments(name(), firstInstrument, venue.names(), terms);
        symbols.forEach(instruments::expect);
        if (live) {
            final FeedSetup setup = new FeedSetup(
                    venue,
                    instruments,
                    inputs,
                    venue.connections(new VenueSubscription(baseUri, symbols, inputs, depth)),
                    restUri,
                    symbols,
                    depth);
            return new LiveSource(setup, connections, context);
        }
        return new CaptureSource(
                files,
                gate -> venue.decoder(new FrameEvents(inputs, instruments, gate), instruments),
                terms.rule(),
                context);
    }

    private static FeedInputs inputs(final SourceContext context) {
        return new FeedInputs(
                context.input(TRADES),
                context.input(QUOTES),
                context.input(BOOK),
                context.input(FUNDING),
                context.input(MARKS),
                context.input(LIQUIDATIONS));
    }
}
