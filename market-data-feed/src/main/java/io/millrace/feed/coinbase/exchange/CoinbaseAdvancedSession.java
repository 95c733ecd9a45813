package io.millrace.feed.coinbase.exchange;

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
import java.util.List;
import java.util.Map;

/**
 * A client of Advanced Trade of Coinbase. All that it gets is numbered, but for errors.
 *
 * <p>Thread: the exchange's. Allocation: little. Deterministic: yes.
 */
final class CoinbaseAdvancedSession extends InBandSession {
    private static final String BOOK = "level2";
    private static final String HEARTBEATS = "heartbeats";

    private long sequence;
    private long heartbeats;

    CoinbaseAdvancedSession(final TrueMarket market, final ClientLine line) {
        super(BOOK, market, line);
    }

    @Override
    protected void answer(final String said, final boolean refuses) {
        final Map<String, Object> request = ClientText.object(said);
        final String type = request == null ? "" : ClientText.text(request, "type");
        if (!type.equals("subscribe") && !type.equals("unsubscribe")) {
            error("invalid type");
            return;
        }
        final String channel = ClientText.text(request, "channel");
        final List<String> symbols = ClientText.texts(request, "product_ids");
        for (final String symbol : symbols) {
            if (market.find(symbol) == null) {
                error("invalid product: " + symbol);
                return;
            }
        }
        if (refuses) {
            error("rate limit exceeded");
            return;
        }
        if (channel.equals(HEARTBEATS)) {
            subscribe(channel);
        }
        for (final String symbol : symbols) {
            if (type.equals("subscribe")) {
                subscribe(channel, symbol);
            } else {
                unsubscribe(channel, symbol);
            }
        }
        begin("subscriptions", line.now())
                .text("{\"subscriptions\":{\"")
                .text(channel)
                .text("\":[");
        text.text(symbols.isEmpty() ? "" : "\"" + String.join("\",\"", symbols) + "\"");
        line.answer(text.text("]}}]}").toString());
    }

    private void error(final String reason) {
        line.answer("{\"type\":\"error\",\"message\":\"" + reason + "\"}");
    }

    @Override
    protected int depth(final TrueInstrument of) {
        return 0;
    }

    private FrameText begin(final String channel, final long time) {
        text.clear().text("{\"channel\":\"").text(channel).text("\",\"client_id\":\"\",\"timestamp\":\"");
        return text.instant(time)
                .text("\",\"sequence_num\":")
                .number(sequence++)
                .text(",\"events\":[");
    }

    private void beginBook(final String type, final TrueInstrument of, final BookView view) {
        begin("l2_data", view.time())
                .text("{\"type\":\"")
                .text(type)
                .text("\",\"product_id\":\"")
                .text(of.symbol())
                .text("\",\"updates\":[");
    }

    @Override
    protected FrameText snapshot(final TrueInstrument of, final BookView view) {
        beginBook("snapshot", of, view);
        final BookImage image = view.image();
        int count = 0;
        for (int side = 0; side < 2; side++) {
            final boolean bid = side == 0;
            for (int i = 0; i < image.count(bid); i++) {
                level(of, count++, bid, image.tick(bid, i), image.lots(bid, i), view.time());
            }
        }
        return text.text("]}]}");
    }

    @Override
    protected FrameText update(final TrueInstrument of, final BookView view) {
        beginBook("update", of, view);
        int count = 0;
        for (int side = 0; side < 2; side++) {
            final LevelChanges changes = view.changes(side == 0);
            for (int i = 0; i < changes.count(); i++) {
                level(of, count++, side == 0, changes.tick(i), changes.lots(i), view.time());
            }
        }
        return text.text("]}]}");
    }

    private void level(
            final TrueInstrument of,
            final int index,
            final boolean bid,
            final long tick,
            final long lots,
            final long time) {
        text.text(index == 0 ? "{\"side\":\"" : ",{\"side\":\"").text(bid ? "bid" : "offer");
        text.text("\",\"event_time\":\"").instant(time).text("\",\"price_level\":\"");
        price(of, tick).text("\",\"new_quantity\":\"");
        size(of, lots).text("\"}");
    }

    @Override
    public void trades(final TradeBurst burst) {
        final TrueInstrument of = burst.instrument();
        if (!has("market_trades", of)) {
            return;
        }
        begin("market_trades", burst.time()).text("{\"type\":\"update\",\"trades\":[");
        for (int i = 0; i < burst.count(); i++) {
            text.text(i == 0 ? "{\"trade_id\":\"" : ",{\"trade_id\":\"").number(burst.tradeId(i));
            text.text("\",\"product_id\":\"").text(of.symbol()).text("\",\"price\":\"");
            price(of, burst.tick()).text("\",\"size\":\"");
            // The maker's side.
            size(of, burst.lots(i)).text("\",\"side\":\"").text(burst.isBuy() ? "SELL" : "BUY");
            text.text("\",\"time\":\"").instant(burst.time()).text("\"}");
        }
        line.send(text.text("]}]}"), Spoken.TRADE, of);
    }

    @Override
    public void quote(final TrueInstrument of, final long time) {
        if (has("ticker", of)) {
            begin("ticker", time).text("{\"type\":\"update\",\"tickers\":[{\"type\":\"ticker\",\"product_id\":\"");
            text.text(of.symbol()).text("\",\"best_bid\":\"");
            price(of, of.bestBid()).text("\",\"best_bid_quantity\":\"");
            size(of, of.bestBidLots()).text("\",\"best_ask\":\"");
            price(of, of.bestAsk()).text("\",\"best_ask_quantity\":\"");
            size(of, of.bestAskLots());
            line.send(text.text("\"}]}]}"), Spoken.QUOTE, of);
        }
    }

    @Override
    public void second(final long time) {
        if (has(HEARTBEATS)) {
            begin(HEARTBEATS, time).text("{\"current_time\":\"").instant(time).text("\",\"heartbeat_counter\":");
            line.send(text.number(++heartbeats).text("}]}"), Spoken.CONTROL, null);
        }
    }
}
