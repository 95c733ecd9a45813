package io.millrace.feed.binance;

import io.millrace.feed.Venue;
import io.millrace.feed.binance.wire.BinanceDialect;
import io.millrace.operators.market.sbe.BookRule;
import java.util.Set;

/**
 * In what the markets of Binance differ: addresses, paths, limits. Source: Binance's public documentation; futures with
 * margin in USD since the split of their base address into {@code /public} and {@code /market}.
 */
enum BinanceMarket {
    SPOT(
            "binance-spot",
            "binance",
            "wss://stream.binance.com:9443",
            "https://api.binance.com",
            "/api/v3",
            "",
            "",
            BookRule.ASKED_NEXT_ID,
            BinanceNames.SPOT,
            TradeStream.TRADE,
            5,
            1_024),
    /** Spot, with binary market data. */
    SPOT_SBE(
            "binance-spot-sbe",
            "sbe",
            "wss://stream-sbe.binance.com:9443",
            "https://api.binance.com",
            "/api/v3",
            "",
            "",
            BookRule.ASKED_NEXT_ID,
            BinanceNames.SPOT,
            TradeStream.TRADE,
            5,
            1_024),
    USDM(
            "binance-usdm",
            "usdm",
            "wss://fstream.binance.com",
            "https://fapi.binance.com",
            "/fapi/v1",
            "/public",
            "/market",
            BookRule.ASKED_PREVIOUS_ID,
            BinanceNames.USDM,
            TradeStream.AGG_TRADE,
            10,
            200),
    COINM(
            "binance-coinm",
            "coinm",
            "wss://dstream.binance.com",
            "https://dapi.binance.com",
            "/dapi/v1",
            "",
            "",
            BookRule.ASKED_PREVIOUS_ID,
            BinanceNames.COINM,
            TradeStream.AGG_TRADE,
            10,
            200);

    final String venue;
    final String shortName;
    final String baseUri;
    final String restUri;
    final String restPath;
    final String bookPath;
    final String marketPath;
    final BookRule bookRule;
    final BinanceNames names;

    /** The stream of trades that the venue sends reliably. */
    final TradeStream tradeStream;

    /** Messages that a client may send on a connection; pongs count. */
    final int messagesPerSecond;

    /** Streams that a connection may carry. */
    final int streamsPerConnection;

    BinanceMarket(
            final String venue,
            final String shortName,
            final String baseUri,
            final String restUri,
            final String restPath,
            final String bookPath,
            final String marketPath,
            final BookRule bookRule,
            final BinanceNames names,
            final TradeStream tradeStream,
            final int messagesPerSecond,
            final int streamsPerConnection) {
        this.venue = venue;
        this.shortName = shortName;
        this.baseUri = baseUri;
        this.restUri = restUri;
        this.restPath = restPath;
        this.bookPath = bookPath;
        this.marketPath = marketPath;
        this.bookRule = bookRule;
        this.names = names;
        this.tradeStream = tradeStream;
        this.messagesPerSecond = messagesPerSecond;
        this.streamsPerConnection = streamsPerConnection;
    }

    /** Whether market data is binary; such connections need a key. */
    boolean isBinary() {
        return this == SPOT_SBE;
    }

    String quoteChannel() {
        return isBinary() ? "bestBidAsk" : "bookTicker";
    }

    /** Binary updates have one speed. */
    String bookChannel() {
        return isBinary() ? "depth" : "depth@100ms";
    }

    boolean isSpot() {
        return this == SPOT || isBinary();
    }

    BinanceDialect dialect() {
        return isSpot() ? BinanceDialect.SPOT : BinanceDialect.FUTURES;
    }

    Set<String> streams() {
        return isSpot() ? Venue.SPOT_STREAMS : Venue.FUTURES_STREAMS;
    }
}
