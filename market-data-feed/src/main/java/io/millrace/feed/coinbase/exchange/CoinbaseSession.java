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
 * A client of the Exchange feed of Coinbase.
 *
 * <p>Thread: the exchange's. Allocation: little. Deterministic: yes.
 */
final class CoinbaseSession extends InBandSession {
    private static final String BOOK = "level2_batch";
    private static final List<String> CHANNELS = List.of(BOOK, "matches", "ticker", "heartbeat");

    CoinbaseSession(final TrueMarket market, final ClientLine line) {
        super(BOOK, market, line);
    }

    @Override
    protected void answer(final String said, final boolean refuses) {
        final Map<String, Object> request = ClientText.object(said);
        final String type = request == null ? "" : ClientText.text(request, "type");
        if (!type.equals("subscribe") && !type.equals("unsubscribe")) {
            error("Type has to be either subscribe or unsubscribe");
            return;
        }
        final List<String> symbols = ClientText.texts(request, "product_ids");
        for (final String symbol : symbols) {
            if (refuses || market.find(symbol) == null) {
                error(symbol + " is not a valid product");
                return;
            }
        }
        for (final String channel : ClientText.texts(request, "channels")) {
            for (final String symbol : symbols) {
                if (type.equals("subscribe")) {
                    subscribe(channel, symbol);
                } else {
                    unsubscribe(channel, symbol);
                }
            }
        }
        tell();
    }

    private void error(final String reason) {
        line.answer("{\"type\":\"error\",\"message\":\"Failed to subscribe\",\"reason\":\"" + reason + "\"}");
    }

    /** All that the client has subscribed to. */
    private void tell() {
        final StringBuilder channels = new StringBuilder();
        for (final String channel : CHANNELS) {
            final List<String> symbols = symbols(channel);
            if (!symbols.isEmpty()) {
                channels.append(channels.isEmpty() ? "" : ",")
                        .append("{\"name\":\"")
                        .append(channel)
                        .append("\",\"product_ids\":[\"")
                        .append(String.join("\",\"", symbols))
                        .append("\"]}");
            }
        }
        line.answer("{\"type\":\"subscriptions\",\"channels\":[" + channels + "]}");
    }

    @Override
    protected int depth(final TrueInstrument of) {
        return 0;
    }

    private FrameText begin(final String type, final TrueInstrument of) {
        return text.clear()
                .text("{\"type\":\"")
                .text(type)
                .text("\",\"product_id\":\"")
                .text(of.symbol())
                .text("\"");
    }

    private FrameText end(final long time) {
        return text.text(",\"time\":\"").instant(time).text("\"}");
    }

    @Override
    protected FrameText snapshot(final TrueInstrument of, final BookView view) {
        begin("snapshot", of).text(",\"asks\":[");
        levels(of, view.image(), false);
        text.text("],\"bids\":[");
        levels(of, view.image(), true);
        text.text("]");
        return end(view.time());
    }

    private void levels(final TrueInstrument of, final BookImage image, final boolean bid) {
        for (int i = 0; i < image.count(bid); i++) {
            text.text(i == 0 ? "[\"" : ",[\"");
            price(of, image.tick(bid, i)).text("\",\"");
            size(of, image.lots(bid, i)).text("\"]");
        }
    }

    @Override
    protected FrameText update(final TrueInstrument of, final BookView view) {
        begin("l2update", of).text(",\"changes\":[");
        final int bids = changes(of, view.bids(), "buy", 0);
        changes(of, view.asks(), "sell", bids);
        text.text("]");
        return end(view.time());
    }

    private int changes(final TrueInstrument of, final LevelChanges changes, final String side, final int before) {
        for (int i = 0; i < changes.count(); i++) {
            text.text(before + i == 0 ? "[\"" : ",[\"").text(side).text("\",\"");
            price(of, changes.tick(i)).text("\",\"");
            size(of, changes.lots(i)).text("\"]");
        }
        return before + changes.count();
    }

    @Override
    public void trades(final TradeBurst burst) {
        final TrueInstrument of = burst.instrument();
        for (int i = 0; i < burst.count(); i++) {
            if (has("matches", of)) {
                // The maker's side.
                begin("match", of)
                        .text(",\"trade_id\":")
                        .number(burst.tradeId(i))
                        .text(",\"side\":\"");
                text.text(burst.isBuy() ? "sell" : "buy").text("\",\"size\":\"");
                size(of, burst.lots(i)).text("\",\"price\":\"");
                price(of, burst.tick()).text("\",\"sequence\":").number(of.updates());
                line.send(end(burst.time()), Spoken.TRADE, of);
            }
            if (has("ticker", of)) {
                ticker(burst, i);
                line.send(end(burst.time()), Spoken.QUOTE, of);
            }
        }
    }

    /** The best bid and offer, with each trade. */
    private void ticker(final TradeBurst burst, final int index) {
        final TrueInstrument of = burst.instrument();
        begin("ticker", of).text(",\"sequence\":").number(of.updates()).text(",\"price\":\"");
        price(of, burst.tick()).text("\",\"best_bid\":\"");
        price(of, of.bestBid()).text("\",\"best_bid_size\":\"");
        size(of, of.bestBidLots()).text("\",\"best_ask\":\"");
        price(of, of.bestAsk()).text("\",\"best_ask_size\":\"");
        size(of, of.bestAskLots()).text("\",\"side\":\"").text(burst.isBuy() ? "buy" : "sell");
        text.text("\",\"trade_id\":").number(burst.tradeId(index)).text(",\"last_size\":\"");
        size(of, burst.lots(index)).text("\"");
    }

    @Override
    public void second(final long time) {
        for (final String symbol : symbols("heartbeat")) {
            final TrueInstrument of = market.find(symbol);
            begin("heartbeat", of).text(",\"sequence\":").number(of.updates());
            text.text(",\"last_trade_id\":").number(of.tradeId());
            line.send(end(time), Spoken.CONTROL, of);
        }
    }
}
