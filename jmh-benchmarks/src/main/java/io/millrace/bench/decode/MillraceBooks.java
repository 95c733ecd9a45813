package io.millrace.bench.decode;

import io.millrace.bench.flow.CompiledFlow;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.OffHeap;
import io.millrace.engine.spi.Origin;
import io.millrace.engine.spi.SourceContext;
import io.millrace.engine.stage.OutputTerms;
import io.millrace.feed.binance.BinanceVenue;
import io.millrace.feed.decode.EventTarget;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameGate;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.operators.Books;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import io.millrace.operators.market.BookDelta;
import io.millrace.operators.market.Instruments;
import io.millrace.operators.market.Quote;
import io.millrace.operators.market.Trade;
import io.millrace.operators.market.sbe.BookFault;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The subject: the decoder of a venue, and behind it, frame by frame, the compiled flow of books that publishes best bids and
 * offers.
 *
 * <pre>
 *   frame ──▶ decoder ──▶ records ──▶ books ──▶ quotes
 * </pre>
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: yes.
 */
final class MillraceBooks implements EventTarget {
    private static final int MOST = 1 << 20;
    static final int BOOK = 0;
    private static final int TRADES = 1;
    private static final int QUOTES = 2;

    private final UnsafeBuffer records = new UnsafeBuffer(BufferUtil.allocateDirectAligned(MOST, Long.BYTES));
    private final long address = OffHeap.address(records);
    private final PublishedQuotes quotes = new PublishedQuotes();
    private final OtherEvents others = new OtherEvents();
    private final FrameDecoder decoder = decoder();
    private final CompiledFlow flow = new CompiledFlow(new Flow("books", this::define), OutputTerms.none());
    private int length;
    private long inputSeq;

    private static FrameDecoder decoder() {
        final BinanceVenue venue = BinanceVenue.USDM;
        final KnownInstruments instruments = new KnownInstruments(venue.name(), 0, venue.names(), venue.book(0));
        final FeedInputs inputs =
                new FeedInputs(TRADES, QUOTES, BOOK, SourceContext.UNUSED, SourceContext.UNUSED, SourceContext.UNUSED);
        return venue.decoder(new FrameEvents(inputs, instruments, FrameGate.OPEN), instruments);
    }

    private void define(final Dataflow definition) {
        Books.of("books", definition.input("updates", new Origin<>(null, "book", BookDelta.CODEC, Instruments.TYPE)))
                .quotes()
                .output("quotes", context -> quotes);
        definition
                .input("trades", new Origin<>(null, "trades", Trade.CODEC, Instruments.TYPE))
                .output("trades-out", others.trades());
        definition
                .input("tickers", new Origin<>(null, "quotes", Quote.CODEC, Instruments.TYPE))
                .output("tickers-out", others.quotes());
    }

    OtherEvents others() {
        return others;
    }

    PublishedQuotes quotes() {
        return quotes;
    }

    /** The connection was lost: the frames begin again. */
    void begin() {
        quotes.clear();
        others.clear();
        length = 0;
        decoder.bookFault(BookFault.DISCONNECTED, 0, this);
        run();
    }

    /** Takes a frame, through all. */
    void frame(final byte[] bytes, final int offset, final int frameLength, final long receiveTime) {
        length = 0;
        decoder.decode(bytes, offset, frameLength, receiveTime, this);
        run();
    }

    /**
     * Decodes frames without working on them: from then on {@link #again} does that. The instrument is defined before, once, as
     * in a feed.
     */
    UnsafeBuffer load(final RecordedFrames frames, final int count) {
        begin();
        frame(frames.bytes(), frames.offset(0), frames.length(0), 0);
        length = 0;
        decoder.bookFault(BookFault.DISCONNECTED, 0, this);
        for (int frame = 0; frame < count; frame++) {
            decoder.decode(frames.bytes(), frames.offset(frame), frames.length(frame), frame, this);
        }
        return new UnsafeBuffer(records, 0, length);
    }

    /** Works through what was loaded; gives the number of best bids and offers. */
    int again() {
        quotes.clear();
        run();
        return quotes.count();
    }

    private void run() {
        if (length > 0) {
            flow.onBatch(records, 0, length);
        }
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
        return address + length + RecordLayout.HEADER;
    }

    @Override
    public void commit(final int input, final byte kind, final int bytes) {
        RecordLayout.header(address + length, bytes, kind, (byte) 0, input, inputSeq++, 1, RecordLayout.NO_POSITION);
        length = RecordLayout.aligned(length + RecordLayout.HEADER + bytes);
    }
}
