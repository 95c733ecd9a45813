package io.millrace.bench.decode;

import io.millrace.bench.flow.ItemSink;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.operators.market.Quote;
import io.millrace.operators.market.Trade;

/**
 * Takes the trades and the venue's own best bids and offers of a capture, and adds up all that is in them.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
final class OtherEvents {
    private static final int FACTOR = 31;

    private long trades;
    private long quotes;
    private long sum;

    void clear() {
        trades = 0;
        quotes = 0;
        sum = 0;
    }

    void trade(final long id, final long price, final long size, final long time) {
        trades++;
        sum = FACTOR * sum + (id ^ price ^ size ^ time);
    }

    void quote(final long id, final long bid, final long bidSize, final long ask, final long askSize, final long time) {
        quotes++;
        sum = FACTOR * sum + (id ^ bid ^ bidSize ^ ask ^ askSize ^ time);
    }

    SinkFactory<Trade> trades() {
        return ItemSink.to(trade -> trade(trade.tradeId(), trade.price(), trade.size(), trade.exchangeTime()));
    }

    SinkFactory<Quote> quotes() {
        return ItemSink.to(quote -> quote(
                quote.updateId(),
                quote.bidPrice(),
                quote.bidSize(),
                quote.askPrice(),
                quote.askSize(),
                quote.exchangeTime()));
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof OtherEvents that && trades == that.trades && quotes == that.quotes && sum == that.sum;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(sum);
    }

    @Override
    public String toString() {
        return trades + " trades and " + quotes + " of the venue's best bids and offers";
    }
}
