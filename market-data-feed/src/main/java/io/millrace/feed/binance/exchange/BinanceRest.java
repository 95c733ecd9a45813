package io.millrace.feed.binance.exchange;

import io.millrace.feed.simulator.BookImage;
import io.millrace.feed.simulator.FrameText;
import io.millrace.feed.simulator.RestReply;
import io.millrace.feed.simulator.TrueInstrument;
import io.millrace.feed.simulator.TrueMarket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Binance's REST endpoints: snapshots of books, and the list of instruments.
 *
 * <p>Thread: the exchange's. Allocation: yes. Deterministic: yes.
 */
final class BinanceRest {
    private static final Pattern SYMBOL = Pattern.compile("[?&]symbol=([^&]+)");
    private static final Pattern LIMIT = Pattern.compile("[?&]limit=(\\d+)");
    private static final int USUAL_LIMIT = 100;
    private static final RestReply NO_SYMBOL = new RestReply(400, "{\"code\":-1121,\"msg\":\"Invalid symbol.\"}");

    private final MarketStyle style;

    BinanceRest(final MarketStyle style) {
        this.style = style;
    }

    boolean isSnapshot(final String uri) {
        return uri.startsWith(style.restPath() + "/depth?");
    }

    RestReply get(final String uri, final TrueMarket market, final long time) {
        if (isSnapshot(uri)) {
            return depth(uri, market, time);
        }
        return uri.startsWith(style.restPath() + "/exchangeInfo") ? instruments(market, time) : RestReply.NOT_FOUND;
    }

    private RestReply depth(final String uri, final TrueMarket market, final long time) {
        final Matcher symbol = SYMBOL.matcher(uri);
        final TrueInstrument instrument = symbol.find() ? market.find(symbol.group(1)) : null;
        if (instrument == null) {
            return NO_SYMBOL;
        }
        final Matcher limit = LIMIT.matcher(uri);
        final int levels = limit.find() ? Integer.parseInt(limit.group(1)) : USUAL_LIMIT;
        final BookImage image = instrument.snapshot(time);
        final FrameText text = new FrameText().text("{\"lastUpdateId\":").number(image.id());
        if (style.isFutures()) {
            text.text(",\"E\":").millis(time).text(",\"T\":").millis(image.time());
        }
        text.text(",\"bids\":[");
        levels(text, instrument, image, true, levels);
        text.text("],\"asks\":[");
        levels(text, instrument, image, false, levels);
        return RestReply.ok(text.text("]}").toString());
    }

    private void levels(
            final FrameText text, final TrueInstrument of, final BookImage image, final boolean bid, final int most) {
        for (int i = 0; i < Math.min(most, image.count(bid)); i++) {
            text.text(i == 0 ? "[" : ",[");
            text.decimal(image.tick(bid, i), of.priceDecimals(), style.decimals(of.priceDecimals()))
                    .text(",")
                    .decimal(image.lots(bid, i), of.sizeDecimals(), style.decimals(of.sizeDecimals()))
                    .text("]");
        }
    }

    private RestReply instruments(final TrueMarket market, final long time) {
        final FrameText text = new FrameText()
                .text("{\"timezone\":\"UTC\",\"serverTime\":")
                .millis(time)
                .text(",\"rateLimits\":[],\"exchangeFilters\":[],\"symbols\":[");
        boolean first = true;
        for (final TrueInstrument instrument : market.instruments()) {
            text.text(first ? "" : ",");
            first = false;
            instrument(text, instrument);
        }
        return RestReply.ok(text.text("]}").toString());
    }

    private void instrument(final FrameText text, final TrueInstrument of) {
        final String pair = pair(of);
        final int quoteLength = pair.endsWith("USDT") ? 4 : 3;
        text.text("{\"symbol\":\"").text(of.symbol());
        if (style.isFutures()) {
            text.text("\",\"pair\":\"").text(pair).text("\",\"contractType\":\"PERPETUAL");
        }
        text.text(style == MarketStyle.COINM ? "\",\"contractStatus\":\"TRADING" : "\",\"status\":\"TRADING")
                .text("\",\"baseAsset\":\"")
                .text(pair.substring(0, pair.length() - quoteLength))
                .text("\",\"quoteAsset\":\"")
                .text(pair.substring(pair.length() - quoteLength))
                .text("\",\"filters\":[{\"filterType\":\"PRICE_FILTER\",\"minPrice\":");
        step(text, of.priceDecimals()).text(",\"maxPrice\":\"1000000\",\"tickSize\":");
        step(text, of.priceDecimals()).text("},{\"filterType\":\"LOT_SIZE\",\"minQty\":");
        step(text, of.sizeDecimals()).text(",\"maxQty\":\"9000\",\"stepSize\":");
        step(text, of.sizeDecimals()).text("}]}");
    }

    private FrameText step(final FrameText text, final int decimals) {
        return text.decimal(1, decimals, style.decimals(decimals));
    }

    /** The pair that an instrument is of: {@code BTCUSD} for {@code BTCUSD_PERP}. */
    static String pair(final TrueInstrument of) {
        final int end = of.symbol().indexOf('_');
        return end < 0 ? of.symbol() : of.symbol().substring(0, end);
    }
}
