package io.millrace.feed.simulator;

import java.util.Arrays;

/**
 * A book at a moment: prices in ticks, sizes in lots, the best level of a side first.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 */
public final class BookImage {
    static final BookImage EMPTY = new BookImage(0, 0, new long[0], new long[0], new long[0], new long[0]);

    private final long id;
    private final long time;
    private final long[] bidTicks;
    private final long[] bidLots;
    private final long[] askTicks;
    private final long[] askLots;

    BookImage(
            final long id,
            final long time,
            final long[] bidTicks,
            final long[] bidLots,
            final long[] askTicks,
            final long[] askLots) {
        this.id = id;
        this.time = time;
        this.bidTicks = bidTicks;
        this.bidLots = bidLots;
        this.askTicks = askTicks;
        this.askLots = askLots;
    }

    /** Count of all changes of levels up to it. */
    public long id() {
        return id;
    }

    /** When the book was so, epoch nanoseconds. */
    public long time() {
        return time;
    }

    public int bids() {
        return bidTicks.length;
    }

    public int asks() {
        return askTicks.length;
    }

    /** Levels of a side. */
    public int count(final boolean bid) {
        return bid ? bidTicks.length : askTicks.length;
    }

    /** Price of a level; 0 is the best. */
    public long tick(final boolean bid, final int level) {
        return bid ? bidTicks[level] : askTicks[level];
    }

    /** Size of a level; 0 is the best. */
    public long lots(final boolean bid, final int level) {
        return bid ? bidLots[level] : askLots[level];
    }

    /** The best levels only; 0 for all. */
    BookImage top(final int depth) {
        if (depth == 0 || bids() <= depth && asks() <= depth) {
            return this;
        }
        return new BookImage(
                id, time, cut(bidTicks, depth), cut(bidLots, depth), cut(askTicks, depth), cut(askLots, depth));
    }

    private static long[] cut(final long[] all, final int depth) {
        return all.length <= depth ? all : Arrays.copyOf(all, depth);
    }

    /** The same book, at another moment. */
    BookImage at(final long later) {
        return new BookImage(id, later, bidTicks, bidLots, askTicks, askLots);
    }
}
