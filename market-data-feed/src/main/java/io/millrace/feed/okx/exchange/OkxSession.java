package io.millrace.feed.okx.exchange;

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
import java.util.HashMap;
import java.util.Map;

/**
 * A client of OKX. A book that starts over counts anew from 1, while its next update still names the last number before.
 *
 * <p>Thread: the exchange's. Allocation: little. Deterministic: yes.
 */
final class OkxSession extends InBandSession {
    private static final String BOOKS = "books";
    private static final String LIQUIDATIONS = "liquidation-orders";
    private static final int DEPTH = 400;
    private static final long NANOS_PER_HOUR = 3_600_000_000_000L;
    private static final long FUNDING_HOURS = 8;

    /** What is taken off the numbers of a book. */
    private final Map<TrueInstrument, Long> restarts = new HashMap<>();

    /** The last number that the client got. */
    private final Map<TrueInstrument, Long> lastIds = new HashMap<>();

    OkxSession(final TrueMarket market, final ClientLine line) {
        super(BOOKS, market, line);
    }

    @Override
    protected void answer(final String said, final boolean refuses) {
        if (said.equals("ping")) {
            line.answer("pong");
            return;
        }
        final Map<String, Object> request = ClientText.object(said);
        final String operation = request == null ? "" : ClientText.text(request, "op");
        if (!operation.equals("subscribe") && !operation.equals("unsubscribe")) {
            error("60012", "Invalid request: " + operation);
            return;
        }
        for (final Map<String, Object> argument : ClientText.objects(request, "args")) {
            carryOut(operation, ClientText.text(argument, "channel"), argument, refuses);
        }
    }

    private void error(final String code, final String reason) {
        line.answer(
                "{\"event\":\"error\",\"code\":\"" + code + "\",\"msg\":\"" + reason + "\",\"connId\":\"a4d3ae55\"}");
    }

    private void carryOut(
            final String operation, final String channel, final Map<String, Object> argument, final boolean refuses) {
        final String symbol = ClientText.text(argument, "instId");
        if (refuses || !channel.equals(LIQUIDATIONS) && market.find(symbol) == null) {
            error("60018", "Wrong URL or channel:" + channel + ",instId:" + symbol + " doesn't exist");
            return;
        }
        if (channel.equals(LIQUIDATIONS)) {
            subscribe(channel);
        } else if (operation.equals("subscribe")) {
            subscribe(channel, symbol);
        } else {
            unsubscribe(channel, symbol);
        }
        line.answer("{\"event\":\"" + operation + "\",\"arg\":{\"channel\":\"" + channel + "\",\"instId\":\"" + symbol
                + "\"},\"connId\":\"a4d3ae55\"}");
    }

    @Override
    protected int depth(final TrueInstrument of) {
        return DEPTH;
    }

    private FrameText begin(final String channel, final TrueInstrument of) {
        return text.clear()
                .text("{\"arg\":{\"channel\":\"")
                .text(channel)
                .text("\",\"instId\":\"")
                .text(of.symbol())
                .text("\"}");
    }

    @Override
    protected FrameText snapshot(final TrueInstrument of, final BookView view) {
        begin(BOOKS, of).text(",\"action\":\"snapshot\",\"data\":[{\"asks\":[");
        levels(of, view.image(), false);
        text.text("],\"bids\":[");
        levels(of, view.image(), true);
        return numbered(of, view, -1);
    }

    private void levels(final TrueInstrument of, final BookImage image, final boolean bid) {
        for (int i = 0; i < image.count(bid); i++) {
            level(of, i, image.tick(bid, i), image.lots(bid, i));
        }
    }

    @Override
    protected FrameText update(final TrueInstrument of, final BookView view) {
        begin(BOOKS, of).text(",\"action\":\"update\",\"data\":[{\"asks\":[");
        changes(of, view.asks());
        text.text("],\"bids\":[");
        changes(of, view.bids());
        return numbered(of, view, lastIds.getOrDefault(of, view.previousId()));
    }

    private void changes(final TrueInstrument of, final LevelChanges changes) {
        for (int i = 0; i < changes.count(); i++) {
            level(of, i, changes.tick(i), changes.lots(i));
        }
    }

    private void level(final TrueInstrument of, final int index, final long tick, final long lots) {
        text.text(index == 0 ? "[\"" : ",[\"");
        price(of, tick).text("\",\"");
        size(of, lots).text("\",\"0\",\"1\"]");
    }

