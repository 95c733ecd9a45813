package io.millrace.operators.market.book;

import java.util.Arrays;

/**
 * Levels near the touch by their price, so that none is looked for: a place for each step of the price (a tick), and a bit for
 * each place that has a level. Where a price belongs is known by a multiplication, and a level is written without a branch on
 * what is there.
 *
 * <pre>
 *   step 5    base                          top (or lower)      end (no level is behind it)
 *   key       100   105   110   115   120   125   130   135
 *           ┌─────┬─────┬─────┬─────┬─────┬─────┬─────┬─────┐
 *   sizes   │  7  │     │     │  3  │  1  │  9  │     │     │   by tick
 *           └─────┴─────┴─────┴─────┴─────┴─────┴─────┴─────┘
 *   taken      1     0     0     1     1     1     0     0      64 ticks in a word
 * </pre>
 *
 * <p>Thread: one. Allocation: for more ticks than ever before. Deterministic: yes.
 */
final class LevelLadder {
    /** Least number of ticks. */
    static final int LEAST = Long.SIZE;

    /** Most ticks: more would be far from the processor, and few changes are behind these. */
    static final int MOST = 1 << 15;

    /** Bits of the best key, and of the distance between base and end: no key between these is out of range then. */
    private static final int MOST_BITS = 62;

    private static final int NONE = -1;
    private static final int BITS = 6;

    private long[] sizes = {};
    private long[] taken = {};

    /** Digits behind the point as they were sent, or null if nobody asks for them. */
    private short[] digits;

    /** Number of ticks; 0 while the ladder stands nowhere. */
    private int ticks;

    private long base;
    private long step;

    /** The step is {@code odd << shift}; this is the number that makes 1 of the odd one. */
    private long inverse;

    private int shift;
    private int count;

    /** No level is better than this tick. */
    private int top;

    /** Level that was read last, and its tick; {@link #NONE} after each change. */
    private int cursor = NONE;

    private int cursorTick;

    int count() {
        return count;
    }

    /** Whether it stands somewhere: otherwise it has no ticks. */
    boolean stands() {
        return ticks > 0;
    }

    int ticks() {
        return ticks;
    }

    /** The lowest key that a level of it can have. */
    long base() {
        return base;
    }

    /** Whether digits are kept. To be said while there are no levels. */
    void keepDigits(final boolean keep) {
        if (keep != (digits != null)) {
            digits = keep ? new short[sizes.length] : null;
        }
    }

    /**
     * Stands at these keys from now on. There must be no levels.
     *
     * @param best     the key that gets the tick {@code place}
     * @param newStep  what is no step is refused
     * @param newTicks a power of two
     * @return false if keys or steps are too large; it stands nowhere then
     */
    boolean stand(final long best, final int place, final long newStep, final int newTicks) {
        ticks = 0;
        if (newStep <= 0 || newStep > (1L << MOST_BITS) / newTicks || Math.abs(best) >>> MOST_BITS != 0) {
            return false;
        }
        if (newTicks > sizes.length) {
            sizes = new long[newTicks];
            taken = new long[newTicks >>> BITS];
            digits = digits == null ? null : new short[newTicks];
        }
        ticks = newTicks;
        step = newStep;
        base = best - place * newStep;
        shift = Long.numberOfTrailingZeros(newStep);
        inverse = inverse(newStep >>> shift);
        top = 0;
        return true;
    }

    /** Inverse modulo 2^64, by Newton's method: the three bits that an odd number has right at first double each time. */
    private static long inverse(final long odd) {
        long x = odd;
        for (int bits = 3; bits < Long.SIZE; bits *= 2) {
            x *= 2 - odd * x;
        }
        return x;
    }

    /**
     * Tick of a key. What is not {@link #has} is a key outside of the ladder, or between its steps: the product with an inverse
     * is a bijection, and small only for small multiples of the step (Granlund and Montgomery, "Division by invariant integers
     * using multiplication", section 9).
     */
    long tick(final long key) {
        return Long.rotateRight((key - base) * inverse, shift);
    }

    /** Whether there is such a tick. */
    boolean has(final long tick) {
        return Long.compareUnsigned(tick, ticks) < 0;
    }

    long key(final int tick) {
        return base + tick * step;
    }

    /** Size at a tick, 0 if there is no level. */
    long size(final int tick) {
        return sizes[tick];
    }

    /** Digits as {@link #set} was given them; 0 if none are kept. */
    int digits(final int tick) {
        return digits == null ? 0 : digits[tick];
    }

    /** Gives a level its size; 0 removes it. */
    void set(final int tick, final long size, final int sent) {
        final int word = tick >>> BITS;
        final long before = taken[word];
        final long was = before >>> tick & 1;
        final long is = (size | -size) >>> Long.SIZE - 1;
        taken[word] = before ^ (was ^ is) << tick;
        sizes[tick] = size;
        count += (int) (is - was);
        top = Math.max(top, tick);
        cursor = NONE;
        if (digits != null) {
            digits[tick] = (short) sent;
        }
    }

    /** Tick of a level, the best one being 0; there must be so many. */
    int tickOf(final int index) {
        if (index == cursor) {
            return cursorTick;
        }
        if (index == 0) {
            top = below(top + 1);
            cursorTick = top;
        } else if (index == cursor + 1) {
            cursorTick = below(cursorTick);
        } else {
            cursorTick = seek(index);
        }
        cursor = index;
        return cursorTick;
    }

    /** The last tick before another that has a level; there must be one. */
    private int below(final int tick) {
        int word = tick - 1 >> BITS;
        long bits = taken[word] & -1L >>> -tick;
        while (bits == 0) {
            word--;
            bits = taken[word];
        }
        return (word << BITS) + Long.SIZE - 1 - Long.numberOfLeadingZeros(bits);
    }

    /** Counts levels from the best one on. */
    private int seek(final int index) {
        int word = top >>> BITS;
        int skip = index;
        for (int here = Long.bitCount(taken[word]); here <= skip; here = Long.bitCount(taken[word])) {
            skip -= here;
            word--;
        }
        int tick = below((word + 1) << BITS);
        for (int i = 0; i < skip; i++) {
            tick = below(tick);
        }
        return tick;
    }

    /** The first tick from another on that has a level; {@link #ticks} if none has. */
    int next(final int tick) {
        int word = tick >>> BITS;
        if (tick >= ticks) {
            return ticks;
        }
        long bits = taken[word] & -1L << tick;
        while (bits == 0) {
            word++;
            if (word == ticks >>> BITS) {
                return ticks;
            }
            bits = taken[word];
        }
        return (word << BITS) + Long.numberOfTrailingZeros(bits);
    }

    /** Forgets the worst levels. */
    void truncate(final int depth) {
        int tick = 0;
        while (count > depth) {
            tick = next(tick);
            set(tick, 0, 0);
        }
    }

    /** Forgets all levels, and stands nowhere. */
    void clear() {
        if (count > 0) {
            Arrays.fill(sizes, 0, ticks, 0);
            Arrays.fill(taken, 0, ticks >>> BITS, 0);
            count = 0;
        }
        ticks = 0;
        cursor = NONE;
    }
}
