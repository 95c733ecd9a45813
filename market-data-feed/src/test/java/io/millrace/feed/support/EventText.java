package io.millrace.feed.support;

import io.millrace.operators.market.sbe.BookDeltaDecoder;
import io.millrace.operators.market.sbe.BookFault;
import io.millrace.operators.market.sbe.FeedStatusDecoder;
import io.millrace.operators.market.sbe.InstrumentDecoder;
import io.millrace.operators.market.sbe.MessageHeaderDecoder;
import io.millrace.operators.market.sbe.QuoteDecoder;
import io.millrace.operators.market.sbe.TradeDecoder;
import java.math.BigDecimal;
import org.agrona.DirectBuffer;

/** Market events as short text, with decimals as numbers and their scale. */
public final class EventText {
    private EventText() {}

    public static String of(final DirectBuffer buffer, final int offset) {
        final MessageHeaderDecoder header = new MessageHeaderDecoder().wrap(buffer, offset);
        return switch (header.templateId()) {
            case TradeDecoder.TEMPLATE_ID -> trade(new TradeDecoder().wrapAndApplyHeader(buffer, offset, header));
            case QuoteDecoder.TEMPLATE_ID -> quote(new QuoteDecoder().wrapAndApplyHeader(buffer, offset, header));
            case BookDeltaDecoder.TEMPLATE_ID ->
                delta(new BookDeltaDecoder().wrapAndApplyHeader(buffer, offset, header));
            case InstrumentDecoder.TEMPLATE_ID ->
                instrument(new InstrumentDecoder().wrapAndApplyHeader(buffer, offset, header));
            case FeedStatusDecoder.TEMPLATE_ID -> {
                final FeedStatusDecoder status = new FeedStatusDecoder().wrapAndApplyHeader(buffer, offset, header);
                yield status.state() + " " + status.connection();
            }
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

    private static String delta(final BookDeltaDecoder delta) {
        return "delta #" + delta.instrumentId() + " " + delta.side() + " " + number(delta.size(), delta.sizeScale())
                + " @ " + number(delta.price(), delta.priceScale()) + " ids " + delta.firstUpdateId() + "-"
                + delta.lastUpdateId() + " after " + delta.previousUpdateId() + " at " + delta.exchangeTime() + "/"
                + delta.receiveTime()
                + (delta.fault() == BookFault.NONE ? "" : " " + delta.fault())
                + (delta.flags().endOfEvent() ? " end" : "");
    }

    private static String instrument(final InstrumentDecoder instrument) {
        return "instrument #" + instrument.instrumentId() + " " + instrument.venue() + " " + instrument.symbol()
                + " scales " + instrument.priceScale() + " " + instrument.sizeScale();
    }
}
