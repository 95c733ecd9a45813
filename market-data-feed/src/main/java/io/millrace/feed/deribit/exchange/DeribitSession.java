package io.millrace.feed.deribit.exchange;

import io.millrace.feed.simulator.BookImage;
import io.millrace.feed.simulator.BookView;
import io.millrace.feed.simulator.ClientLine;
import io.millrace.feed.simulator.ClientLine.Spoken;
import io.millrace.feed.simulator.ClientText;
import io.millrace.feed.simulator.FrameText;
import io.millrace.feed.simulator.InBandSession;
import io.millrace.feed.simulator.LevelChanges;
import io.millrace.feed.simulator.Liquidated;
import io.millrace.feed.simulator.TradeBurst;
import io.millrace.feed.simulator.TrueInstrument;
import io.millrace.feed.simulator.TrueMarket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A client of Deribit. Who has asked for heartbeats must answer tests of it, or is disconnected.
 *
 * <p>Thread: the exchange's. Allocation: little. Deterministic: yes.
 */
final class DeribitSession extends InBandSession {
    private static final String BOOK = "book";
    private static final long LEAST_INTERVAL = 10;
    private static final long NONE = 0;
    private static final int MOST_UNANSWERED = 2;

    private long interval = NONE;
    private long seconds;
    private int unanswered;

    DeribitSession(final TrueMarket market, final ClientLine line) {
        super(BOOK, market, line);
    }

    @Override
    protected void answer(final String said, final boolean refuses) {
        final Map<String, Object> request = ClientText.object(said);
        final String method = request == null ? "" : ClientText.text(request, "method");
        final long id = request == null ? -1 : ClientText.whole(request, "id", -1);
        switch (method) {
            case "public/subscribe", "public/unsubscribe" -> {
                if (refuses) {
                    error(id, 10_028, "too_many_requests");
                } else {
                    carryOut(
                            id,
                            method.endsWith("/subscribe"),
                            ClientText.texts(ClientText.object(request, "params"), "channels"));
                }
            }
            case "public/set_heartbeat" -> {
                interval = Math.max(
                        LEAST_INTERVAL,
                        ClientText.whole(ClientText.object(request, "params"), "interval", LEAST_INTERVAL));
                result(id, "\"ok\"");
            }
            case "public/test" -> {
                unanswered = 0;
                result(id, "{\"version\":\"1.2.26\"}");
            }
            default -> error(id, -32_601, "Method not found");
        }
    }

    private void result(final long id, final String result) {
        line.answer("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"result\":" + result + ",\"testnet\":false}");
    }

    private void error(final long id, final int code, final String reason) {
        line.answer("{\"jsonrpc\":\"2.0\",\"id\":" + id + ",\"error\":{\"code\":" + code + ",\"message\":\"" + reason
                + "\"}}");
    }

    /** Channels that there are none of are left out of the answer. */
    private void carryOut(final long id, final boolean subscribes, final List<String> channels) {
        final List<String> done = new ArrayList<>();
        for (final String channel : channels) {
            final String[] parts = channel.split("\\.", 3);
            if (parts.length >= 2 && market.find(parts[1]) != null) {
                done.add("\"" + channel + "\"");
                if (subscribes) {
                    subscribe(parts[0], parts[1]);
                } else {
                    unsubscribe(parts[0], parts[1]);
                }
            }
        }
        result(id, "[" + String.join(",", done) + "]");
    }

    @Override
    protected int depth(final TrueInstrument of) {
        return 0;
    }

    private FrameText begin(final String channel, final TrueInstrument of) {
        text.clear().text("{\"jsonrpc\":\"2.0\",\"method\":\"subscription\",\"params\":{\"channel\":\"");
        return text.text(channel)
                .text(".")
                .text(of.symbol())
                .text(channel.equals("quote") ? "" : ".100ms")
                .text("\",\"data\":");
    }

    private FrameText numbered(final TrueInstrument of, final BookView view) {
        return text.text(",\"timestamp\":")
                .millis(view.time())
                .text(",\"instrument_name\":\"")
                .text(of.symbol())
                .text("\",\"change_id\":")
                .number(view.lastId());
    }

    @Override
    protected FrameText snapshot(final TrueInstrument of, final BookView view) {
        begin(BOOK, of).text("{\"type\":\"snapshot\"");
        numbered(of, view).text(",\"bids\":[");
        levels(of, view.image(), true);
        text.text("],\"asks\":[");
        levels(of, view.image(), false);
        return text.text("]}}}");
    }

