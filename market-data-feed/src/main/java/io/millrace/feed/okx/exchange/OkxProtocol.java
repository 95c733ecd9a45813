package io.millrace.feed.okx.exchange;

import io.millrace.feed.simulator.ClientLine;
import io.millrace.feed.simulator.ClientSession;
import io.millrace.feed.simulator.ExchangeProtocol;
import io.millrace.feed.simulator.RestReply;
import io.millrace.feed.simulator.SyntheticSymbol;
import io.millrace.feed.simulator.TrueInstrument;
import io.millrace.feed.simulator.TrueMarket;
import java.util.List;

/**
 * OKX, its public channels. Checksums are 0, as since June 2026.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
public final class OkxProtocol implements ExchangeProtocol {
    private static final String PATH = "/ws/v5/public";
    private static final String LIST = "/api/v5/public/instruments";

    @Override
    public List<SyntheticSymbol> symbols() {
        return List.of(
                new SyntheticSymbol("BTC-USDT", 618_377, 1, 8), new SyntheticSymbol("ETH-USDT-SWAP", 267_512, 2, 2));
    }

    @Override
    public ClientSession open(final String uri, final TrueMarket market, final ClientLine line) {
        return uri.startsWith(PATH) ? new OkxSession(market, line) : null;
    }

    @Override
    public RestReply get(final String uri, final TrueMarket market, final long time) {
        if (!uri.startsWith(LIST)) {
            return RestReply.NOT_FOUND;
        }
        final TrueInstrument instrument = market.find(uri.substring(uri.lastIndexOf('=') + 1));
        return instrument == null ? RestReply.NOT_FOUND : RestReply.ok(OkxMessages.instrument(instrument));
    }
}
