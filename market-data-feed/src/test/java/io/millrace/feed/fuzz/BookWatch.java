package io.millrace.feed.fuzz;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.OffHeap;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.SteppedFlow;
import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.Origin;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.feed.decode.EventTarget;
import io.millrace.operators.Books;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import io.millrace.operators.market.BookDelta;
import io.millrace.operators.market.BookRequest;
import io.millrace.operators.market.BookState;
import io.millrace.operators.market.Instruments;
import io.millrace.operators.market.book.OrderBook;
import java.util.function.Consumer;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/** Books of a flow that is given the events of decoders, and what is to be seen of the book of instrument 0. */
final class BookWatch implements EventTarget {
    private static final int SPACE = 1 << 20;

    /** What one delta of a message of instrument 0 says of its message. */
    record Ids(long first, long last, long previous, boolean isSnapshot, boolean isFault, boolean isChecked) {}

    private final UnsafeBuffer records = new UnsafeBuffer(BufferUtil.allocateDirectAligned(SPACE, Long.BYTES));
    private final BookDelta delta = BookDelta.CODEC.create();
    private final OrderBook.Writer book = OrderBook.TYPE.create();
    private final SteppedFlow flow = new SteppedFlow(new Flow("fuzz", this::define), new RunConfig().specialize(false));
    private int length;
    private long inputSeq;
    private boolean isValid;
    private boolean isWanted;
    private Ids ids;

    private void define(final Dataflow definition) {
        final Books books = Books.of(
                "books",
                definition.input("updates", new Origin<>(new Unopened(), "book", BookDelta.CODEC, Instruments.TYPE)));
        books.changes().output("changes", sink(changed -> {
            if (changed.instrumentId() == 0) {
                book.copy(changed);
            }
        }));
        books.states().output("states", sink((final BookState state) -> {
            if (state.instrumentId() == 0) {
                isValid = state.isValid();
            }
        }));
        books.requests().output("requests", sink((final BookRequest request) -> {
            if (request.instrumentId() == 0) {
                isWanted = true;
            }
        }));
    }

    private static <T> SinkFactory<T> sink(final Consumer<T> taker) {
        return context -> new Sink<>() {
            @Override
            public void accept(final T item) {
                taker.accept(item);
            }

            @Override
            public void flush() {
                // Kept at once.
            }

            @Override
            public void close() {
                // Memory only.
            }
        };
    }

    /** Begins a frame. */
    void begin() {
        length = 0;
        ids = null;
    }

    /** Gives the events of the frame to the flow. */
    void run() {
        if (length > 0) {
            flow.onBatch(records, 0, length);
        }
    }

    /** What the frame's last delta of the instrument says, or null. */
    Ids ids() {
        return ids;
    }

    boolean isValid() {
        return isValid;
    }

    /** Whether a snapshot has been asked for since the last call. */
    boolean takeRequest() {
        final boolean was = isWanted;
        isWanted = false;
        return was;
    }

    /** The last book that was given. */
    OrderBook book() {
        return book;
    }

    @Override
    public UnsafeBuffer buffer() {
        return records;
    }

    @Override
    public int claim(final int maxLength) {
        return length + RecordLayout.HEADER;
    }

    @Override
    public long claimAddress(final int maxLength) {
        return OffHeap.address(records) + claim(maxLength);
    }

    @Override
    public void commit(final int input, final byte kind, final int bytes) {
        RecordLayout.header(records, length, bytes, kind, (byte) 0, 0, inputSeq++, 1, RecordLayout.NO_POSITION);
        if (kind == RecordKind.DATA) {
            look(BookDelta.CODEC.view(OffHeap.address(records) + length + RecordLayout.HEADER, bytes, delta));
        }
        length = RecordLayout.aligned(length + RecordLayout.HEADER + bytes);
    }

    private void look(final BookDelta given) {
        if (given.instrumentId() == 0) {
            ids = new Ids(
                    given.firstUpdateId(),
                    given.lastUpdateId(),
                    given.previousUpdateId(),
                    given.isSnapshot(),
                    given.isFault(),
                    given.isChecked());
        }
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
