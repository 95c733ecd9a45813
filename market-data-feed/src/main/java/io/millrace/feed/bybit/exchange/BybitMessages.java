package io.millrace.feed.bybit.exchange;

import io.millrace.feed.simulator.BookImage;
import io.millrace.feed.simulator.BookView;
import io.millrace.feed.simulator.FrameText;
import io.millrace.feed.simulator.LevelChanges;
import io.millrace.feed.simulator.Liquidated;
import io.millrace.feed.simulator.TradeBurst;
import io.millrace.feed.simulator.TrueInstrument;

/**
 * Spells events as Bybit does: members in another order for each product.
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: yes.
 */
final class BybitMessages {
    private static final long EIGHT_HOURS = 8L * 3_600 * 1_000_000_000;

    private final boolean isLinear;
    private final FrameText text = new FrameText();

    BybitMessages(final boolean isLinear) {
        this.isLinear = isLinear;
    }

    private FrameText head(final String topic, final String type, final long time) {
        text.clear().text("{\"topic\":\"").text(topic);
        if (isLinear) {
            text.text("\",\"type\":\"").text(type).text("\",\"ts\":").millis(time);
        } else {
            text.text("\",\"ts\":").millis(time).text(",\"type\":\"").text(type).text("\"");
        }
        return text.text(",\"data\":");
    }

    private FrameText price(final TrueInstrument of, final long tick) {
        return text.decimal(tick, of.priceDecimals(), of.priceDecimals());
    }

    private FrameText size(final TrueInstrument of, final long lots) {
        return lots == 0 ? text.text("\"0\"") : text.decimal(lots, of.sizeDecimals(), of.sizeDecimals());
    }

    private FrameText level(final TrueInstrument of, final long tick, final long lots, final boolean first) {
        text.text(first ? "[" : ",[");
        price(of, tick).text(",");
        return size(of, lots).text("]");
    }

    private FrameText bookEnd(final TrueInstrument of, final long number, final long time) {
        return text.text("],\"u\":")
                .number(number)
                .text(",\"seq\":")
                .number(of.updates())
                .text("},\"cts\":")
                .millis(time)
                .text("}");
    }

    /** A book as a whole. */
    FrameText snapshot(final String topic, final TrueInstrument of, final BookView view, final long number) {
        final BookImage image = view.image();
        head(topic, "snapshot", view.time()).text("{\"s\":\"").text(of.symbol()).text("\",\"b\":[");
        side(of, image, true);
        text.text("],\"a\":[");
        side(of, image, false);
        return bookEnd(of, number, view.time());
    }

    private void side(final TrueInstrument of, final BookImage image, final boolean bid) {
        for (int i = 0; i < image.count(bid); i++) {
            level(of, image.tick(bid, i), image.lots(bid, i), i == 0);
        }
    }

    /** What the last report of a book changed. */
    FrameText delta(final String topic, final TrueInstrument of, final BookView view, final long number) {
        head(topic, "delta", view.time()).text("{\"s\":\"").text(of.symbol()).text("\",\"b\":[");
        side(of, view.bids());
        text.text("],\"a\":[");
        side(of, view.asks());
        return bookEnd(of, number, view.time());
    }

    private void side(final TrueInstrument of, final LevelChanges changes) {
        for (int i = 0; i < changes.count(); i++) {
            level(of, changes.tick(i), changes.lots(i), i == 0);
        }
    }

    /** The best bid and offer: a book of one level. */
    FrameText top(final String topic, final TrueInstrument of, final long time) {
        head(topic, "snapshot", time).text("{\"s\":\"").text(of.symbol()).text("\",\"b\":[");
        level(of, of.bestBid(), of.bestBidLots(), true).text("],\"a\":[");
        level(of, of.bestAsk(), of.bestAskLots(), true);
        return bookEnd(of, of.updates(), time);
    }

    FrameText trades(final String topic, final TradeBurst burst) {
        head(topic, "snapshot", burst.time()).text("[");
        for (int i = 0; i < burst.count(); i++) {
            text.text(i == 0 ? "{\"T\":" : ",{\"T\":").millis(burst.time());
            text.text(",\"s\":\"").text(burst.instrument().symbol());
            text.text(burst.isBuy() ? "\",\"S\":\"Buy\",\"v\":" : "\",\"S\":\"Sell\",\"v\":");
            size(burst.instrument(), burst.lots(i)).text(",\"p\":");
            price(burst.instrument(), burst.tick()).text(",\"L\":\"PlusTick\",\"i\":\"20f43950-d8dd-5b31-9112-");
            text.number(burst.tradeId(i)).text("\",\"BT\":false,\"seq\":").number(burst.aggregateId());
            text.text("}");
        }
        return text.text("]}");
    }

    /** The first one has all members, others only what may have changed. */
    FrameText ticker(final String topic, final TrueInstrument of, final boolean first, final long time) {
        head(topic, first ? "snapshot" : "delta", time).text("{\"symbol\":\"").text(of.symbol());
        text.text("\",\"markPrice\":");
        price(of, of.markTick()).text(",\"indexPrice\":");
        price(of, of.indexTick());
        if (first || of.updates() % 2 == 0) {
            text.text(",\"fundingRate\":")
                    .decimal(of.fundingRate(), TrueInstrument.rateDecimals(), TrueInstrument.rateDecimals())
                    .text(",\"nextFundingTime\":\"")
                    .millis((time / EIGHT_HOURS + 1) * EIGHT_HOURS)
                    .text("\"");
        }
        return text.text("},\"cs\":").number(of.updates()).text("}");
    }

    /** The side is that of the position. */
    FrameText liquidation(final String topic, final TrueInstrument of, final Liquidated what) {
        head(topic, "snapshot", what.time()).text("[{\"T\":").millis(what.time());
        text.text(",\"s\":\"")
                .text(of.symbol())
                .text(what.buy() ? "\",\"S\":\"Sell\",\"v\":" : "\",\"S\":\"Buy\",\"v\":");
        size(of, what.lots()).text(",\"p\":");
        return price(of, what.tick()).text("}]}");
    }
}
