package io.millrace.feed.support;

import io.millrace.operators.market.sbe.BookDeltaDecoder;
import io.millrace.operators.market.sbe.BookFault;
import io.millrace.operators.market.sbe.FeedStatusDecoder;
import io.millrace.operators.market.sbe.FundingDecoder;
import io.millrace.operators.market.sbe.InstrumentDecoder;
import io.millrace.operators.market.sbe.LiquidationDecoder;
import io.millrace.operators.market.sbe.MarkPriceDecoder;
import io.millrace.operators.market.sbe.MessageHeaderDecoder;
import io.millrace.operators.market.sbe.QuoteDecoder;
import io.millrace.operators.market.sbe.TradeDecoder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.agrona.DirectBuffer;

/** Market events as short text, with decimals as numbers and their scale. */
public final class EventText {
    private EventText() {}

    public static String of(final DirectBuffer buffer, final int offset) {
        final MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, offset);
        return switch (header.templateId()) {
            case TradeDecoder.TEMPLATE_ID -> trade(new TradeDecoder().wrapAndApplyHeader(buffer, offset, header));
            case QuoteDecoder.TEMPLATE_ID -> quote(new QuoteDecoder().wrapAndApplyHeader(buffer, offset, header));
            case BookDeltaDecoder.TEMPLATE_ID -> String.join("; ", lines(buffer, offset));
            case InstrumentDecoder.TEMPLATE_ID ->
                instrument(new InstrumentDecoder().wrapAndApplyHeader(buffer, offset, header));
            case FeedStatusDecoder.TEMPLATE_ID -> {
                final FeedStatusDecoder status = new FeedStatusDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield status.state() + " " + status.connection();
            }
            case FundingDecoder.TEMPLATE_ID -> {
                final FundingDecoder funding = new FundingDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "funding #" + funding.instrumentId() + " " + number(funding.rate(), funding.rateScale())
                        + " paid at " + funding.fundingTime() + " at " + funding.exchangeTime() + "/"
                        + funding.receiveTime();
            }
            case MarkPriceDecoder.TEMPLATE_ID -> {
                final MarkPriceDecoder mark = new MarkPriceDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield "mark #" + mark.instrumentId() + " " + number(mark.markPrice(), mark.priceScale()) + " index "
                        + number(mark.indexPrice(), mark.priceScale()) + " at " + mark.exchangeTime() + "/"
                        + mark.receiveTime();
            }
            case LiquidationDecoder.TEMPLATE_ID ->
                liquidation(new LiquidationDecoder().wrapAndApplyHeader(buffer, offset, header));
            default -> "template " + header.templateId();
        };
    }

    private static String number(final long mantissa, final int scale) {
        return BigDecimal.valueOf(mantissa, scale).toPlainString();
    }

    private static String trade(final TradeDecoder trade) {
        return "trade #" + trade.instrumentId() + " " + trade.aggressor() + " "
                + number(trade.size(), trade.sizeScale()) + " @ " + number(trade.price(), trade.priceScale()) + " id "
                + trade.tradeId() + " x" + trade.tradeCount() + " at " + trade.exchangeTime() + "/"
                + trade.receiveTime();
    }

    private static String quote(final QuoteDecoder quote) {
        return "quote #" + quote.instrumentId() + " " + number(quote.bidSize(), quote.sizeScale()) + " @ "
                + number(quote.bidPrice(), quote.priceScale()) + " | " + number(quote.askSize(), quote.sizeScale())
                + " @ " + number(quote.askPrice(), quote.priceScale()) + " id " + quote.updateId() + " at "
                + quote.exchangeTime() + "/" + quote.receiveTime();
    }

    /** An event as text: as one line, but for a book delta, which has one for each of its levels. */
    public static List<String> lines(final DirectBuffer buffer, final int offset) {
        final MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, offset);
        return header.templateId() == BookDeltaDecoder.TEMPLATE_ID
                ? delta(new BookDeltaDecoder().wrapAndApplyHeader(buffer, offset, header))
                : List.of(of(buffer, offset));
    }

    private static List<String> delta(final BookDeltaDecoder delta) {
        final List<String> lines = new ArrayList<>();
        final BookDeltaDecoder.LevelsDecoder levels = delta.levels();
        final int count = levels.count();
        for (int level = 0; level < count; level++) {
            levels.next();
            lines.add(line(
                    delta,
                    (level < delta.bids() ? "BID " : "ASK ") + number(levels.size(), delta.sizeScale()) + " @ "
                            + number(levels.price(), delta.priceScale()),
                    level == count - 1));
        }
        return count == 0 ? List.of(line(delta, "no level", true)) : lines;
    }

    private static String line(final BookDeltaDecoder delta, final String level, final boolean isLast) {
        return "delta #" + delta.instrumentId() + " " + level + " ids " + delta.firstUpdateId() + "-"
                + delta.lastUpdateId() + " after " + delta.previousUpdateId() + " at " + delta.exchangeTime() + "/"
                + delta.receiveTime()
                + (delta.flags().hasChecksum() ? " checksum " + Integer.toUnsignedString(delta.checksum()) : "")
                + (delta.flags().snapshot() ? " snapshot" : "")
                + (delta.fault() == BookFault.NONE ? "" : " fault " + delta.fault())
                + (isLast && delta.flags().endOfEvent() ? " end" : "");
    }

    private static String liquidation(final LiquidationDecoder liquidation) {
        return "liquidation #" + liquidation.instrumentId() + " " + liquidation.aggressor() + " "
                + number(liquidation.size(), liquidation.sizeScale()) + " @ "
                + number(liquidation.price(), liquidation.priceScale()) + " at " + liquidation.exchangeTime() + "/"
                + liquidation.receiveTime();
    }

    /** What a venue's list says of an instrument. */
    public static String facts(final DirectBuffer buffer, final int offset) {
        final InstrumentDecoder instrument =
                new InstrumentDecoder().wrapAndApplyHeader(buffer, offset, new MessageHeaderDecoder());
        return instrument(instrument) + " " + instrument.name() + " tick "
                + number(instrument.tickSize(), instrument.priceScale()) + " lot "
                + number(instrument.lotSize(), instrument.sizeScale()) + " " + instrument.status() + " "
                + instrument.bookRule();
    }

    private static String instrument(final InstrumentDecoder instrument) {
        return "instrument #" + instrument.instrumentId() + " " + instrument.venue() + " " + instrument.symbol()
                + " scales " + instrument.priceScale() + " " + instrument.sizeScale();
    }
}
