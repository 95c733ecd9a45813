package io.millrace.feed.bybit.exchange;

import io.millrace.feed.simulator.BookImage;
import io.millrace.feed.simulator.BookView;
import io.millrace.feed.simulator.FrameText;
import io.millrace.feed.simulator.LevelChanges;
import io.millrace.feed.simulator.Liquidated;
import io.millrace.feed.simulator.TradeBurst;
import io.millrace.feed.simulator.TrueInstrument;

/**
 * Spells events as Bybit does.
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: yes.
 */
final class BybitMessages {
    private static final long FIRST_ID = 100_000_000_000L;

    private final FrameText text = new FrameText();

    private FrameText head(final String topic, final String type, final long time) {
        return text.clear()
                .text("{\"topic\":\"")
                .text(topic)
                .text("\",\"type\":\"")
                .text(type)
                .text("\",\"ts\":")
                .millis(time);
    }

    private FrameText price(final TrueInstrument of, final long tick) {
        return text.decimal(tick, of.priceDecimals(), of.priceDecimals());
    }

    private FrameText size(final TrueInstrument of, final long lots) {
        return text.decimal(lots, of.sizeDecimals(), of.sizeDecimals());
    }

    private void level(final TrueInstrument of, final long tick, final long lots) {
        text.text("[");
        price(of, tick).text(",");
        size(of, lots).text("]");
    }

    /** The whole book. */
    FrameText snapshot(final String topic, final TrueInstrument of, final BookView view, final long id) {
        head(topic, "snapshot", view.time())
                .text(",\"data\":{\"s\":\"")
                .text(of.symbol())
                .text("\",\"b\":[");
        levels(of, view.image(), true);
        text.text("],\"a\":[");
        levels(of, view.image(), false);
        return tail(id, view);
    }

    private void levels(final TrueInstrument of, final BookImage image, final boolean bid) {
        for (int i = 0; i < image.count(bid); i++) {
            text.text(i == 0 ? "" : ",");
            level(of, image.tick(bid, i), image.lots(bid, i));
        }
    }

    /** What the last report changed; levels that are too deep now are removed. */
    FrameText delta(final String topic, final TrueInstrument of, final BookView view, final long id) {
        head(topic, "delta", view.time())
                .text(",\"data\":{\"s\":\"")
                .text(of.symbol())
                .text("\",\"b\":[");
        levels(of, view.bids());
        text.text("],\"a\":[");
        levels(of, view.asks());
        return tail(id, view);
    }

    private void levels(final TrueInstrument of, final LevelChanges changes) {
        for (int i = 0; i < changes.count(); i++) {
            text.text(i == 0 ? "" : ",");
            level(of, changes.tick(i), changes.lots(i));
        }
    }

    private FrameText tail(final long id, final BookView view) {
        return text.text("],\"u\":")
                .number(id)
                .text(",\"seq\":")
                .number(view.lastId())
                .text("},\"cts\":")
                .millis(view.time())
                .text("}");
    }

    FrameText quote(final String topic, final TrueInstrument of, final long time) {
        head(topic, "snapshot", time)
                .text(",\"data\":{\"s\":\"")
                .text(of.symbol())
                .text("\",\"b\":[");
        level(of, of.bestBid(), of.bestBidLots());
        text.text("],\"a\":[");
        level(of, of.bestAsk(), of.bestAskLots());
        return text.text("],\"u\":")
                .number(of.updates())
                .text(",\"seq\":")
                .number(of.updates())
                .text("},\"cts\":")
                .millis(time)
                .text("}");
    }

    FrameText trades(final String topic, final TradeBurst burst) {
        head(topic, "snapshot", burst.time()).text(",\"data\":[");
        for (int i = 0; i < burst.count(); i++) {
            text.text(i == 0 ? "{\"T\":" : ",{\"T\":")
                    .millis(burst.time())
                    .text(",\"s\":\"")
                    .text(burst.instrument().symbol())
                    .text(burst.isBuy() ? "\",\"S\":\"Buy\",\"v\":" : "\",\"S\":\"Sell\",\"v\":");
            size(burst.instrument(), burst.lots(i)).text(",\"p\":");
            price(burst.instrument(), burst.tick())
                    .text(",\"L\":\"PlusTick\",\"i\":\"20f43950-d8dd-5b31-9112-")
                    .number(FIRST_ID + burst.tradeId(i))
                    .text("\",\"BT\":false,\"seq\":")
                    .number(burst.aggregateId())
                    .text("}");
        }
        return text.text("]}");
    }

    /** The first one has everything, later ones only what changes. */
    FrameText ticker(final String topic, final TrueInstrument of, final long time, final boolean isFirst) {
        head(topic, isFirst ? "snapshot" : "delta", time)
                .text(",\"data\":{\"symbol\":\"")
                .text(of.symbol())
                .text("\",\"markPrice\":");
        price(of, of.markTick());
        if (isFirst) {
            text.text(",\"tickDirection\":\"PlusTick\",\"openInterest\":\"\",\"nextFundingTime\":\"")
                    .millis(nextFunding(time))
                    .text("\"");
        }
        text.text(",\"indexPrice\":");
        price(of, of.indexTick()).text(",\"fundingRate\":");
        text.decimal(of.fundingRate(), TrueInstrument.rateDecimals(), TrueInstrument.rateDecimals());
        return text.text("},\"cs\":").number(of.updates()).text("}");
    }

    /** Every eight hours. */
    private static long nextFunding(final long time) {
        final long eightHours = 8L * 3_600 * 1_000_000_000;
        return (time / eightHours + 1) * eightHours;
    }

    /** The side is that of the position. */
    FrameText liquidation(final String topic, final TrueInstrument of, final Liquidated what) {
        head(topic, "snapshot", what.time()).text(",\"data\":[{\"T\":").millis(what.time());
        text.text(",\"s\":\"")
                .text(of.symbol())
                .text(what.buy() ? "\",\"S\":\"Sell\",\"v\":" : "\",\"S\":\"Buy\",\"v\":");
        size(of, what.lots()).text(",\"p\":");
        price(of, what.tick());
        return text.text("}]}");
    }

    FrameText recorded(final byte[] bytes, final int offset, final int length) {
        return text.clear().raw(bytes, offset, length);
    }
}
