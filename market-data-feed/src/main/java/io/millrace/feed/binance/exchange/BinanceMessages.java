package io.millrace.feed.binance.exchange;

import io.millrace.feed.simulator.BookView;
import io.millrace.feed.simulator.FrameText;
import io.millrace.feed.simulator.LevelChanges;
import io.millrace.feed.simulator.Liquidated;
import io.millrace.feed.simulator.TradeBurst;
import io.millrace.feed.simulator.TrueInstrument;

/**
 * Spells events as Binance does.
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: yes.
 */
final class BinanceMessages {
    private final MarketStyle style;
    private final FrameText text = new FrameText();
    private boolean wrapped;

    BinanceMessages(final MarketStyle style) {
        this.style = style;
    }

    /** Begins a message of a stream; null for one that is not wrapped with its name. */
    void begin(final String stream) {
        text.clear();
        wrapped = stream != null;
        if (wrapped) {
            text.text("{\"stream\":\"").text(stream).text("\",\"data\":");
        }
    }

    private FrameText end() {
        return wrapped ? text.text("}") : text;
    }

    FrameText recorded(final byte[] bytes, final int offset, final int length) {
        text.raw(bytes, offset, length);
        return end();
    }

    private FrameText head(final String event, final long time, final TrueInstrument of) {
        return text.text("{\"e\":\"")
                .text(event)
                .text("\",\"E\":")
                .millis(time)
                .text(",\"s\":\"")
                .text(of.symbol())
                .text("\"");
    }

    private FrameText price(final TrueInstrument of, final long tick) {
        return text.decimal(tick, of.priceDecimals(), style.decimals(of.priceDecimals()));
    }

    private FrameText size(final TrueInstrument of, final long lots) {
        return text.decimal(lots, of.sizeDecimals(), style.decimals(of.sizeDecimals()));
    }

    FrameText trade(final TradeBurst burst, final int index) {
        head("trade", burst.time(), burst.instrument())
                .text(",\"t\":")
                .number(burst.tradeId(index))
                .text(",\"p\":");
        price(burst.instrument(), burst.tick()).text(",\"q\":");
        size(burst.instrument(), burst.lots(index))
                .text(",\"T\":")
                .millis(burst.time())
                .text(style.tradeExtra())
                .text(",\"m\":")
                .text(burst.isBuy() ? "false" : "true")
                .text(style.tradeTail());
        return end();
    }

    FrameText aggregate(final TradeBurst burst) {
        head("aggTrade", burst.time(), burst.instrument())
                .text(",\"a\":")
                .number(burst.aggregateId())
                .text(",\"p\":");
        price(burst.instrument(), burst.tick()).text(",\"q\":");
        size(burst.instrument(), burst.totalLots())
                .text(",\"f\":")
                .number(burst.tradeId(0))
                .text(",\"l\":")
                .number(burst.lastTradeId())
                .text(",\"T\":")
                .millis(burst.time())
                .text(",\"m\":")
                .text(burst.isBuy() ? "false" : "true")
                .text(style.tradeTail());
        return end();
    }

    FrameText quote(final TrueInstrument of, final long time) {
        text.text(style.quoteHead()).number(of.updates()).text(",\"s\":\"");
        text.text(of.symbol()).text("\"");
        pair(of).text(",\"b\":");
        price(of, of.bestBid()).text(",\"B\":");
        size(of, of.bestBidLots()).text(",\"a\":");
        price(of, of.bestAsk()).text(",\"A\":");
        size(of, of.bestAskLots());
        if (style.isFutures()) {
            text.text(",\"T\":").millis(time).text(",\"E\":").millis(time);
        }
        text.text("}");
        return end();
    }

    private FrameText pair(final TrueInstrument of) {
        return style == MarketStyle.COINM
                ? text.text(",\"ps\":\"").text(BinanceRest.pair(of)).text("\"")
                : text;
    }

    /** What the last report of the book changed. */
    FrameText depth(final TrueInstrument of) {
        final BookView view = of.view(0);
        head("depthUpdate", view.time(), of);
        if (style.isFutures()) {
            text.text(",\"T\":").millis(view.time());
        }
        pair(of).text(",\"U\":").number(view.previousId() + 1).text(",\"u\":").number(view.lastId());
        if (style.isFutures()) {
            text.text(",\"pu\":").number(view.previousId());
        }
        text.text(",\"b\":[");
        levels(of, view.bids());
        text.text("],\"a\":[");
        levels(of, view.asks());
        text.text("]}");
        return end();
    }

    private void levels(final TrueInstrument of, final LevelChanges changes) {
        for (int i = 0; i < changes.count(); i++) {
            text.text(i == 0 ? "[" : ",[");
            price(of, changes.tick(i)).text(",");
            size(of, changes.lots(i)).text("]");
        }
    }

    FrameText mark(final TrueInstrument of, final long time) {
        head("markPriceUpdate", time, of).text(",\"p\":");
        text.decimal(of.markTick(), of.priceDecimals(), 8).text(",\"i\":");
        text.decimal(of.indexTick(), of.priceDecimals(), 8).text(",\"P\":");
        text.decimal(of.markTick(), of.priceDecimals(), 8).text(",\"r\":");
        text.decimal(of.fundingRate(), TrueInstrument.rateDecimals(), 8).text(",\"T\":");
        text.millis(nextFunding(time)).text("}");
        return end();
    }

    /** Every eight hours. */
    private static long nextFunding(final long time) {
        final long eightHours = 8L * 3_600 * 1_000_000_000;
        return (time / eightHours + 1) * eightHours;
    }

    FrameText liquidation(final TrueInstrument of, final Liquidated what) {
        text.text("{\"e\":\"forceOrder\",\"E\":")
                .millis(what.time())
                .text(",\"o\":{\"s\":\"")
                .text(of.symbol())
                .text("\"");
        pair(of).text(",\"S\":\"").text(what.buy() ? "BUY" : "SELL").text("\",\"o\":\"LIMIT\",\"f\":\"IOC\",\"q\":");
        size(of, what.lots()).text(",\"p\":");
        price(of, what.tick()).text(",\"ap\":");
        price(of, what.tick()).text(",\"X\":\"FILLED\",\"l\":");
        size(of, what.lots()).text(",\"z\":");
        size(of, what.lots()).text(",\"T\":").millis(what.time()).text("}}");
        return end();
    }
}
