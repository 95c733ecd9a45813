package io.millrace.feed.coinbase.exchange;

import io.millrace.feed.simulator.ClientLine;
import io.millrace.feed.simulator.ClientSession;
import io.millrace.feed.simulator.ExchangeProtocol;
import io.millrace.feed.simulator.RestReply;
import io.millrace.feed.simulator.SyntheticSymbol;
import io.millrace.feed.simulator.TrueInstrument;
import io.millrace.feed.simulator.TrueMarket;
import java.util.List;

/**
 * The Exchange feed of Coinbase. Nothing in an update of a book tells whether one before it is missing.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
public final class CoinbaseProtocol implements ExchangeProtocol {
    private static final String PATH = "";
    private static final String LIST = "/products/";

    @Override
    public List<SyntheticSymbol> symbols() {
        return List.of(new SyntheticSymbol("BTC-USD", 6_183_775, 2, 8), new SyntheticSymbol("SKL-BTC", 1_305, 8, 1));
    }

    @Override
    public ClientSession open(final String uri, final TrueMarket market, final ClientLine line) {
        return uri.startsWith(PATH) ? new CoinbaseSession(market, line) : null;
    }

    @Override
    public RestReply get(final String uri, final TrueMarket market, final long time) {
        if (!uri.startsWith(LIST)) {
            return RestReply.NOT_FOUND;
        }
        final TrueInstrument instrument = market.find(uri.substring(uri.lastIndexOf('/') + 1));
        return instrument == null ? RestReply.NOT_FOUND : RestReply.ok(CoinbaseMessages.instrument("id", instrument));
    }

    @Override
    public boolean tellsLoss() {
        return false;
    }
}
