package io.millrace.operators.market.book;

import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;

/**
 * The best bid and offer of a book that were told last, in the book's scales.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
final class LastQuote {
    private boolean isTold;
    private long bidPrice;
    private long bidSize;
    private long askPrice;
    private long askSize;

    /** Nothing has been told. */
    void clear() {
        isTold = false;
        bidPrice = 0;
        bidSize = 0;
        askPrice = 0;
        askSize = 0;
    }

    /** Takes those of a book; false if they have been told already. A side without levels has a size of 0. */
    boolean take(final OrderBook book) {
        final boolean hasBid = book.bids.count() > 0;
        final boolean hasAsk = book.asks.count() > 0;
        final long newBidPrice = hasBid ? book.bids.price(0) : 0;
        final long newBidSize = hasBid ? book.bids.size(0) : 0;
        final long newAskPrice = hasAsk ? book.asks.price(0) : 0;
        final long newAskSize = hasAsk ? book.asks.size(0) : 0;
        if (isTold
                && newBidPrice == bidPrice
                && newBidSize == bidSize
                && newAskPrice == askPrice
                && newAskSize == askSize) {
            return false;
        }
        isTold = true;
        bidPrice = newBidPrice;
        bidSize = newBidSize;
        askPrice = newAskPrice;
        askSize = newAskSize;
        return true;
    }

    long bidPrice() {
        return bidPrice;
    }

    long bidSize() {
        return bidSize;
    }

    long askPrice() {
        return askPrice;
    }

    long askSize() {
        return askSize;
    }

    /** After a change of scale. What would not fit any more has changed. */
    void multiply(final long priceFactor, final long sizeFactor) {
        bidPrice *= priceFactor;
        bidSize *= sizeFactor;
        askPrice *= priceFactor;
        askSize *= sizeFactor;
    }

    void write(final StateWriter out) {
        out.putBoolean(isTold);
        out.putLong(bidPrice).putLong(bidSize).putLong(askPrice).putLong(askSize);
    }

    void read(final StateReader in) {
        isTold = in.takeBoolean();
        bidPrice = in.takeLong();
        bidSize = in.takeLong();
        askPrice = in.takeLong();
        askSize = in.takeLong();
    }
}
