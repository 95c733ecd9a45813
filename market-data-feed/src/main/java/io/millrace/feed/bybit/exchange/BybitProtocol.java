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
    private static final Pattern SYMBOL = Pattern.compile("[?&]symbol=([^&]+)");
    private static final String LIST = "/v5/market/instruments-info?";

    private final boolean isLinear;

    /** @param isLinear whether it is the market of linear futures, and not spot */
    public BybitProtocol(final boolean isLinear) {
        this.isLinear = isLinear;
    }

    @Override
    public List<SyntheticSymbol> symbols() {
        return isLinear
                ? List.of(new SyntheticSymbol("BTCUSDT", 618_002, 1, 3), new SyntheticSymbol("ETHUSDT", 268_450, 2, 2))
                : List.of(
                        new SyntheticSymbol("BTCUSDT", 6_180_020, 2, 6), new SyntheticSymbol("ETHUSDT", 268_450, 2, 5));
    }

    private String category() {
        return isLinear ? "linear" : "spot";
    }

    @Override
    public ClientSession open(final String uri, final TrueMarket market, final ClientLine line) {
        return uri.equals("/v5/public/" + category()) ? new BybitSession(isLinear, market, line) : null;
    }

    @Override
    public RestReply get(final String uri, final TrueMarket market, final long time) {
        if (!uri.startsWith(LIST)) {
            return RestReply.NOT_FOUND;
        }
        final Matcher symbol = SYMBOL.matcher(uri);
        final String wanted = symbol.find() ? symbol.group(1) : "";
        final FrameText text = new FrameText()
                .text("{\"retCode\":0,\"retMsg\":\"OK\",\"result\":{\"category\":\"")
                .text(category())
                .text("\",\"list\":[");
        boolean first = true;
        for (final TrueInstrument each : market.instruments()) {
            if (wanted.isEmpty() || each.symbol().equals(wanted)) {
                text.text(first ? "" : ",");
                first = false;
                describe(text, each);
            }
        }
        text.text("]},\"retExtInfo\":{},\"time\":").millis(time).text("}");
        return RestReply.ok(text.toString());
    }

    private void describe(final FrameText text, final TrueInstrument of) {
        text.text("{\"symbol\":\"")
                .text(of.symbol())
                .text("\",\"status\":\"Trading\",\"lotSizeFilter\":{\"")
                .text(isLinear ? "qtyStep" : "basePrecision")
                .text("\":")
                .decimal(1, of.sizeDecimals(), of.sizeDecimals())
                .text("},\"priceFilter\":{\"tickSize\":")
                .decimal(1, of.priceDecimals(), of.priceDecimals())
                .text("}}");
    }
}
