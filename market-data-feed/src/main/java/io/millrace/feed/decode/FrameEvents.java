package io.millrace.feed.decode;

import io.millrace.operators.market.sbe.BookFault;

/**
 * The events of one frame, from when they are read to when the whole frame has been found to be sound: then all of them are
 * given, and otherwise none.
 *
 * <pre>
 *   decoder ──add──▶ drafts ──publish──▶ check all: symbols, scales ──▶ gate: not come already? ──▶ EventTarget
 *                                             │
 *                                             └── something is wrong: marks that books are not to be trusted
 * </pre>
 *
 * <p>Thread: one. Allocation: only for more events in one frame than ever before, and for new instruments. Deterministic:
 * as far as its gate is.
 */
public final class FrameEvents {
    private final KnownInstruments instruments;
    private final FrameGate gate;
    private final FeedInputs inputs;
    private final TradeEvents trades;
    private final QuoteEvents quotes;
    private final BookEvents books;
    private final FundingEvents fundings;
    private final MarkPriceEvents marks;
    private final LiquidationEvents liquidations;
    private final EventKind<?>[] kinds;
    private int added;
    private int given;
    private FrameFault fault = FrameFault.NONE;

    /**
     * @param instruments those of the feed; what frames name first is added
     * @param gate        is asked for each message
     */
    public FrameEvents(final FeedInputs inputs, final KnownInstruments instruments, final FrameGate gate) {
        this.inputs = inputs;
        this.instruments = instruments;
        this.gate = gate;
        final FrameInstrument instrument = new FrameInstrument(instruments);
        this.trades = new TradeEvents(inputs.trades(), instrument);
        this.quotes = new QuoteEvents(inputs.quotes(), instrument);
        this.books = new BookEvents(inputs.book(), instrument, instruments);
        this.fundings = new FundingEvents(inputs.funding(), instrument);
        this.marks = new MarkPriceEvents(inputs.marks(), instrument);
        this.liquidations = new LiquidationEvents(inputs.liquidations(), instrument);
        this.kinds = new EventKind<?>[] {trades, quotes, books, fundings, marks, liquidations};
    }

    /** Which streams the flow uses; what is of no use need not be read. */
    public FeedInputs inputs() {
        return inputs;
    }

    /** Begins a frame. */
    public void clear() {
        if (added > 0) {
            trades.drafts.clear();
            quotes.drafts.clear();
            books.drafts.clear();
            fundings.drafts.clear();
            marks.drafts.clear();
            liquidations.drafts.clear();
            added = 0;
        }
        fault = FrameFault.NONE;
    }

    /** One more trade. */
    public TradeDraft addTrade() {
        added++;
        return trades.drafts.add();
    }

    /** One more best bid and offer. */
    public QuoteDraft addQuote() {
        added++;
        return quotes.drafts.add();
    }

    /** One more message of a book, without levels, ids and checksum. */
    public BookDraft addBook() {
        added++;
        return books.drafts.add().clear();
    }

    /** One more funding rate. */
    public FundingDraft addFunding() {
        added++;
        return fundings.drafts.add();
    }

    /** One more mark price. */
    public MarkPriceDraft addMarkPrice() {
        added++;
        return marks.drafts.add();
    }

    /** One more liquidation. */
    public LiquidationDraft addLiquidation() {
        added++;
        return liquidations.drafts.add();
    }

    /** Events since {@link #clear}. */
    public int count() {
        return added;
    }

    /**
     * Gives all events, if there is nothing wrong with any of them.
     *
     * @param bytes the frame, in which symbols stand
     * @return EVENTS, DUPLICATE if the gate let none pass, or MALFORMED with {@link #fault}
     */
    public FrameResult publish(final byte[] bytes, final long receiveTime, final EventTarget target) {
        given = 0;
        if (added == 1) {
            return publishOne(bytes, receiveTime, target);
        }
        for (final EventKind<?> kind : kinds) {
            if (!areSound(kind, bytes)) {
                return FrameResult.MALFORMED;
            }
        }
        for (final EventKind<?> kind : kinds) {
            if (kind.drafts.count() > 0 && !write(kind, bytes, receiveTime, target)) {
                return FrameResult.MALFORMED;
            }
        }
        return given == 0 && added > 0 ? FrameResult.DUPLICATE : FrameResult.EVENTS;
    }

    /**
     * The usual case: nothing else can be wrong once this event is written. One kind after another instead of a loop over
     * them, so that it is known at each call which class is called.
     */
    private FrameResult publishOne(final byte[] bytes, final long receiveTime, final EventTarget target) {
        final boolean isSound;
        if (quotes.drafts.count() > 0) {
            isSound = write(quotes, bytes, receiveTime, target);
        } else if (trades.drafts.count() > 0) {
            isSound = write(trades, bytes, receiveTime, target);
        } else if (books.drafts.count() > 0) {
            isSound = write(books, bytes, receiveTime, target);
        } else {
            isSound = write(fundings, bytes, receiveTime, target)
                    && write(marks, bytes, receiveTime, target)
                    && write(liquidations, bytes, receiveTime, target);
        }
        if (!isSound) {
            return FrameResult.MALFORMED;
        }
        return given == 0 ? FrameResult.DUPLICATE : FrameResult.EVENTS;
    }

    private <D> boolean areSound(final EventKind<D> kind, final byte[] bytes) {
        for (int i = 0; i < kind.drafts.count(); i++) {
            fault = kind.check(bytes, kind.drafts.get(i));
            if (fault != FrameFault.NONE) {
                return false;
            }
        }
        return true;
    }

    private <D> boolean write(
            final EventKind<D> kind, final byte[] bytes, final long receiveTime, final EventTarget target) {
        for (int i = 0; i < kind.drafts.count(); i++) {
            final D draft = kind.drafts.get(i);
            fault = kind.check(bytes, draft);
            if (fault != FrameFault.NONE) {
                return false;
            }
            if (kind.passes(gate, draft)) {
                kind.write(draft, receiveTime, target);
                given++;
            }
        }
        return true;
    }

    /**
     * Marks the book of an instrument as not to be trusted, or those of all instruments of the connection if it is not known.
     *
     * @param at     where its symbol stands
     * @param length bytes of its symbol; 0 if the frame does not tell it
     */
    public void bookFault(
            final BookFault reason,
            final byte[] bytes,
            final int at,
            final int length,
            final long receiveTime,
            final EventTarget target) {
        if (!inputs.hasBook()) {
            return;
        }
        final int place = length == 0 || length > SymbolTable.LONGEST
                ? KnownInstruments.ABSENT
                : instruments.find(bytes, at, length);
        if (place != KnownInstruments.ABSENT) {
            if (gate.carries(place)) {
                books.fault(place, reason, receiveTime, target);
            }
        } else {
            for (int any = 0; any < instruments.size(); any++) {
                if (gate.carries(any)) {
                    books.fault(any, reason, receiveTime, target);
                }
            }
        }
    }

    /** Marks the book at a place as not to be trusted. */
    public void bookFault(final BookFault reason, final int place, final long receiveTime, final EventTarget target) {
        if (inputs.hasBook()) {
            books.fault(place, reason, receiveTime, target);
        }
    }

    /** What is wrong with the frame. */
    public FrameFault fault() {
        return fault;
    }
}
