package io.millrace.operators.market.book;

/**
 * Decides where the ladder of a side stands, and moves levels between it and the sorted ones, which are behind it.
 *
 * <pre>
 *       base                low                place               end
 *         │                  │                  │                   │
 *   ──────┼──────────────────┼──────────────────┼───────────────────┼──────▶ key
 *  sorted │                  ◀────── best level of a ladder ────────▶
 * </pre>
 *
 * It is built with the best level in the middle of where that may be, so a touch that jumps to and fro moves nothing. It is built
 * anew at once for a level that is behind its end or between its steps. If the best level is lower, or levels are too many for it,
 * that is only slow: it is built anew when so many changes have missed it that they would have paid for it.
 *
 * <p>Thread: one. Allocation: for more levels than ever before. Deterministic: yes.
 */
final class LadderMoves {
    /** Fewer levels are as well in a block. */
    private static final int LEAST = 8;

    /** Ticks for each level, at least: levels are seldom side by side but at the touch. */
    private static final int TICKS_PER_LEVEL = 8;

    /** Levels from the best on whose distances tell the step, which those behind them may prove wrong. */
    private static final int SAMPLE = 32;

    private final LevelLadder ladder;
    private final SortedLevels sorted;

    /** How long the ladder is, or will be. It never becomes shorter. */
    private int ticks = LevelLadder.LEAST;

    /** Changes that missed the ladder since it was last looked at; less than 0 if it could not be built. */
    private int misses;

    LadderMoves(final LevelLadder ladder, final SortedLevels sorted) {
        this.ladder = ladder;
        this.sorted = sorted;
    }

    /** Gives a level that is not on the ladder its size; 0 removes it. */
    void set(final long key, final long size, final int sent) {
        if (!ladder.stands()) {
            sorted.set(key, size, sent);
            missed(LEAST);
        } else if (key < ladder.base()) {
            sorted.set(key, size, sent);
            missed(ticks / 4);
        } else if (size != 0) {
            takeDown();
            sorted.set(key, size, sent);
            build();
        }
    }

    private void missed(final int patience) {
        misses++;
        if (misses >= patience) {
            misses = 0;
            if (!ladder.stands() || isLow() || isShort()) {
                takeDown();
                build();
            }
        }
    }

    private boolean isLow() {
        return ladder.count() == 0 || ladder.tickOf(0) < ticks / 2;
    }

    private boolean isShort() {
        return ticks < TICKS_PER_LEVEL * (ladder.count() + sorted.count()) && ticks < LevelLadder.MOST;
    }

    /** Puts all levels among the sorted ones. */
    void takeDown() {
        for (int tick = ladder.next(0); tick < ladder.ticks(); tick = ladder.next(tick + 1)) {
            sorted.addBest(ladder.key(tick), ladder.size(tick), ladder.digits(tick));
        }
        ladder.clear();
    }

    /** Builds the ladder for the best of the sorted levels, which are all there are. */
    private void build() {
        if (sorted.count() < LEAST) {
            return;
        }
        while (isShort()) {
            ticks *= 2;
        }
        final long best = sorted.key(sorted.place(0));
        long step = sampledStep(best);
        while (ladder.stand(best, ticks - ticks / 4, step, ticks)) {
            final long between = fill(best);
            if (between == best) {
                return;
            }
            takeDown();
            step = divisor(step, best - between);
        }
        misses = -LevelLadder.MOST;
    }

    private long sampledStep(final long best) {
        final int number = Math.min(SAMPLE, sorted.count());
        long step = 0;
        for (int i = 1; i < number; i++) {
            step = divisor(step, best - sorted.key(sorted.place(i)));
        }
        return step;
    }

    /** Moves levels to the ladder, until there is one that is between its steps; gives its key, or the best one's. */
    private long fill(final long best) {
        while (sorted.count() > 0) {
            final int place = sorted.place(0);
            final long key = sorted.key(place);
            if (key < ladder.base()) {
                return best;
            }
            final long tick = ladder.tick(key);
            if (!ladder.has(tick)) {
                return key;
            }
            ladder.set((int) tick, sorted.size(place), sorted.digits(place));
            sorted.removeBest();
        }
        return best;
    }

    /** The greatest number that divides two. */
    private static long divisor(final long one, final long other) {
        long a = other;
        long b = one;
        while (b != 0) {
            final long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }
}
