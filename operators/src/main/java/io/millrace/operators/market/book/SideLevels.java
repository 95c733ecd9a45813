package io.millrace.operators.market.book;

import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;

/**
 * The levels of one side of a book. Those near the touch, where most changes are, stand on a {@link LevelLadder}; those behind it
 * are {@link SortedLevels}, and so are all of a small book, and of one that is only read.
 *
 * <pre>
 *   worst                                   best
 *   ┌─────────────────────┬──────────────────────┐
 *   │  sorted             │  on the ladder       │    {@link LadderMoves} says where that begins
 *   └─────────────────────┴──────────────────────┘
 * </pre>
 *
 * <p>Thread: one. Allocation: for more levels than ever before. Deterministic: yes.
 */
final class SideLevels {
    /** Keys rise towards the touch: a bid's is its price, an offer's is its negated price. */
    private final int sign;

    private final LevelLadder ladder = new LevelLadder();
    private final SortedLevels sorted = new SortedLevels();
    private final LadderMoves moves = new LadderMoves(ladder, sorted);

    SideLevels(final boolean isBid) {
        sign = isBid ? 1 : -1;
    }

    int count() {
        return ladder.count() + sorted.count();
    }

    /** Price of a level, the best one being 0. */
    long price(final int index) {
        final int near = ladder.count();
        return sign * (index < near ? ladder.key(ladder.tickOf(index)) : sorted.key(sorted.place(index - near)));
    }

    /** Size of a level, the best one being 0. */
    long size(final int index) {
        final int near = ladder.count();
        return index < near ? ladder.size(ladder.tickOf(index)) : sorted.size(sorted.place(index - near));
    }

    /** Digits of price and size as {@link #set} was given them. */
    int digits(final int index) {
        final int near = ladder.count();
        return index < near ? ladder.digits(ladder.tickOf(index)) : sorted.digits(sorted.place(index - near));
    }

    /** Size of the level at a price; 0 if there is none. */
    long sizeAt(final long price) {
        final long key = sign * price;
        final long tick = ladder.tick(key);
        return ladder.has(tick) ? ladder.size((int) tick) : sorted.sizeAt(key);
    }

    /** Forgets all levels. */
    void clear() {
        ladder.clear();
        sorted.clear();
    }

    /** Whether digits are kept. To be said of a side without levels. */
    void keepDigits(final boolean keep) {
        ladder.keepDigits(keep);
        sorted.keepDigits(keep);
    }

    /**
     * Gives a level its size.
     *
     * @param size 0 to remove it, if it is there
     * @param sent digits of price and size as they were sent, in 16 bits
     */
    void set(final long price, final long size, final int sent) {
        final long key = sign * price;
        final long tick = ladder.tick(key);
        if (ladder.has(tick)) {
            ladder.set((int) tick, size, sent);
        } else {
            moves.set(key, size, sent);
        }
    }

    /** Forgets the worst levels. */
    void truncate(final int depth) {
        if (count() > depth) {
            sorted.truncate(Math.max(0, depth - ladder.count()));
            ladder.truncate(depth);
        }
    }

    /** Whether prices and sizes times these fit. */
    boolean canMultiply(final long priceFactor, final long sizeFactor) {
        final int count = count();
        for (int i = 0; i < count; i++) {
            if (!OrderBook.fits(price(i), priceFactor) || !OrderBook.fits(size(i), sizeFactor)) {
                return false;
            }
        }
        return true;
    }

    /** After a change of scale. The ladder is built anew at the changes that follow. */
    void multiply(final long priceFactor, final long sizeFactor) {
        moves.takeDown();
        sorted.multiply(priceFactor, sizeFactor);
    }

    /** Becomes the best levels of another. Digits are left out. */
    void copy(final SideLevels other, final int most) {
        final int number = Math.min(most, other.count());
        begin(number);
        for (int i = 0; i < number; i++) {
            fill(i, other.price(i), other.size(i));
        }
    }

    /** Makes place for levels that are then {@link #fill}ed in. */
    void begin(final int number) {
        ladder.clear();
        sorted.begin(number);
    }

    /** Fills in a level, the best one being 0. */
    void fill(final int index, final long price, final long size) {
        sorted.fill(index, sign * price, size, 0);
    }

    void write(final StateWriter out) {
        final boolean hasDigits = sorted.keepsDigits();
        final int count = count();
        out.putInt(count).putBoolean(hasDigits);
        for (int i = 0; i < count; i++) {
            out.putLong(price(i)).putLong(size(i));
            if (hasDigits) {
                out.putInt(digits(i));
            }
        }
    }

    void read(final StateReader in) {
        final int count = in.takeInt();
        begin(count);
        final boolean hasDigits = in.takeBoolean();
        keepDigits(hasDigits);
        for (int i = 0; i < count; i++) {
            final long price = in.takeLong();
            final long size = in.takeLong();
            sorted.fill(i, sign * price, size, hasDigits ? in.takeInt() : 0);
        }
    }
}