    private FrameText numbered(final TrueInstrument of, final BookView view, final long previous) {
        final long id = view.lastId() - restarts.getOrDefault(of, 0L);
        lastIds.put(of, id);
        return text.text("],\"ts\":\"")
                .millis(view.time())
                .text("\",\"checksum\":0,\"prevSeqId\":")
                .number(previous)
                .text(",\"seqId\":")
                .number(id)
                .text("}]}");
    }

    @Override
    public void reset(final TrueInstrument instrument) {
        restarts.put(instrument, instrument.view(DEPTH).lastId());
    }

    @Override
    public void trades(final TradeBurst burst) {
        final TrueInstrument of = burst.instrument();
        if (has("trades", of)) {
            begin("trades", of)
                    .text(",\"data\":[{\"instId\":\"")
                    .text(of.symbol())
                    .text("\",\"tradeId\":\"");
            text.number(burst.lastTradeId()).text("\",\"px\":\"");
            price(of, burst.tick()).text("\",\"sz\":\"");
            size(of, burst.totalLots()).text("\",\"side\":\"").text(burst.isBuy() ? "buy" : "sell");
            text.text("\",\"ts\":\"")
                    .millis(burst.time())
                    .text("\",\"count\":\"")
                    .number(burst.count());
            line.send(text.text("\"}]}"), Spoken.TRADE, of);
        }
    }

    @Override
    public void quote(final TrueInstrument of, final long time) {
        if (has("bbo-tbt", of)) {
            begin("bbo-tbt", of).text(",\"data\":[{\"asks\":[");
            level(of, 0, of.bestAsk(), of.bestAskLots());
            text.text("],\"bids\":[");
            level(of, 0, of.bestBid(), of.bestBidLots());
            text.text("],\"ts\":\"").millis(time).text("\",\"seqId\":").number(of.updates());
            line.send(text.text("}]}"), Spoken.QUOTE, of);
        }
    }

    @Override
    public void mark(final TrueInstrument of, final long time) {
        if (has("mark-price", of)) {
            begin("mark-price", of)
                    .text(",\"data\":[{\"instId\":\"")
                    .text(of.symbol())
                    .text("\",\"markPx\":\"");
            price(of, of.markTick()).text("\",\"ts\":\"").millis(time);
            line.send(text.text("\"}]}"), Spoken.NEWS, of);
        }
        if (has("funding-rate", of)) {
            final long interval = FUNDING_HOURS * NANOS_PER_HOUR;
            begin("funding-rate", of)
                    .text(",\"data\":[{\"instId\":\"")
                    .text(of.symbol())
                    .text("\",\"fundingRate\":");
            text.decimal(of.fundingRate(), TrueInstrument.rateDecimals(), TrueInstrument.rateDecimals());
            text.text(",\"nextFundingRate\":\"\",\"fundingTime\":\"").millis((time / interval + 1) * interval);
            line.send(text.text("\",\"ts\":\"").millis(time).text("\"}]}"), Spoken.NEWS, of);
        }
    }

    @Override
    public void liquidation(final TrueInstrument of, final Liquidated what) {
        if (has(LIQUIDATIONS) && of.symbol().endsWith("-SWAP")) {
            text.clear()
                    .text(
                            "{\"arg\":{\"channel\":\"liquidation-orders\",\"instType\":\"SWAP\"},\"data\":[{\"details\":[{");
            text.text("\"bkPx\":\"");
            price(of, what.tick())
                    .text("\",\"side\":\"")
                    .text(what.buy() ? "buy" : "sell")
                    .text("\",\"sz\":\"");
            size(of, what.lots())
                    .text("\",\"ts\":\"")
                    .millis(what.time())
                    .text("\"}],\"instId\":\"")
                    .text(of.symbol());
            line.send(text.text("\",\"instType\":\"SWAP\"}]}"), Spoken.NEWS, of);
        }
    }

    @Override
    public boolean announceShutdown(final long time) {
        line.answer(
                "{\"event\":\"notice\",\"code\":\"64008\",\"msg\":\"The connection will soon be closed for a service"
                        + " upgrade. Please reconnect.\",\"connId\":\"a4d3ae55\"}");
        return true;
    }
}
