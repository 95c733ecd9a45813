package io.millrace.feed.simulator;

import java.util.Locale;
import java.util.SplittableRandom;

/**
 * One symbol of a synthetic market: its book, its numbers, and how its messages are spelled. Every message is spelled as
 * Binance spells it for that market; see {@link MarketStyle}.
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: given the random numbers.
 */
final class SyntheticInstrument {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final SyntheticSymbol symbol;
    private final MarketStyle style;
    private final SyntheticBook book;
    private final FrameText text = new FrameText();
    private final String tradeStream;
    private final String aggregateStream;
    private final String quoteStream;
    private final String depthStream;
    private long tradeId = 1_000_000;
    private long aggregateId = 700_000;
    private long lastDepthUpdate;

    SyntheticInstrument(final SyntheticSymbol symbol, final MarketStyle style, final SplittableRandom random) {
        this.symbol = symbol;
        this.style = style;
        this.book = new SyntheticBook(symbol.startTick(), random);
        final String lower = symbol.name().toLowerCase(Locale.ROOT);
        tradeStream = lower + "@trade";
        aggregateStream = lower + "@aggTrade";
        quoteStream = lower + "@bookTicker";
        depthStream = lower + "@depth@100ms";
    }

    SyntheticBook book() {
        return book;
    }

    /** Id of the last trade. */
    long tradeId() {
        return tradeId;
    }

    private FrameText head(final String event, final long time) {
        return text.clear()
                .text("{\"e\":\"")
                .text(event)
                .text("\",\"E\":")
                .number(time / NANOS_PER_MILLI)
                .text(",\"s\":\"")
                .text(symbol.name())
                .text("\"");
    }

    private FrameText price(final long tick) {
        return text.decimal(tick, symbol.priceDecimals(), style.decimals(symbol.priceDecimals()));
    }

    private FrameText size(final long lots) {
        return text.decimal(lots, symbol.sizeDecimals(), style.decimals(symbol.sizeDecimals()));
    }

    private void give(final String stream, final Audience audience) {
        audience.frame(stream, text.bytes(), 0, text.length());
    }

    void trade(final long time, final long tick, final long lots, final boolean buy, final Audience audience) {
        tradeId++;
        head("trade", time).text(",\"t\":").number(tradeId).text(",\"p\":");
        price(tick).text(",\"q\":");
        size(lots)
                .text(",\"T\":")
                .number(time / NANOS_PER_MILLI)
                .text(style.tradeExtra())
                .text(",\"m\":")
                .text(buy ? "false" : "true")
                .text(style.tradeTail());
        give(tradeStream, audience);
    }

    /** Trades of one taker at one price, from {@code firstId} to the last trade. */
    void aggregate(
            final long time,
            final long tick,
            final long lots,
            final boolean buy,
            final long firstId,
            final Audience audience) {
        aggregateId++;
        head("aggTrade", time).text(",\"a\":").number(aggregateId).text(",\"p\":");
        price(tick).text(",\"q\":");
        size(lots)
                .text(",\"f\":")
                .number(firstId)
                .text(",\"l\":")
                .number(tradeId)
                .text(",\"T\":")
                .number(time / NANOS_PER_MILLI)
                .text(",\"m\":")
                .text(buy ? "false" : "true")
                .text(style.tradeTail());
        give(aggregateStream, audience);
    }

    void quote(final long time, final Audience audience) {
        text.clear().text(style.quoteHead()).number(book.updates()).text(",\"s\":\"");
        text.text(symbol.name()).text("\",\"b\":");
        price(book.bestBid()).text(",\"B\":");
        size(book.size(book.bestBid())).text(",\"a\":");
        price(book.bestAsk()).text(",\"A\":");
        size(book.size(book.bestAsk()));
        if (style.isTimed()) {
            text.text(",\"T\":").number(time / NANOS_PER_MILLI).text(",\"E\":").number(time / NANOS_PER_MILLI);
        }
        text.text("}");
        give(quoteStream, audience);
    }

    /** All levels that changed since the last time, if any. */
    void depth(final long time, final Audience audience) {
        if (book.changes() == 0) {
            return;
        }
        head("depthUpdate", time);
        if (style.isTimed()) {
            text.text(",\"T\":").number(time / NANOS_PER_MILLI);
        }
        text.text(",\"U\":").number(lastDepthUpdate + 1).text(",\"u\":").number(book.updates());
        if (style.isTimed()) {
            text.text(",\"pu\":").number(lastDepthUpdate);
        }
        text.text(",\"b\":[");
        levels(true);
        text.text("],\"a\":[");
        levels(false);
        text.text("]}");
        lastDepthUpdate = book.updates();
        book.clearChanges();
        give(depthStream, audience);
    }

    private void levels(final boolean bids) {
        boolean first = true;
        for (int i = 0; i < book.changes(); i++) {
            final long tick = book.changedTick(i);
            final long lots = book.reportable(tick, bids);
            if (lots != SyntheticBook.NOTHING) {
                text.text(first ? "[" : ",[");
                price(tick).text(",");
                size(lots).text("]");
                first = false;
            }
        }
    }
}
