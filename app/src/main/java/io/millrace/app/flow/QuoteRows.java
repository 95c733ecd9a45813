package io.millrace.app.flow;

import io.millrace.connectors.RowFormat;
import io.millrace.connectors.text.TextBuffer;
import io.millrace.engine.spi.SinkContext;
import io.millrace.operators.market.Instruments;
import io.millrace.operators.market.Quote;

/** Best bids and offers as rows; times in epoch nanoseconds. A side without any order is empty. */
final class QuoteRows implements RowFormat<Quote> {
    private final Instruments instruments;

    QuoteRows(final SinkContext context) {
        instruments = context.definitions(Instruments.TYPE);
    }

    @Override
    public String header() {
        return "instrument,update_id,bid_price,bid_size,ask_price,ask_size,exchange_time,receive_time";
    }

    @Override
    public void write(final Quote quote, final TextBuffer row) {
        row.append(instruments.get(quote.instrumentId()).name()).append(',');
        if (quote.updateId() >= 0) {
            row.append(quote.updateId());
        }
        row.append(',');
        level(quote, quote.bidPrice(), quote.bidSize(), row);
        level(quote, quote.askPrice(), quote.askSize(), row);
        row.append(quote.exchangeTime()).append(',');
        row.append(quote.receiveTime());
    }

    private static void level(final Quote quote, final long price, final long size, final TextBuffer row) {
        if (size == 0) {
            row.append(",,");
        } else {
            row.appendDecimal(price, quote.priceScale()).append(',');
            row.appendDecimal(size, quote.sizeScale()).append(',');
        }
    }
}
