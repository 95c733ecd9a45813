package io.millrace.feed.binance;

import io.millrace.feed.Venue;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A market of Binance: its addresses and limits. Source: Binance's public documentation; futures since the split of their
 * base address into {@code /public} and {@code /market}.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
public final class BinanceVenue implements Venue {
    /** Spot. */
    public static final BinanceVenue SPOT = new BinanceVenue(
            "binance-spot", "binance", "wss://stream.binance.com:9443", "", "", TradeStream.TRADE, 5, 1_024);

    /** Futures with margin in USD stablecoins. */
    public static final BinanceVenue USDM = new BinanceVenue(
            "binance-usdm", "usdm", "wss://fstream.binance.com", "/public", "/market", TradeStream.AGG_TRADE, 10, 200);

    private final String name;
    private final String shortName;
    private final URI baseUri;
    private final String bookPath;
    private final String tradePath;
    private final TradeStream tradeStream;
    private final int messagesPerSecond;
    private final int streamsPerConnection;

    private BinanceVenue(
            final String name,
            final String shortName,
            final String baseUri,
            final String bookPath,
            final String tradePath,
            final TradeStream tradeStream,
            final int messagesPerSecond,
            final int streamsPerConnection) {
        this.name = name;
        this.shortName = shortName;
        this.baseUri = URI.create(baseUri);
        this.bookPath = bookPath;
        this.tradePath = tradePath;
        this.tradeStream = tradeStream;
        this.messagesPerSecond = messagesPerSecond;
        this.streamsPerConnection = streamsPerConnection;
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
        return baseUri;
    }

    @Override
    public BinanceFeed live(final URI base, final List<String> symbols) {
        return BinanceFeed.live(this).at(base).symbols(symbols.toArray(new String[0]));
    }

    @Override
    public BinanceFeed capture(final List<Path> files) {
        return BinanceFeed.capture(this, files.toArray(new Path[0]));
    }

    /** Path of book and quote streams, behind the base address. */
    String bookPath() {
        return bookPath;
    }

    /** Path of trade streams, behind the base address. */
    String tradePath() {
        return tradePath;
    }

    /** The stream of trades that the venue sends reliably. */
    TradeStream tradeStream() {
        return tradeStream;
    }

    /** Messages that a client may send on a connection; pongs count. */
    public int messagesPerSecond() {
        return messagesPerSecond;
    }

    /** Streams that a connection may carry. */
    public int streamsPerConnection() {
        return streamsPerConnection;
    }

    @Override
    public String toString() {
        return name;
    }
}
