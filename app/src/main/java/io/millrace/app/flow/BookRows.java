package io.millrace.app.flow;

import io.millrace.connectors.RowFormat;
import io.millrace.connectors.text.TextBuffer;
import io.millrace.engine.spi.SinkContext;
import io.millrace.operators.market.Instruments;
import io.millrace.operators.market.book.OrderBook;

/** The best levels of books as rows; times in epoch nanoseconds. Levels that a book does not have are empty. */
final class BookRows implements RowFormat<OrderBook> {
    private final Instruments instruments;
    private final int depth;

    BookRows(final SinkContext context, final int depth) {
        this.instruments = context.definitions(Instruments.TYPE);
        this.depth = depth;
    }

    @Override
    public String header() {
        final StringBuilder header = new StringBuilder("instrument,update_id");
        side(header, "bid");
        side(header, "ask");
        return header.append(",exchange_time,receive_time").toString();
    }

    private void side(final StringBuilder header, final String side) {
        for (int level = 1; level <= depth; level++) {
            header.append(',').append(side).append("_price_").append(level);
            header.append(',').append(side).append("_size_").append(level);
        }
    }

    @Override
    public void write(final OrderBook book, final TextBuffer row) {
        row.append(instruments.get(book.instrumentId()).name()).append(',');
        if (book.lastUpdateId() >= 0) {
            row.append(book.lastUpdateId());
        }
        for (int level = 0; level < depth; level++) {
            if (level < book.bids()) {
                level(book, book.bidPrice(level), book.bidSize(level), row);
            } else {
                row.append(",,");
            }
        }
        for (int level = 0; level < depth; level++) {
            if (level < book.asks()) {
                level(book, book.askPrice(level), book.askSize(level), row);
            } else {
                row.append(",,");
            }
        }
        row.append(',').append(book.exchangeTime());
        row.append(',').append(book.receiveTime());
    }

    private static void level(final OrderBook book, final long price, final long size, final TextBuffer row) {
        row.append(',').appendDecimal(price, book.priceScale());
        row.append(',').appendDecimal(size, book.sizeScale());
    }
}
