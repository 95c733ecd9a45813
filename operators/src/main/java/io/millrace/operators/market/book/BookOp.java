package io.millrace.operators.market.book;

import io.millrace.engine.stage.KeyList;
import io.millrace.engine.stage.KeyedStore;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Stateful;
import io.millrace.engine.stage.StepContext;
import io.millrace.operators.market.BookDelta;
import io.millrace.operators.market.BookRequest;
import io.millrace.operators.market.BookState;
import io.millrace.operators.market.Instrument;
import io.millrace.operators.market.Instruments;
import io.millrace.operators.market.Quote;

/** Keeps the book of each instrument, which is the key: from updates to books, quotes, states, and requests. */
public final class BookOp implements Receiver<BookDelta>, Stateful {
    private final StepContext context;
    private final Instruments instruments;
    private final BookSync sync;
    private final KeyedStore<SyncedBook> books = new KeyedStore<>();

    BookOp(
            final BookSettings settings,
            final StepContext context,
            final Receiver<OrderBook> changes,
            final Receiver<Quote> quotes,
            final Receiver<BookState> states,
            final Receiver<BookRequest> requests) {
        this.context = context;
        this.instruments = context.definitions(Instruments.TYPE);
        this.sync = new BookSync(settings, new BookOutlets(changes, quotes, states, requests));
    }

    @Override
    public void onItem(final long key, final BookDelta delta) {
        final SyncedBook book = of(key, delta.instrumentId());
        if (delta.isFault()) {
            book.course = SyncedBook.Course.IDLE;
            sync.onFault(key, book, delta);
            return;
        }
        if (book.course == SyncedBook.Course.IDLE) {
            sync.begin(key, book, instrument(delta), delta);
        }
        sync.levels(key, book, delta);
        if (delta.isEndOfEvent()) {
            sync.end(key, book, instrument(delta), delta);
        }
    }

    private SyncedBook of(final long key, final int instrumentId) {
        final SyncedBook known = books.get(key);
        if (known != null) {
            return known;
        }
        if (key != instrumentId) {
            throw wrongKey(key, instrumentId);
        }
        final SyncedBook added = new SyncedBook(instrumentId);
        books.put(key, added);
        return added;
    }

    private static IllegalStateException wrongKey(final long key, final int instrumentId) {
        return new IllegalStateException("books are kept by instrument, but the key of instrument " + instrumentId
                + " is " + key + ": key by BookDelta::instrumentId");
    }

    private Instrument instrument(final BookDelta delta) {
        try {
            return instruments.get(delta.instrumentId());
        } catch (final IllegalStateException e) {
            throw context.failed(delta, e);
        }
    }

    @Override
    public void reset() {
        books.reset();
    }

    @Override
    public void writeState(final StateWriter out) {
        final KeyList sorted = books.sortedKeys(context.keys());
        out.beginKeys(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            out.beginKey(context.keys(), sorted.get(i));
            books.get(sorted.get(i)).write(out);
            out.endKey();
        }
    }

    @Override
    public void readState(final StateReader in) {
        while (in.nextKey(context.keys())) {
            final SyncedBook book = new SyncedBook((int) in.key());
            books.put(in.key(), book);
            book.read(in);
        }
    }
}
