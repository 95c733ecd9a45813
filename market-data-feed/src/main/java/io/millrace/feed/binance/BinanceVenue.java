package io.millrace.feed.binance;

import io.millrace.feed.Venue;
import io.millrace.feed.VenueSubscription;
import io.millrace.feed.binance.exchange.BinanceProtocol;
import io.millrace.feed.binance.exchange.MarketStyle;
import io.millrace.feed.binance.wire.BinanceDecoder;
import io.millrace.feed.binance.wire.BinanceSbeDecoder;
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
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A market of Binance. Books are kept from all updates of a stream that has all levels, on a snapshot of as many levels as
 * are wanted: levels that it did not have are known once they change.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
public final class BinanceVenue implements Venue {
    /** Spot. */
    public static final BinanceVenue SPOT = new BinanceVenue(BinanceMarket.SPOT);

    /** Spot, with binary market data, which the venue sends sooner, to who has a key. */
    public static final BinanceVenue SPOT_SBE = new BinanceVenue(BinanceMarket.SPOT_SBE);

    /** Futures with margin in USD stablecoins. */
    public static final BinanceVenue USDM = new BinanceVenue(BinanceMarket.USDM);

    /** Futures with margin in coins. */
    public static final BinanceVenue COINM = new BinanceVenue(BinanceMarket.COINM);

    private static final ConnectLimit CONNECTS = new ConnectLimit(300, Duration.ofMinutes(5));

    private final BinanceMarket market;
    private final TradeStream tradeStream;
    private final BinanceRest rest;

    private BinanceVenue(final BinanceMarket market) {
        this(market, market.tradeStream);
    }

    private BinanceVenue(final BinanceMarket market, final TradeStream tradeStream) {
        this.market = market;
        this.tradeStream = tradeStream;
        this.rest = new BinanceRest(market);
    }

    @Override
    public String name() {
        return market.venue;
    }

    @Override
    public String shortName() {
        return market.shortName;
    }

    @Override
    public URI baseUri() {
        return URI.create(market.baseUri);
    }

    @Override
    public URI restUri() {
        return URI.create(market.restUri);
    }

    @Override
    public Set<String> streams() {
        return market.streams();
    }

    @Override
    public SymbolNames names() {
        return market.names;
    }

    @Override
    public BookTerms book(final int depth) {
        rest.require(depth);
        return new BookTerms(market.bookRule, BookChecksum.NONE, 0);
    }

    @Override
    public FrameDecoder decoder(final FrameEvents events, final KnownInstruments instruments) {
        return market.isBinary()
                ? new BinanceSbeDecoder(events, instruments)
                : new BinanceDecoder(events, instruments, market.dialect());
    }

    @Override
    public List<ConnectionPlan> connections(final VenueSubscription wanted) {
        return new BinanceStreams(market, wanted.base(), wanted.symbols(), tradeStream, System.getenv())
                .plans(wanted.inputs());
    }

    @Override
    public Optional<RestRequest> snapshot(final String symbol, final int depth) {
        return Optional.of(rest.snapshot(symbol, depth));
    }

    @Override
    public List<RestRequest> instruments(final List<String> symbols) {
        return rest.instruments(symbols);
    }

    @Override
    public Optional<ExchangeProtocol> exchange() {
        return Optional.of(
                market.isBinary() ? BinanceProtocol.binary() : new BinanceProtocol(MarketStyle.valueOf(market.name())));
    }

    @Override
    public ConnectLimit connectLimit() {
        return CONNECTS;
    }

    /** The same market, with another stream of trades. */
    public BinanceVenue withTrades(final TradeStream stream) {
        return new BinanceVenue(market, stream);
    }

    /** Messages that a client may send on a connection; pongs count. */
    public int messagesPerSecond() {
        return market.messagesPerSecond;
    }

    /** Streams that a connection may carry. */
    public int streamsPerConnection() {
        return market.streamsPerConnection;
    }

    @Override
    public String toString() {
        return market.venue;
    }
}
