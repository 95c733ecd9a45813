package io.millrace.feed.binance;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.feed.MarketFeed;
import io.millrace.feed.binance.wire.BinanceDecoder;
import io.millrace.feed.binance.wire.BinanceInputs;
import io.millrace.feed.capture.CaptureSource;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.net.ConnectionConfig;
import io.millrace.feed.net.LiveSource;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Market data of Binance.
 *
 * <pre>{@code
 *   BinanceFeed feed = BinanceFeed.live(BinanceVenue.SPOT).symbols("btcusdt", "ethusdt");
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
public final class BinanceFeed extends MarketFeed {
    private static final int LAST_PORT = 65_535;

    private final BinanceVenue venue;
    private final List<Path> files;
    private final ConnectionConfig connections = new ConnectionConfig();
    private List<String> symbols = List.of();
    private URI baseUri;
    private TradeStream tradeStream;
    private int firstInstrument;

    private BinanceFeed(final BinanceVenue venue, final List<Path> files) {
        this.venue = venue;
        this.files = files;
        this.baseUri = venue.baseUri();
        this.tradeStream = files.isEmpty() ? venue.tradeStream() : TradeStream.AUTO;
    }

    /**
     * A live feed; needs {@link #symbols}. What the venue sends while the process is down is missed: see
     * {@link MarketFeed}.
     */
    public static BinanceFeed live(final BinanceVenue venue) {
        return new BinanceFeed(venue, List.of());
    }

    /**
     * A feed of recorded frames, read one file after another. A run that goes on with its journal goes on behind the last
     * frame that is in it; needs the same files in the same order.
     */
    public static BinanceFeed capture(final BinanceVenue venue, final Path... files) {
        if (files.length == 0) {
            throw new ConnectorException("feed " + venue.name() + ": no capture is named, name at least one file");
        }
        return new BinanceFeed(venue, List.of(files));
    }

    /** The symbols to subscribe to, such as {@code btcusdt}; in any case. */
    public BinanceFeed symbols(final String... names) {
        symbols = Arrays.stream(names)
                .map(name -> name.toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
        return this;
    }

    /**
     * Connects here, such as to an exchange in this process: scheme, host and port, and a path if there is one.
     *
     * @throws ConnectorException if that is no address of a websocket
     */
    public BinanceFeed at(final URI base) {
        final boolean isWebSocket = "ws".equalsIgnoreCase(base.getScheme()) || "wss".equalsIgnoreCase(base.getScheme());
        if (!isWebSocket || base.getHost() == null || base.getPort() > LAST_PORT) {
            throw new ConnectorException(
                    "'" + base + "' is no address of a websocket: write it like ws://127.0.0.1:9443"
                            + " or wss://stream.binance.com:9443");
        }
        baseUri = base;
        return this;
    }

    /** Which stream of trades counts. */
    public BinanceFeed tradeStream(final TradeStream stream) {
        tradeStream = stream;
        return this;
    }

    /** Number of the first instrument. */
    public BinanceFeed instrumentsFrom(final int first) {
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
        if (live && tradeStream == TradeStream.AUTO) {
            throw new ConnectorException("feed " + name() + ": a live feed subscribes to one stream of trades, "
                    + "choose TRADE or AGG_TRADE");
        }
        final BinanceInputs inputs = new BinanceInputs(
                context.input(TRADES),
                context.input(QUOTES),
                context.input(BOOK),
                tradeStream != TradeStream.AGG_TRADE,
                tradeStream != TradeStream.TRADE);
        final KnownInstruments instruments = new KnownInstruments(venue.name(), firstInstrument);
        symbols.forEach(instruments::expect);
        final BinanceDecoder decoder = new BinanceDecoder(inputs, instruments);
        return live
                ? new LiveSource(
                        name(),
                        new BinanceStreams(venue, baseUri, symbols, tradeStream).plans(inputs),
                        decoder,
                        connections,
                        context)
                : new CaptureSource(files, decoder, context);
    }
}
