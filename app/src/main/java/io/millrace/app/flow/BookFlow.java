package io.millrace.app.flow;

import io.millrace.connectors.Discard;
import io.millrace.feed.MarketFeed;
import io.millrace.operators.Books;
import io.millrace.operators.Dataflow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.market.BookDelta;
import io.millrace.operators.market.book.BookSettings;
import io.millrace.operators.market.book.OrderBook;
import io.millrace.operators.market.sbe.BookCondition;

/**
 * Order books, kept by the rules of their venue, and only while they are right.
 *
 * <pre>
 *   levels ──▶ books ──▶ output
 *                ├── not to be trusted any more ──▶ faults
 *                └── asks for snapshots ──▶ the feed
 * </pre>
 */
final class BookFlow {
    /** Name in journals and on the command line of best bids and offers. */
    static final String BEST = "bbo";

    /** Name in journals and on the command line of books. */
    static final String LEVELS = "book";

    private BookFlow() {}

    /** Best bids and offers of books, whenever they change. */
    static void best(final Dataflow flow, final MarketFeed feed, final FlowSettings settings, final Rows rows) {
        books(flow, feed, settings).quotes().output("output", rows.of(QuoteRows::new));
    }

    /** The best levels of books, whenever one of them changes. */
    static void levels(final Dataflow flow, final MarketFeed feed, final FlowSettings settings, final Rows rows) {
        final int depth = settings.shownDepth();
        books(flow, feed, settings)
                .changes()
                .statefulFlatMap("shown", OrderBook.TYPE, OrderBook.TYPE, (last, book, shown, out) -> {
                    if (!isSame(last, book, depth)) {
                        last.copyTop(book, depth);
                        shown.copyTop(book, depth);
                        out.emit(shown);
                    }
                })
                .output("output", rows.of(context -> new BookRows(context, depth)));
    }

    /** Books of all instruments, that ask the feed for the snapshots that they need. */
    static Books books(final Dataflow flow, final MarketFeed feed, final FlowSettings settings) {
        final KeyedStream<BookDelta> levels =
                flow.input("levels", feed.bookDeltas()).keyBy("instrument", BookDelta::instrumentId);
        final Books books = Books.of(
                "books", settings.parallel() == 0 ? levels : levels.parallel(settings.parallel()), BookSettings.USUAL);
        books.ask("ask", feed.bookAnswers());
        books.states()
                .filter("lost", state -> state.condition() == BookCondition.INVALID)
                .output("faults", Discard.all());
        return books;
    }

    private static boolean isSame(final OrderBook one, final OrderBook other, final int depth) {
        final int bids = Math.min(depth, other.bids());
        final int asks = Math.min(depth, other.asks());
        if (one.bids() != bids
                || one.asks() != asks
                || one.priceScale() != other.priceScale()
                || one.sizeScale() != other.sizeScale()) {
            return false;
        }
        for (int level = 0; level < bids; level++) {
            if (one.bidPrice(level) != other.bidPrice(level) || one.bidSize(level) != other.bidSize(level)) {
                return false;
            }
        }
        for (int level = 0; level < asks; level++) {
            if (one.askPrice(level) != other.askPrice(level) || one.askSize(level) != other.askSize(level)) {
                return false;
            }
        }
        return true;
    }
}
