package io.millrace.feed.kraken.exchange;

import io.millrace.feed.simulator.BookImage;
import io.millrace.feed.simulator.BookView;
import io.millrace.feed.simulator.ClientLine;
import io.millrace.feed.simulator.ClientLine.Spoken;
import io.millrace.feed.simulator.ClientText;
import io.millrace.feed.simulator.FrameText;
import io.millrace.feed.simulator.InBandSession;
import io.millrace.feed.simulator.LevelChanges;
import io.millrace.feed.simulator.TradeBurst;
import io.millrace.feed.simulator.TrueInstrument;
import io.millrace.feed.simulator.TrueMarket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * A client of Kraken. Levels that fall behind the last one of its depth are not mentioned: it is to drop them itself.
 *
 * <p>Thread: the exchange's. Allocation: little. Deterministic: yes.
 */
final class KrakenSession extends InBandSession {
    private static final String BOOK = "book";
    private static final String TRADE = "trade";
    private static final String TICKER = "ticker";
    private static final String INSTRUMENT = "instrument";
    private static final List<Long> DEPTHS = List.of(10L, 25L, 100L, 500L, 1_000L);
    private static final int CHECKED_LEVELS = 10;

    private final Map<String, Integer> depths = new HashMap<>();

    KrakenSession(final TrueMarket market, final ClientLine line) {
        super(BOOK, market, line);
        line.answer(
                "{\"channel\":\"status\",\"type\":\"update\",\"data\":[{\"version\":\"2.0.10\",\"system\":\"online\","
                        + "\"api_version\":\"v2\",\"connection_id\":15113583034416118705}]}");
    }

    @Override
    protected void answer(final String said, final boolean refuses) {
        final Map<String, Object> request = ClientText.object(said);
        final String method = request == null ? "" : ClientText.text(request, "method");
        if (method.equals("ping")) {
            line.answer("{\"method\":\"pong\"" + times() + "}");
            return;
        }
        if (!method.equals("subscribe") && !method.equals("unsubscribe")) {
            line.answer("{\"error\":\"Unsupported method\",\"success\":false" + times() + "}");
            return;
        }
        final Map<String, Object> parameters = ClientText.object(request, "params");
        final String channel = ClientText.text(parameters, "channel");
        final long depth = ClientText.whole(parameters, "depth", 10);
        if (channel.equals(INSTRUMENT)) {
            if (refuses) {
                refuse(method, "", "Exceeded msg rate");
            } else {
                list(method);
            }
            return;
        }
        for (final String symbol : ClientText.texts(parameters, "symbol")) {
            if (refuses || market.find(symbol) == null) {
                refuse(method, symbol, "Currency pair not supported " + symbol);
            } else if (!DEPTHS.contains(depth)) {
                refuse(method, symbol, "Subscription depth not supported");
            } else {
                carryOut(method, channel, symbol, (int) depth);
            }
        }
    }

    private void refuse(final String method, final String symbol, final String reason) {
        line.answer("{\"error\":\"" + reason + "\",\"method\":\"" + method + "\",\"success\":false,\"symbol\":\""
                + symbol + "\"" + times() + "}");
    }

    private void carryOut(final String method, final String channel, final String symbol, final int depth) {
        if (method.equals("subscribe")) {
            if (channel.equals(BOOK)) {
                depths.put(symbol, depth);
            }
            subscribe(channel, symbol);
        } else {
            unsubscribe(channel, symbol);
        }
        final String more = channel.equals(BOOK) ? ",\"depth\":" + depth : "";
        line.answer("{\"method\":\"" + method + "\",\"result\":{\"channel\":\"" + channel + "\"" + more
                + ",\"snapshot\":true,\"symbol\":\"" + symbol + "\"},\"success\":true" + times() + "}");
    }

    private String times() {
        final FrameText now = new FrameText().instant(line.now());
        return ",\"time_in\":\"" + now + "\",\"time_out\":\"" + now + "\"";
    }

    private void list(final String method) {
        subscribe(INSTRUMENT);
        line.answer("{\"method\":\"" + method + "\",\"result\":{\"channel\":\"instrument\",\"snapshot\":true},"
                + "\"success\":true" + times() + "}");
        text.clear().text("{\"channel\":\"instrument\",\"type\":\"snapshot\",\"data\":{\"assets\":[],\"pairs\":[");
        String between = "{\"symbol\":\"";
        for (final TrueInstrument each : market.instruments()) {
            text.text(between)
                    .text(each.symbol())
                    .text("\",\"status\":\"online\",\"qty_increment\":1e-0")
                    .number(each.sizeDecimals())
                    .text(",\"price_increment\":1e-0")
                    .number(each.priceDecimals())
                    .text("}");
            between = ",{\"symbol\":\"";
        }
        line.send(text.text("]}}"), Spoken.CONTROL, null);
    }

