package io.millrace.feed.kraken.exchange;

import io.millrace.feed.simulator.ClientLine;
import io.millrace.feed.simulator.ClientSession;
import io.millrace.feed.simulator.ExchangeProtocol;
import io.millrace.feed.simulator.SyntheticSymbol;
import io.millrace.feed.simulator.TrueMarket;
import java.util.List;

/**
 * Kraken spot, version 2 of its websocket. Its checksum is over ten levels of each side: who has more can't tell by the next
 * message whether one was missed.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
public final class KrakenProtocol implements ExchangeProtocol {
    private static final String PATH = "/v2";

    @Override
    public List<SyntheticSymbol> symbols() {
        return List.of(
                new SyntheticSymbol("BTC/USD", 618_377, 1, 8),
                new SyntheticSymbol("ETH/USD", 267_512, 2, 8),
                new SyntheticSymbol("ALGO/USD", 12_291, 5, 8));
    }

    @Override
    public ClientSession open(final String uri, final TrueMarket market, final ClientLine line) {
        return uri.startsWith(PATH) ? new KrakenSession(market, line) : null;
    }

    @Override
    public boolean hasChecksums() {
        return true;
    }
}
