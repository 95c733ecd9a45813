package io.millrace.operators.market.book;

import io.millrace.engine.stage.Receiver;
import io.millrace.operators.market.BookRequest;
import io.millrace.operators.market.BookRequestWriter;
import io.millrace.operators.market.BookState;
import io.millrace.operators.market.BookStateWriter;
import io.millrace.operators.market.Quote;
import io.millrace.operators.market.QuoteWriter;
import io.millrace.operators.market.sbe.BookFault;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes what comes out of books, each event in memory of its own, and hands it on.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: yes.
 */
final class BookOutlets {
    private final Receiver<OrderBook> changes;
    private final Receiver<Quote> quotes;
    private final Receiver<BookState> states;
    private final Receiver<BookRequest> requests;

    private final QuoteWriter quoteWriter = new QuoteWriter();
    private final BookStateWriter stateWriter = new BookStateWriter();
    private final BookRequestWriter requestWriter = new BookRequestWriter();
    private final UnsafeBuffer quoteBytes = memory(quoteWriter.length());
    private final UnsafeBuffer stateBytes = memory(stateWriter.length());
    private final UnsafeBuffer requestBytes = memory(requestWriter.length());
    private final Quote quote = Quote.CODEC.create();
    private final BookState state = BookState.CODEC.create();
    private final BookRequest request = BookRequest.CODEC.create();

    BookOutlets(
            final Receiver<OrderBook> changes,
            final Receiver<Quote> quotes,
            final Receiver<BookState> states,
            final Receiver<BookRequest> requests) {
        this.changes = changes;
        this.quotes = quotes;
        this.states = states;
        this.requests = requests;
    }

    private static UnsafeBuffer memory(final int length) {
        return new UnsafeBuffer(BufferUtil.allocateDirectAligned(length, Long.BYTES));
    }

    void change(final long key, final OrderBook book) {
        changes.onItem(key, book);
    }

    void quote(final long key, final OrderBook book, final LastQuote best) {
        final long address = quoteBytes.addressOffset();
        quoteWriter
                .at(address)
                .instrumentId(book.instrumentId)
                .priceScale(book.priceScale)
                .sizeScale(book.sizeScale)
                .updateId(book.lastUpdateId)
                .bidPrice(best.bidPrice())
                .bidSize(best.bidSize())
                .askPrice(best.askPrice())
                .askSize(best.askSize())
                .exchangeTime(book.exchangeTime)
                .receiveTime(book.receiveTime);
        quotes.onItem(key, Quote.CODEC.view(address, quoteWriter.length(), quote));
    }

    /** @param exchangeTime of what has made the book so, as {@code receiveTime} */
    void state(final long key, final SyncedBook book, final long exchangeTime, final long receiveTime) {
        final long address = stateBytes.addressOffset();
        stateWriter
                .at(address)
                .instrumentId(book.book.instrumentId)
                .condition(book.condition)
                .reason(book.reason)
                .updateId(book.book.lastUpdateId)
                .exchangeTime(exchangeTime)
                .receiveTime(receiveTime);
        states.onItem(key, BookState.CODEC.view(address, stateWriter.length(), state));
    }

    void request(final long key, final int instrumentId, final BookFault reason) {
        final long address = requestBytes.addressOffset();
        requestWriter.at(address).instrumentId(instrumentId).reason(reason);
        requests.onItem(key, BookRequest.CODEC.view(address, requestWriter.length(), request));
    }
}