    @Override
    protected int depth(final TrueInstrument of) {
        return depths.getOrDefault(of.symbol(), CHECKED_LEVELS);
    }

    private void begin(final String channel, final String type, final TrueInstrument of) {
        text.clear()
                .text("{\"channel\":\"")
                .text(channel)
                .text("\",\"type\":\"")
                .text(type)
                .text("\",\"data\":[{\"symbol\":\"")
                .text(of.symbol())
                .text("\"");
    }

    private FrameText end(final long time) {
        return text.text(",\"timestamp\":\"").instant(time).text("\"}]}");
    }

    @Override
    protected FrameText snapshot(final TrueInstrument of, final BookView view) {
        begin(BOOK, "snapshot", of);
        for (int side = 0; side < 2; side++) {
            final boolean bid = side == 0;
            text.text(bid ? ",\"bids\":[" : ",\"asks\":[");
            for (int i = 0; i < view.image().count(bid); i++) {
                level(of, i, view.image().tick(bid, i), view.image().lots(bid, i));
            }
            text.text("]");
        }
        return checked(of, view);
    }

    @Override
    protected FrameText update(final TrueInstrument of, final BookView view) {
        begin(BOOK, "update", of);
        for (int side = 0; side < 2; side++) {
            final LevelChanges changes = view.changes(side == 0);
            text.text(side == 0 ? ",\"bids\":[" : ",\"asks\":[");
            int count = 0;
            for (int i = 0; i < changes.count(); i++) {
                if (!changes.isFallen(i)) {
                    level(of, count++, changes.tick(i), changes.lots(i));
                }
            }
            text.text("]");
        }
        return checked(of, view);
    }

    private void level(final TrueInstrument of, final int index, final long tick, final long lots) {
        text.text(index == 0 ? "{\"price\":" : ",{\"price\":");
        price(of, tick).text(",\"qty\":");
        size(of, lots).text("}");
    }

    private FrameText checked(final TrueInstrument of, final BookView view) {
        text.text(",\"checksum\":").number(checksum(view.image()) + (isSpoilt(of) ? 1 : 0));
        return end(view.time());
    }

    /** Prices and sizes without their points and the zeros before them are numbers of ticks and lots. */
    private static long checksum(final BookImage image) {
        final StringBuilder digits = new StringBuilder();
        for (int side = 0; side < 2; side++) {
            final boolean bid = side == 1;
            for (int i = 0; i < Math.min(CHECKED_LEVELS, image.count(bid)); i++) {
                digits.append(image.tick(bid, i)).append(image.lots(bid, i));
            }
        }
        final CRC32 crc = new CRC32();
        crc.update(digits.toString().getBytes(StandardCharsets.US_ASCII));
        return crc.getValue();
    }

    @Override
    public boolean spoilChecksum(final TrueInstrument instrument) {
        spoil(instrument);
        return true;
    }

    @Override
    public void trades(final TradeBurst burst) {
        final TrueInstrument of = burst.instrument();
        if (!has(TRADE, of)) {
            return;
        }
        text.clear().text("{\"channel\":\"trade\",\"type\":\"update\",\"data\":[");
        for (int i = 0; i < burst.count(); i++) {
            text.text(i == 0 ? "{\"symbol\":\"" : ",{\"symbol\":\"").text(of.symbol());
            text.text("\",\"side\":\"").text(burst.isBuy() ? "buy" : "sell").text("\",\"price\":");
            price(of, burst.tick()).text(",\"qty\":");
            size(of, burst.lots(i))
                    .text(",\"ord_type\":\"market\",\"trade_id\":")
                    .number(burst.tradeId(i));
            text.text(",\"timestamp\":\"").instant(burst.time()).text("\"}");
        }
        line.send(text.text("]}"), Spoken.TRADE, of);
    }

    @Override
    public void quote(final TrueInstrument of, final long time) {
        if (!has(TICKER, of)) {
            return;
        }
        begin(TICKER, "update", of);
        text.text(",\"bid\":");
        price(of, of.bestBid()).text(",\"bid_qty\":");
        size(of, of.bestBidLots()).text(",\"ask\":");
        price(of, of.bestAsk()).text(",\"ask_qty\":");
        size(of, of.bestAskLots());
        line.send(end(time), Spoken.QUOTE, of);
    }

    @Override
    public void second(final long time) {
        if (streams() > 0) {
            line.send(text.clear().text("{\"channel\":\"heartbeat\"}"), Spoken.CONTROL, null);
        }
    }
}
