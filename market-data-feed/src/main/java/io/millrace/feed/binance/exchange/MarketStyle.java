package io.millrace.feed.binance.exchange;

import io.millrace.feed.simulator.SyntheticSymbol;
import java.util.List;

/** How a market of Binance spells its messages. */
public enum MarketStyle {
    /** Eight decimals for everything; quotes have neither type nor time. */
    SPOT(8, "/api/v3", "{\"u\":", "", ",\"M\":true}"),
    /** Each symbol's own decimals; type, two times and the previous id wherever they belong. */
    USDM(0, "/fapi/v1", "{\"e\":\"bookTicker\",\"u\":", ",\"X\":\"MARKET\"", "}"),
    /** As {@link #USDM}, with names of pairs. */
    COINM(0, "/dapi/v1", "{\"e\":\"bookTicker\",\"u\":", ",\"X\":\"MARKET\"", "}");

    private static final List<SyntheticSymbol> STABLE_COINS = List.of(
            new SyntheticSymbol("BTCUSDT", 6_180_020, 2, 5),
            new SyntheticSymbol("ETHUSDT", 268_450, 2, 4),
            new SyntheticSymbol("SOLUSDT", 16_123, 2, 3),
            new SyntheticSymbol("BNBUSDT", 52_140, 2, 3));
    private static final List<SyntheticSymbol> COINS = List.of(
            new SyntheticSymbol("BTCUSD_PERP", 618_002, 1, 0), new SyntheticSymbol("ETHUSD_PERP", 268_450, 2, 0));

    private final int decimals;
    private final String restPath;
    private final String quoteHead;
    private final String tradeExtra;
    private final String tradeTail;

    MarketStyle(
            final int decimals,
            final String restPath,
            final String quoteHead,
            final String tradeExtra,
            final String tradeTail) {
        this.decimals = decimals;
        this.restPath = restPath;
        this.quoteHead = quoteHead;
        this.tradeExtra = tradeExtra;
        this.tradeTail = tradeTail;
    }

    List<SyntheticSymbol> symbols() {
        return this == COINM ? COINS : STABLE_COINS;
    }

    int decimals(final int own) {
        return Math.max(decimals, own);
    }

    /** Whether it is a market of futures: two times, previous ids, marks, liquidations. */
    boolean isFutures() {
        return this != SPOT;
    }

    /** What the paths of its REST endpoints begin with. */
    String restPath() {
        return restPath;
    }

    String quoteHead() {
        return quoteHead;
    }

    String tradeExtra() {
        return tradeExtra;
    }

    String tradeTail() {
        return tradeTail;
    }
}
