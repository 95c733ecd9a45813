package io.millrace.feed.simulator;

import java.util.SplittableRandom;

/**
 * An instrument of a market whose state is known. Prices are in ticks of the last decimal, sizes in lots of the last decimal.
 *
 * <p>Thread: the exchange's; {@link #truth} may be asked by any. Allocation: little. Deterministic: given the random numbers.
 */
public final class TrueInstrument {
    private static final long FIRST_TRADE = 1_000_000;
    private static final long FIRST_AGGREGATE = 700_000;
    private static final long USUAL_RATE = 10_000;
    private static final int RATE_DIGITS = 8;

    private final SyntheticSymbol symbol;
    private final SyntheticBook book;
    private final TrueBook truth;
    private long tradeId = FIRST_TRADE;
    private long aggregateId = FIRST_AGGREGATE;

    TrueInstrument(final SyntheticSymbol symbol, final SplittableRandom random) {
        this.symbol = symbol;
        this.book = new SyntheticBook(symbol.startTick(), random);
        this.truth = new TrueBook(book);
    }

    /** In the venue's spelling. */
    public String symbol() {
        return symbol.name();
    }

    /** Decimals of prices. */
    public int priceDecimals() {
        return symbol.priceDecimals();
    }

    /** Decimals of sizes. */
    public int sizeDecimals() {
        return symbol.sizeDecimals();
    }

    SyntheticBook book() {
        return book;
    }

    /** What the book was. */
    public TrueBook truth() {
        return truth;
    }

    /** What clients of a depth know of the book; 0 for all of it. The same object each time. */
    public BookView view(final int depth) {
        return truth.view(depth);
    }

    /** Whether the book has been reported once: before that there is no snapshot to send. */
    public boolean isReported() {
        return truth.isReported();
    }

    /** The book as it is now, whether reported or not: for a REST endpoint. */
    public BookImage snapshot(final long time) {
        return truth.snapshot(time);
    }

    /** Count of all changes of the book, up to now. */
    public long updates() {
        return book.updates();
    }

    /** Best bid as it is now. */
    public long bestBid() {
        return book.bestBid();
    }

    /** Best offer as it is now. */
    public long bestAsk() {
        return book.bestAsk();
    }

    /** Size of the best bid. */
    public long bestBidLots() {
        return book.size(book.bestBid());
    }

    /** Size of the best offer. */
    public long bestAskLots() {
        return book.size(book.bestAsk());
    }

    /** Id of the last trade. */
    public long tradeId() {
        return tradeId;
    }

    long nextTradeId() {
        return ++tradeId;
    }

    long nextAggregateId() {
        return ++aggregateId;
    }

    /** Mark price, in ticks. */
    public long markTick() {
        return (book.bestBid() + book.bestAsk()) / 2;
    }

    /** Price of the index, in ticks. */
    public long indexTick() {
        return markTick() - 1;
    }

    /** Funding rate, in units of 1e-8; may be below zero. */
    public long fundingRate() {
        return USUAL_RATE - book.updates() % (2 * USUAL_RATE);
    }

    /** Digits behind the point of {@link #fundingRate}. */
    public static int rateDecimals() {
        return RATE_DIGITS;
    }

    @Override
    public String toString() {
        return symbol.name();
    }
}
