package io.millrace.feed.binance;

import io.millrace.feed.MarketFeed;
import io.millrace.feed.Venue;
import io.millrace.feed.VenueSubscription;
import io.millrace.feed.binance.exchange.BinanceProtocol;
import io.millrace.feed.binance.exchange.MarketStyle;
import io.millrace.feed.binance.wire.BinanceDecoder;
import io.millrace.feed.binance.wire.BinanceInputs;
import io.millrace.feed.decode.BookTerms;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.decode.SymbolNames;
import io.millrace.feed.net.ConnectionPlan;
import io.millrace.feed.net.RestRequest;
import io.millrace.feed.simulator.ExchangeProtocol;
import io.millrace.operators.market.sbe.BookChecksum;
import io.millrace.operators.market.sbe.BookRule;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A market of Binance: its addresses and limits. Source: Binance's public documentation; futures since the split of their
 * base address into {@code /public} and {@code /market}.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
public final class BinanceVenue implements Venue {
    /** Spot. */
    public static final BinanceVenue SPOT = new BinanceVenue(
            "binance-spot",
            "binance",
            "wss://stream.binance.com:9443",
            "https://api.binance.com",
            "",
            "",
            TradeStream.TRADE,
            BookRule.ASKED_NEXT_ID,
            BinanceNames.SPOT,
            5,
            1_024);

    /** Futures with margin in USD stablecoins. */
    public static final BinanceVenue USDM = new BinanceVenue(
            "binance-usdm",
            "usdm",
            "wss://fstream.binance.com",
            "https://fapi.binance.com",
            "/public",
            "/market",
            TradeStream.AGG_TRADE,
            BookRule.ASKED_PREVIOUS_ID,
            BinanceNames.PERPETUAL,
            10,
            200);

    private final String name;
    private final String shortName;
    private final URI baseUri;
    private final URI restUri;
    private final BookRule bookRule;
    private final SymbolNames names;
    private final String bookPath;
    private final String tradePath;
    private final TradeStream tradeStream;
    private final int messagesPerSecond;
    private final int streamsPerConnection;

    private BinanceVenue(
            final String name,
            final String shortName,
            final String baseUri,
            final String restUri,
            final String bookPath,
            final String tradePath,
            final TradeStream tradeStream,
            final BookRule bookRule,
            final SymbolNames names,
            final int messagesPerSecond,
            final int streamsPerConnection) {
        this.name = name;
        this.shortName = shortName;
        this.baseUri = URI.create(baseUri);
        this.restUri = URI.create(restUri);
        this.bookRule = bookRule;
        this.names = names;
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
    public URI restUri() {
        return restUri;
    }

    @Override
    public Set<String> streams() {
        return Set.of(MarketFeed.TRADES, MarketFeed.QUOTES, MarketFeed.BOOK);
    }

    @Override
    public SymbolNames names() {
        return names;
    }

    @Override
    public BookTerms book(final int depth) {
        return new BookTerms(bookRule, BookChecksum.NONE, 0);
    }

    @Override
    public FrameDecoder decoder(final FrameEvents events, final KnownInstruments instruments) {
        final FeedInputs inputs = events.inputs();
        return new BinanceDecoder(
                new BinanceInputs(inputs.trades(), inputs.quotes(), inputs.book(), true, true), instruments);
    }

    @Override
    public List<ConnectionPlan> connections(final VenueSubscription wanted) {
        return new BinanceStreams(this, wanted.base(), wanted.symbols(), tradeStream).plans(wanted.inputs());
    }

    @Override
    public Optional<RestRequest> snapshot(final String symbol, final int depth) {
        return Optional.empty();
    }

    @Override
    public List<String> resubscription(final String symbol, final int depth) {
        return List.of();
    }

    @Override
    public List<RestRequest> instruments(final List<String> symbols) {
        return List.of();
    }

    @Override
    public Optional<ExchangeProtocol> exchange() {
        return Optional.of(
                new BinanceProtocol(bookRule == BookRule.ASKED_NEXT_ID ? MarketStyle.SPOT : MarketStyle.USDM));
    }

    /** The same market, with another stream of trades. */
    public BinanceVenue withTrades(final TradeStream stream) {
        return new BinanceVenue(
                name,
                shortName,
                baseUri.toString(),
                restUri.toString(),
                bookPath,
                tradePath,
                stream,
                bookRule,
                names,
                messagesPerSecond,
                streamsPerConnection);
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
