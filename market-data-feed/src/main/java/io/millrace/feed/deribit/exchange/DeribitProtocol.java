package io.millrace.feed.deribit.exchange;

import io.millrace.feed.simulator.ClientLine;
import io.millrace.feed.simulator.ClientSession;
import io.millrace.feed.simulator.ExchangeProtocol;
import io.millrace.feed.simulator.RestReply;
import io.millrace.feed.simulator.SyntheticSymbol;
import io.millrace.feed.simulator.TrueInstrument;
import io.millrace.feed.simulator.TrueMarket;
import java.util.List;

/**
 * Deribit, its public channels.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
public final class DeribitProtocol implements ExchangeProtocol {
    private static final String PATH = "/ws/api/v2";
    private static final String LIST = "/api/v2/public/get_instrument";

    @Override
    public List<SyntheticSymbol> symbols() {
        return List.of(
                new SyntheticSymbol("BTC-PERPETUAL", 618_375, 1, 1),
                new SyntheticSymbol("ETH-PERPETUAL", 267_515, 2, 1));
    }

    @Override
    public ClientSession open(final String uri, final TrueMarket market, final ClientLine line) {
        return uri.startsWith(PATH) ? new DeribitSession(market, line) : null;
    }

    @Override
    public RestReply get(final String uri, final TrueMarket market, final long time) {
        if (!uri.startsWith(LIST)) {
            return RestReply.NOT_FOUND;
        }
        final TrueInstrument instrument = market.find(uri.substring(uri.lastIndexOf('=') + 1));
        return instrument == null ? RestReply.NOT_FOUND : RestReply.ok(DeribitMessages.instrument(instrument));
    }
}
