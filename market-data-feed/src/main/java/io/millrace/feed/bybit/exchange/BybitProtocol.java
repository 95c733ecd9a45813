package io.millrace.feed.bybit.exchange;

import io.millrace.feed.simulator.ClientLine;
import io.millrace.feed.simulator.ClientSession;
import io.millrace.feed.simulator.ExchangeProtocol;
import io.millrace.feed.simulator.FrameText;
import io.millrace.feed.simulator.RestReply;
import io.millrace.feed.simulator.SyntheticSymbol;
import io.millrace.feed.simulator.TrueInstrument;
import io.millrace.feed.simulator.TrueMarket;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A market of Bybit: {@code /v5/public/spot} or {@code /v5/public/linear}, and {@code /v5/market/instruments-info}.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
public final class BybitProtocol implements ExchangeProtocol {
    private static final Pattern LIST = Pattern.compile("/v5/market/instruments-info\\?(?:.*&)?symbol=([^&]+).*");
    private static final List<SyntheticSymbol> SYMBOLS = List.of(
            new SyntheticSymbol("BTCUSDT", 6_180_020, 2, 6),
            new SyntheticSymbol("ETHUSDT", 268_450, 2, 5),
            new SyntheticSymbol("SOLUSDT", 16_123, 2, 3));

    private final String path;
    private final boolean isLinear;

    /** @param category {@code spot} or {@code linear} */
    public BybitProtocol(final String category) {
        this.path = "/v5/public/" + category;
        this.isLinear = category.equals("linear");
    }

    @Override
    public List<SyntheticSymbol> symbols() {
        return SYMBOLS;
    }

    @Override
    public ClientSession open(final String uri, final TrueMarket market, final ClientLine line) {
        return uri.equals(path) ? new BybitSession(isLinear, market, line) : null;
    }

    @Override
    public RestReply get(final String uri, final TrueMarket market, final long time) {
        final Matcher list = LIST.matcher(uri);
        if (!list.matches()) {
            return RestReply.NOT_FOUND;
        }
        final TrueInstrument instrument = market.find(list.group(1));
        final FrameText text = new FrameText().text("{\"retCode\":0,\"retMsg\":\"OK\",\"result\":{\"list\":[");
        if (instrument != null) {
            text.text("{\"symbol\":\"").text(instrument.symbol()).text("\",\"status\":\"Trading\",\"priceFilter\":");
            text.text("{\"tickSize\":");
            step(text, instrument.priceDecimals()).text("},\"lotSizeFilter\":{\"");
            text.text(isLinear ? "qtyStep" : "basePrecision").text("\":");
            step(text, instrument.sizeDecimals()).text("}}");
        }
        return RestReply.ok(text.text("]},\"time\":").millis(time).text("}").toString());
    }

    private static FrameText step(final FrameText text, final int decimals) {
        return text.decimal(1, decimals, decimals);
    }
}
