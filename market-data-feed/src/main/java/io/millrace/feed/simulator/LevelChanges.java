package io.millrace.feed.simulator;

import java.util.Arrays;

/**
 * Levels of one side that are other than before, the best first.
 *
 * <p>Thread: the exchange's. Allocation: only for more than ever before. Deterministic: yes.
 */
public final class LevelChanges {
    private long[] ticks = new long[16];
    private long[] lots = new long[16];
    private boolean[] fallen = new boolean[16];
    private int count;

    /** How many there are. */
    public int count() {
        return count;
    }

    /** Price of a level. */
    public long tick(final int index) {
        return ticks[index];
    }

    /** What its size is now; 0 if it is gone. */
    public long lots(final int index) {
        return lots[index];
    }

    /** Whether it is gone because better ones have taken its place, and is still there below the depth. */
    public boolean isFallen(final int index) {
        return fallen[index];
    }

    /** Finds what has changed from one book to another, both cut to the depth; {@code whole} is the second one, not cut. */
    void find(final boolean bid, final BookImage before, final BookImage now, final BookImage whole) {
        count = 0;
        int old = 0;
        int next = 0;
        while (old < before.count(bid) || next < now.count(bid)) {
            final int order = order(bid, before, old, now, next);
            if (order < 0) {
                final long tick = before.tick(bid, old++);
                add(tick, 0, place(whole, bid, tick, now.count(bid)) >= 0);
            } else if (order > 0) {
                add(now.tick(bid, next), now.lots(bid, next), false);
                next++;
            } else {
                if (before.lots(bid, old) != now.lots(bid, next)) {
                    add(now.tick(bid, next), now.lots(bid, next), false);
                }
                old++;
                next++;
            }
        }
    }

    /** Adds levels that are not among the changes. */
    void mention(final boolean bid, final BookImage whole, final TouchedLevels touched) {
        final int changed = count;
        for (int i = 0; i < touched.count(); i++) {
            final long tick = touched.tick(i);
            if (!isChange(tick, changed)) {
                final int level = place(whole, bid, tick, 0);
                add(tick, level < 0 ? 0 : whole.lots(bid, level), false);
            }
        }
    }

    private boolean isChange(final long tick, final int changed) {
        for (int i = 0; i < changed; i++) {
            if (ticks[i] == tick) {
                return true;
            }
        }
        return false;
    }

    /** Below 0 if the old level is the better one, or the only one left. */
    private static int order(
            final boolean bid, final BookImage before, final int old, final BookImage now, final int next) {
        if (old == before.count(bid)) {
            return 1;
        }
        if (next == now.count(bid)) {
            return -1;
        }
        final int rising = Long.compare(before.tick(bid, old), now.tick(bid, next));
        return bid ? -rising : rising;
    }

    private static int place(final BookImage whole, final boolean bid, final long tick, final int from) {
        for (int i = from; i < whole.count(bid); i++) {
            if (whole.tick(bid, i) == tick) {
                return i;
            }
        }
        return -1;
    }

    private void add(final long tick, final long size, final boolean isFallen) {
        if (count == ticks.length) {
            ticks = Arrays.copyOf(ticks, 2 * count);
            lots = Arrays.copyOf(lots, 2 * count);
            fallen = Arrays.copyOf(fallen, 2 * count);
        }
        ticks[count] = tick;
        lots[count] = size;
        fallen[count] = isFallen;
        count++;
    }
}
