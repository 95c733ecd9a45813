package io.millrace.operators;

import io.millrace.engine.graph.OperatorSpec;
import io.millrace.engine.graph.Output;
import io.millrace.engine.graph.Scope;
import io.millrace.engine.graph.Wire;
import io.millrace.engine.spi.Origin;
import io.millrace.operators.market.BookAnswer;
import io.millrace.operators.market.BookDelta;
import io.millrace.operators.market.BookRequest;
import io.millrace.operators.market.BookState;
import io.millrace.operators.market.Quote;
import io.millrace.operators.market.book.BookOp;
import io.millrace.operators.market.book.BookSettings;
import io.millrace.operators.market.book.OrderBook;
import java.util.List;
import java.util.Objects;

/**
 * Order books of instruments, kept by the rules of their venues, and what comes out of them. A message that changes several
 * of these comes out in the order in which they stand here, but for states, which come first.
 *
 * <pre>{@code
 *   Books books = Books.of("books", flow.input("updates", feed.bookDeltas()), feed.bookAnswers());
 *   books.quotes().output("bbo", ...);
 * }</pre>
 *
 * <p>Thread: one, while a flow is defined. Allocation: while building. Deterministic: yes.
 *
 * @param changes  the book behind each message that has changed it, while it is valid: with all of its levels, which are
 *                 shared on the same thread, and copied where they go to another; {@link #top} is the lighter one there
 * @param quotes   best bid and offer when one of them has changed, and when the book has become valid; a side without levels
 *                 has a size of 0
 * @param states   each change of whether a book is valid, and why not
 * @param requests books that need a snapshot, each one once until a snapshot comes
 */
public record Books(
        KeyedStream<OrderBook> changes,
        KeyedStream<Quote> quotes,
        KeyedStream<BookState> states,
        KeyedStream<BookRequest> requests) {
    private static final int MOST_REQUESTS = 16;

    /** Books of the updates of a feed. Nobody is asked for snapshots, unless {@link #requests} go somewhere. */
    public static Books of(final String id, final Stream<BookDelta> updates) {
        return of(id, updates, BookSettings.USUAL);
    }

    /** Books of the updates of a feed, kept as the settings say. */
    public static Books of(final String id, final Stream<BookDelta> updates, final BookSettings settings) {
        return updates.then(id, inner -> behind(inner.keyBy("instrument", BookDelta::instrumentId), settings));
    }

    /** Books of the updates of a feed, which is asked for the snapshots that they need. */
    public static Books of(final String id, final Stream<BookDelta> updates, final Origin<BookAnswer> answers) {
        return of(id, updates, answers, BookSettings.USUAL);
    }

    /** Books of the updates of a feed, which is asked for the snapshots that they need, kept as the settings say. */
    public static Books of(
            final String id,
            final Stream<BookDelta> updates,
            final Origin<BookAnswer> answers,
            final BookSettings settings) {
        return updates.then(id, inner -> {
            final Books books = behind(inner.keyBy("instrument", BookDelta::instrumentId), settings);
            books.ask("ask", answers);
            return books;
        });
    }

    /**
     * Books of updates that are keyed already, and may be dealt to parts.
     *
     * @param updates keyed by {@link BookDelta#instrumentId}
     */
    public static Books of(final String id, final KeyedStream<BookDelta> updates, final BookSettings settings) {
        return updates.then(id, inner -> behind(inner, settings));
    }

    private static Books behind(final KeyedStream<BookDelta> updates, final BookSettings settings) {
        final Wire wire = updates.wire;
        final List<Wire> wires = updates.graph.add(
                "book",
                "book",
                OperatorSpec.of(BookOp.class, Scope.KEY, settings),
                wire,
                false,
                Output.like("changes", wire, OrderBook.TYPE),
                Output.like("quotes", wire, Quote.CODEC),
                Output.like("states", wire, BookState.CODEC),
                Output.like("requests", wire, BookRequest.CODEC));
        return new Books(
                new KeyedStream<>(updates.graph, wires.get(0)),
                new KeyedStream<>(updates.graph, wires.get(1)),
                new KeyedStream<>(updates.graph, wires.get(2)),
                new KeyedStream<>(updates.graph, wires.get(3)));
    }

    /**
     * Sends the requests to a feed; gives its answers. What they say need not be heeded: snapshots come with the updates.
     *
     * @param answers of the feed that gives the updates
     */
    public Stream<BookAnswer> ask(final String id, final Origin<BookAnswer> answers) {
        Objects.requireNonNull(answers, "answers");
        return requests.values(id + "-of").request(id, answers, MOST_REQUESTS);
    }

    /** Changes of books of which only the best levels of each side are left. */
    public KeyedStream<OrderBook> top(final String id, final int depth) {
        if (depth < 1) {
            throw new IllegalArgumentException("top '" + id + "' of " + depth + " levels: must be at least 1");
        }
        return changes.map(id, OrderBook.TYPE, (book, out) -> out.copyTop(book, depth));
    }
}
