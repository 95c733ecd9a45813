package io.millrace.feed.simulator;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * An order book on a grid of ticks, that moves: levels near the best prices are requoted, trades eat into them, and the
 * best prices walk. Prices are in ticks, sizes in lots.
 *
 * <pre>
 *   sizes, a ring over ticks:   ... 5 12 7 3 | 0 0 | 4 9 1 6 ...
 *                                        ▲           ▲
 *                                     best bid    best ask
 * </pre>
 *
 * <p>Thread: one. Allocation: for images only. Deterministic: given the random numbers.
 */
final class SyntheticBook {
    private static final int WINDOW = 2_048;
    private static final int NEAR = 20;
    private static final int FAR = 800;
    private static final int LARGEST_ROOT = 60;
    private static final long LOWEST = 2L * FAR;
    private final SplittableRandom random;
    private final long[] sizes = new long[WINDOW];
    private final TouchedLevels touchedBids = new TouchedLevels(WINDOW);
    private final TouchedLevels touchedAsks = new TouchedLevels(WINDOW);
    private final long[] ticks = new long[WINDOW];
    private final long[] lots = new long[WINDOW];
    private long bestBid;
    private long bestAsk;
    private long updates;

    SyntheticBook(final long startTick, final SplittableRandom random) {
        this.random = random;
        bestBid = startTick;
        bestAsk = startTick + 1;
        for (int distance = 0; distance < NEAR; distance++) {
            set(bestBid - distance, someSize());
            set(bestAsk + distance, someSize());
        }
    }

    private static int place(final long tick) {
        return (int) tick & WINDOW - 1;
    }

    /** Small sizes are many, large ones few. */
    private long someSize() {
        final long root = 1 + random.nextLong(LARGEST_ROOT);
        return 1 + root * root * random.nextLong(1, 4);
    }

    private void set(final long tick, final long size) {
        final int place = place(tick);
        if (sizes[place] == size) {
            return;
        }
        sizes[place] = size;
        updates++;
        touched(tick <= bestBid).add(tick);
    }

    /** Levels of a side that were set since the last report; whoever reports clears them. */
    TouchedLevels touched(final boolean bid) {
        return bid ? touchedBids : touchedAsks;
    }

    long bestBid() {
        return bestBid;
    }

    long bestAsk() {
        return bestAsk;
    }

    long size(final long tick) {
        return sizes[place(tick)];
    }

    /** Count of all changes so far: the venue's update id. */
    long updates() {
        return updates;
    }

    /** Changes one level; gives whether a best price or its size is another now. */
    boolean requote() {
        final boolean bid = random.nextBoolean();
        final boolean best = random.nextInt(2) == 0;
        if (best && bestAsk - bestBid > 1 && random.nextInt(2) == 0) {
            improve(bid);
            return true;
        }
        final int distance = best ? 0 : random.nextInt(1, NEAR - 1);
        final long tick = bid ? bestBid - distance : bestAsk + distance;
        set(tick, !best && random.nextInt(5) == 0 ? 0 : someSize());
        return best;
    }

    private void improve(final boolean bid) {
        if (bid) {
            bestBid++;
            set(bestBid, someSize());
            set(bestBid - FAR, 0);
        } else {
            bestAsk--;
            set(bestAsk, someSize());
            set(bestAsk + FAR, 0);
        }
    }

    /** Whether a seller may take: prices stay well above zero. */
    boolean maySell() {
        return bestBid > LOWEST;
    }

    /** Takes part of the best level or all of it; gives the size taken. */
    long take(final boolean buy) {
        final long tick = buy ? bestAsk : bestBid;
        final long there = size(tick);
        final long taken = Math.min(there, 1 + random.nextLong(there + there / 4 + 1));
        set(tick, there - taken);
        if (taken == there) {
            retreat(buy);
        }
        return taken;
    }

    /** The best level is gone: the next one takes its place. */
    private void retreat(final boolean ask) {
        final int step = ask ? 1 : -1;
        final long best = ask ? bestAsk : bestBid;
        final long farthest = best + (long) step * NEAR;
        if (size(farthest) == 0) {
            set(farthest, someSize());
        }
        long tick = best + step;
        while (size(tick) == 0) {
            tick += step;
        }
        if (ask) {
            bestAsk = tick;
        } else {
            bestBid = tick;
        }
    }

    /** Changes every level that there may be: the largest message that the book can give. */
    void shake() {
        for (int distance = 0; distance < FAR; distance++) {
            set(bestBid - distance, someSize());
            set(bestAsk + distance, someSize());
        }
    }

    /** The book as it is now. */
    BookImage image(final long time) {
        final int bids = side(bestBid, -1);
        final long[] bidTicks = Arrays.copyOf(ticks, bids);
        final long[] bidLots = Arrays.copyOf(lots, bids);
        final int asks = side(bestAsk, 1);
        return new BookImage(updates, time, bidTicks, bidLots, Arrays.copyOf(ticks, asks), Arrays.copyOf(lots, asks));
    }

    private int side(final long best, final int step) {
        int count = 0;
        for (int distance = 0; distance <= FAR; distance++) {
            final long tick = best + (long) step * distance;
            final long there = size(tick);
            if (there != 0) {
                ticks[count] = tick;
                lots[count++] = there;
            }
        }
        return count;
    }
}
