package io.millrace.bench.decode;

import io.millrace.engine.item.OffHeap;
import io.millrace.engine.spi.Sink;
import io.millrace.operators.market.Quote;
import io.millrace.operators.market.QuoteWriter;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Where both sides publish best bids and offers: memory outside the heap, one behind the other.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
final class PublishedQuotes implements Sink<Quote> {
    private static final int MOST = 1 << 17;

    private final QuoteWriter writer = new QuoteWriter();
    private final int each = (writer.length() + Long.BYTES - 1) / Long.BYTES * Long.BYTES;
    private final UnsafeBuffer memory = new UnsafeBuffer(BufferUtil.allocateDirectAligned(MOST * each, Long.BYTES));
    private int count;

    /** Begins anew, at the front. */
    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    @Override
    public void accept(final Quote quote) {
        Quote.CODEC.encode(quote, memory, count++ * each);
    }

    /** The next quote; all of its fields are to be written. */
    QuoteWriter next() {
        return writer.at(OffHeap.address(memory) + (long) count++ * each);
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // Memory only.
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof PublishedQuotes that
                && count == that.count
                && new UnsafeBuffer(memory, 0, count * each).equals(new UnsafeBuffer(that.memory, 0, count * each));
    }

    @Override
    public int hashCode() {
        return new UnsafeBuffer(memory, 0, count * each).hashCode();
    }

    @Override
    public String toString() {
        return count + " best bids and offers";
    }
}