    private void levels(final TrueInstrument of, final BookImage image, final boolean bid) {
        for (int i = 0; i < image.count(bid); i++) {
            level(of, i, "new", image.tick(bid, i), image.lots(bid, i));
        }
    }

    @Override
    protected FrameText update(final TrueInstrument of, final BookView view) {
        begin(BOOK, of).text("{\"type\":\"change\"");
        numbered(of, view)
                .text(",\"prev_change_id\":")
                .number(view.previousId())
                .text(",\"bids\":[");
        changes(of, view.bids());
        text.text("],\"asks\":[");
        changes(of, view.asks());
        return text.text("]}}}");
    }

    private void changes(final TrueInstrument of, final LevelChanges changes) {
        for (int i = 0; i < changes.count(); i++) {
            level(of, i, changes.lots(i) == 0 ? "delete" : "change", changes.tick(i), changes.lots(i));
        }
    }

    private void level(
            final TrueInstrument of, final int index, final String action, final long tick, final long lots) {
        text.text(index == 0 ? "[\"" : ",[\"").text(action).text("\",");
        price(of, tick).text(",");
        size(of, lots).text("]");
    }

    @Override
    public void trades(final TradeBurst burst) {
        final TrueInstrument of = burst.instrument();
        if (!has("trades", of)) {
            return;
        }
        begin("trades", of).text("[");
        for (int i = 0; i < burst.count(); i++) {
            text.text(i == 0 ? "{" : ",{");
            trade(of, burst.time(), burst.tick(), burst.lots(i), burst.isBuy(), burst.tradeId(i));
            text.text("}");
        }
        line.send(text.text("]}}"), Spoken.TRADE, of);
    }

    private void trade(
            final TrueInstrument of,
            final long time,
            final long tick,
            final long lots,
            final boolean buy,
            final long id) {
        text.text("\"timestamp\":").millis(time).text(",\"price\":");
        price(of, tick).text(",\"amount\":");
        size(of, lots).text(",\"direction\":\"").text(buy ? "buy" : "sell");
        text.text("\",\"instrument_name\":\"")
                .text(of.symbol())
                .text("\",\"trade_seq\":")
                .number(id);
        text.text(",\"trade_id\":\"").number(id).text("\"");
    }

    @Override
    public void quote(final TrueInstrument of, final long time) {
        if (has("quote", of)) {
            begin("quote", of).text("{\"timestamp\":").millis(time).text(",\"instrument_name\":\"");
            text.text(of.symbol()).text("\",\"best_ask_price\":");
            price(of, of.bestAsk()).text(",\"best_bid_price\":");
            price(of, of.bestBid()).text(",\"best_ask_amount\":");
            size(of, of.bestAskLots()).text(",\"best_bid_amount\":");
            size(of, of.bestBidLots());
            line.send(text.text("}}}"), Spoken.QUOTE, of);
        }
    }

    @Override
    public void mark(final TrueInstrument of, final long time) {
        if (has("ticker", of)) {
            begin("ticker", of).text("{\"timestamp\":").millis(time).text(",\"state\":\"open\",\"index_price\":");
            price(of, of.indexTick())
                    .text(",\"instrument_name\":\"")
                    .text(of.symbol())
                    .text("\",\"mark_price\":");
            price(of, of.markTick()).text(",\"last_price\":null,\"current_funding\":");
            text.bare(of.fundingRate(), TrueInstrument.rateDecimals(), TrueInstrument.rateDecimals());
            line.send(text.text("}}}"), Spoken.NEWS, of);
        }
    }

    @Override
    public void liquidation(final TrueInstrument of, final Liquidated what) {
        if (has("trades", of)) {
            begin("trades", of).text("[{\"liquidation\":\"T\",");
            trade(of, what.time(), what.tick(), what.lots(), what.buy(), of.tradeId());
            line.send(text.text("}]}}"), Spoken.NEWS, of);
        }
    }

    @Override
    public void second(final long time) {
        if (interval == NONE || ++seconds % interval != 0) {
            return;
        }
        if (++unanswered > MOST_UNANSWERED) {
            line.close();
        } else {
            line.send(
                    text.clear()
                            .text(
                                    "{\"jsonrpc\":\"2.0\",\"method\":\"heartbeat\",\"params\":{\"type\":\"test_request\"}}"),
                    Spoken.CONTROL,
                    null);
        }
    }
}
