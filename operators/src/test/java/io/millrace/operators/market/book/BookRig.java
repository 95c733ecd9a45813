package io.millrace.operators.market.book;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.run.SteppedFlow;
import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.Origin;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.operators.Books;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import io.millrace.operators.market.BookDelta;
import io.millrace.operators.market.BookRequest;
import io.millrace.operators.market.BookState;
import io.millrace.operators.market.Instruments;
import io.millrace.operators.market.Quote;
import io.millrace.operators.market.sbe.BookChecksum;
import io.millrace.operators.market.sbe.BookFault;
import io.millrace.operators.market.sbe.BookRule;
import io.millrace.operators.support.Runs;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Books that a test feeds message by message. What comes out is text:
 *
 * <pre>
 *   book 7: 100x5 99x2 | 101x3      quote 100x5 | 101x3      VALID      INVALID GAP      ask GAP
 * </pre>
 */
final class BookRig {
    private final BookSettings settings;
    private final List<String> out = new ArrayList<>();
    private SteppedFlow flow;
    private long inputSeq;

    BookRig(final BookRule rule) {
        this(rule, BookChecksum.NONE, 0, BookSettings.USUAL);
    }

    BookRig(final BookRule rule, final BookChecksum checksum, final int depth, final BookSettings settings) {
        this.settings = settings;
        this.flow = flow();
        define(1, rule, checksum, depth);
    }

    private SteppedFlow flow() {
        return new SteppedFlow(new Flow("test", this::define), Runs.fused().check(true));
    }

    private void define(final Dataflow flow) {
        final Books books = Books.of(
                "books",
                flow.input("updates", new Origin<>(new Unopened(), "book", BookDelta.CODEC, Instruments.TYPE)),
                settings);
        books.changes().output("changes", sink(BookRig::text));
        books.quotes().output("quotes", sink(BookRig::text));
        books.states().output("states", sink(BookRig::text));
        books.requests().output("requests", sink(BookRig::text));
    }

    private <T> SinkFactory<T> sink(final Function<T, String> text) {
        return context -> new Sink<>() {
            @Override
            public void accept(final T item) {
                out.add(text.apply(item));
            }

            @Override
            public void flush() {
                // Kept at once.
            }

            @Override
            public void close() {
                // Stays readable.
            }
        };
    }

    static String text(final OrderBook book) {
        final StringBuilder text = new StringBuilder("book " + book.lastUpdateId() + ":");
        for (int i = 0; i < book.bids(); i++) {
            text.append(' ').append(level(book.bidPrice(i), book.priceScale(), book.bidSize(i), book.sizeScale()));
        }
        text.append(" |");
        for (int i = 0; i < book.asks(); i++) {
            text.append(' ').append(level(book.askPrice(i), book.priceScale(), book.askSize(i), book.sizeScale()));
        }
        return text.toString();
    }

    private static String text(final Quote quote) {
        return "quote " + level(quote.bidPrice(), quote.priceScale(), quote.bidSize(), quote.sizeScale()) + " | "
                + level(quote.askPrice(), quote.priceScale(), quote.askSize(), quote.sizeScale());
    }

    private static String text(final BookState state) {
        return state.isValid() ? "VALID" : state.condition() + " " + state.reason();
    }

    private static String text(final BookRequest request) {
        return "ask " + request.reason();
    }

    private static String level(final long price, final int priceScale, final long size, final int sizeScale) {
        return BigDecimal.valueOf(price, priceScale).toPlainString() + "x"
                + BigDecimal.valueOf(size, sizeScale).toPlainString();
    }

    void define(final int instrument, final BookRule rule, final BookChecksum checksum, final int depth) {
        record(RecordKind.DEFINITION, Updates.definition(instrument, rule, checksum, depth), Updates.DEFINITION_LENGTH);
    }

    /** Gives a message; returns what came out. */
    List<String> give(final Updates updates, final String levels) {
        return give(updates.levels(levels));
    }

    /** Gives deltas; returns what came out. */
    List<String> give(final List<BookDelta> deltas) {
        return collecting(() -> deltas.forEach(this::delta));
    }

    List<String> snapshot(final long id, final String levels) {
        return give(new Updates().snapshot().ids(id, id, -1), levels);
    }

    /** An update of one id, which follows the one before by number. */
    List<String> update(final long id, final String levels) {
        return update(id, id, id - 1, levels);
    }

    List<String> update(final long first, final long last, final long previous, final String levels) {
        return give(new Updates().ids(first, last, previous), levels);
    }

    List<String> fault(final BookFault fault) {
        return give(List.of(new Updates().fault(fault)));
    }

    /** Goes on in another instance that has read the state of this one. */
    void restore() {
        final StateWriter state = new StateWriter();
        flow.writeState(state);
        flow.close();
        flow = flow();
        flow.readState(new StateReader(state.buffer(), 0, state.length()));
        final StateWriter again = new StateWriter();
        flow.writeState(again);
        if (!new UnsafeBuffer(again.buffer(), 0, again.length())
                .equals(new UnsafeBuffer(state.buffer(), 0, state.length()))) {
            throw new AssertionError("what was read is not what was written");
        }
    }

    private List<String> collecting(final Runnable action) {
        out.clear();
        action.run();
        return List.copyOf(out);
    }

    private void delta(final BookDelta delta) {
        final UnsafeBuffer bytes = Updates.bytes(delta);
        record(RecordKind.DATA, bytes, bytes.capacity());
    }

    private void record(final byte kind, final DirectBuffer payload, final int length) {
        final UnsafeBuffer record = Updates.memory(RecordLayout.aligned(RecordLayout.HEADER + length));
        record.putBytes(RecordLayout.HEADER, payload, 0, length);
        RecordLayout.header(record, 0, length, kind, (byte) 0, 0, inputSeq++, 1, RecordLayout.NO_POSITION);
        flow.onBatch(record, 0, record.capacity());
    }

    private static final class Unopened implements Feed {
        @Override
        public String name() {
            return "unopened";
        }

        @Override
        public Source open(final SourceContext context) {
            throw new AssertionError("a source was opened");
        }
    }
}
