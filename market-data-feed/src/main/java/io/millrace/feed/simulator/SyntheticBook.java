package io.millrace.feed.simulator;

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
 * <p>Thread: one. Allocation: none after construction. Deterministic: given the random numbers.
 */
final class SyntheticBook {
    private static final int WINDOW = 1_024;
    private static final int NEAR = 20;
    private static final int FAR = 400;
    private static final int LARGEST_ROOT = 60;
    private static final long LOWEST = 2L * FAR;
    private static final byte NO_SIDE = 0;
    private static final byte BID = 1;
    private static final byte ASK = 2;

    /** From {@link #reportable}: there is nothing to say about this level on this side. */
    static final long NOTHING = -1;

    private final SplittableRandom random;
    private final long[] sizes = new long[WINDOW];
    private final boolean[] isChanged = new boolean[WINDOW];
    private final long[] changed = new long[WINDOW];
    private final byte[] reportedSides = new byte[WINDOW];
    private int changes;
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
        if (!isChanged[place]) {
            isChanged[place] = true;
            changed[changes++] = tick;
        }
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

    private byte side(final long tick) {
        if (size(tick) == 0) {
            return NO_SIDE;
        }
        return tick <= bestBid ? BID : ASK;
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

    /** Number of levels that changed since the last {@link #clearChanges}. */
    int changes() {
        return changes;
    }

    long changedTick(final int index) {
        return changed[index];
    }

    /**
     * What a report of one side says about a level: its size, 0 if it is no longer there, or {@link #NOTHING}. A level may
     * have changed sides since the last report; then both sides mention it.
     */
    long reportable(final long tick, final boolean bids) {
        final byte wanted = bids ? BID : ASK;
        if (side(tick) == wanted) {
            return size(tick);
        }
        return reportedSides[place(tick)] == wanted ? 0 : NOTHING;
    }

    /** All changes have been reported. */
    void clearChanges() {
        for (int i = 0; i < changes; i++) {
            final int place = place(changed[i]);
            reportedSides[place] = side(changed[i]);
            isChanged[place] = false;
        }
        changes = 0;
    }
}
