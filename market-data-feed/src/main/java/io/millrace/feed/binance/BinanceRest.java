package io.millrace.feed.binance;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.net.RestRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is asked for over REST: snapshots of books, and the list of instruments. Answers become frames of streams that the
 * venue does not have, so that they can be told apart. Weights: Binance's public documentation.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
final class BinanceRest {
    private static final String TAIL = "}";
    private static final int USUAL_DEPTH = 1_000;
    private static final int SPOT_DEPTH = 5_000;
    private static final int[] FUTURES_LIMITS = {5, 10, 20, 50, 100, 500, 1_000};
    private static final int[] FUTURES_WEIGHTS = {2, 2, 2, 2, 5, 10, 20};
    private static final int[] SPOT_LIMITS = {100, 500, 1_000, SPOT_DEPTH};
    private static final int[] SPOT_WEIGHTS = {5, 25, 50, 250};
    private static final int LIST_WEIGHT = 20;
    private static final int SYMBOLS_PER_LIST = 100;

    private final BinanceMarket market;

    BinanceRest(final BinanceMarket market) {
        this.market = market;
    }

    /** Refuses a depth that the venue has no snapshots for. */
    void require(final int depth) {
        final int deepest = market.isSpot() ? SPOT_DEPTH : USUAL_DEPTH;
        if (depth < 0 || depth > deepest) {
            throw new ConnectorException("feed " + market.venue + ": books have at most " + deepest
                    + " levels of a side, not " + depth + ": ask for fewer");
        }
    }

    /** Asks for the snapshot of a book that has at least so many levels of a side; 0 for what is usual. */
    RestRequest snapshot(final String symbol, final int depth) {
        final int[] limits = market.isSpot() ? SPOT_LIMITS : FUTURES_LIMITS;
        final int[] weights = market.isSpot() ? SPOT_WEIGHTS : FUTURES_WEIGHTS;
        final int wanted = depth == 0 ? USUAL_DEPTH : depth;
        int index = 0;
        while (limits[index] < wanted) {
            index++;
        }
        return new RestRequest(
                market.restPath + "/depth?symbol=" + symbol + "&limit=" + limits[index],
                head(symbol.toLowerCase(Locale.ROOT) + "@depthSnapshot"),
                TAIL,
                weights[index]);
    }

    /** Asks for the list of instruments: of futures the whole one, since there is no other. */
    List<RestRequest> instruments(final List<String> symbols) {
        final String path = market.restPath + "/exchangeInfo";
        final String head = head("!exchangeInfo");
        if (!market.isSpot()) {
            return List.of(new RestRequest(path, head, TAIL, 1));
        }
        final List<RestRequest> requests = new ArrayList<>();
        for (int from = 0; from < symbols.size(); from += SYMBOLS_PER_LIST) {
            final String names = symbols.subList(from, Math.min(symbols.size(), from + SYMBOLS_PER_LIST)).stream()
                    .collect(Collectors.joining("%22,%22", "%5B%22", "%22%5D"));
            requests.add(new RestRequest(path + "?symbols=" + names, head, TAIL, LIST_WEIGHT));
        }
        return requests;
    }

    private static String head(final String stream) {
        return "{\"stream\":\"" + stream + "\",\"data\":";
    }
}
