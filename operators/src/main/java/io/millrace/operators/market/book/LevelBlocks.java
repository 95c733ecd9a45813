package io.millrace.operators.market.book;

import java.util.Arrays;

/**
 * Memory for levels in sorted blocks: places of a few arrays, and the order in which the blocks stand. What is inserted moves
 * the levels of one block at most, however deep the book is.
 *
 * <pre>
 *   block     0 (worst)       1               2 (best)
 *   slot      4               0               2                 free: 1, 3
 *           ┌──┬──┬──┬     ┌──┬──┬     ┌──┬──┬──┬──┬
 *   keys    │ 3│ 4│ 7│     │10│12│     │17│18│19│21│            of slot s: from place s * SIZE on, rising
 *           └──┴──┴──┴     └──┴──┴     └──┴──┴──┴──┴
 * </pre>
 *
 * <p>Thread: one. Allocation: for more blocks than ever before. Deterministic: yes.
 */
final class LevelBlocks {
    /** Most levels of a block. */
    static final int SIZE = 128;

    /** Blocks that have fewer together become one. */
    private static final int ENOUGH = 3 * SIZE / 4;

    long[] keys = new long[SIZE];
    long[] sizes = new long[SIZE];

    /** Digits behind the point as they were sent, or null if nobody asks for them. */
    short[] digits;

    /** By block: where it is; behind the blocks stand the slots that are free. */
    private int[] slots = {0};

    /** By block: how many levels it has, never 0. */
    private int[] counts = {0};

    /** By block: its lowest key. */
    private long[] lowest = {0};

    private int blocks;

    int blocks() {
        return blocks;
    }

    int count(final int block) {
        return counts[block];
    }

    /** Place of the first level of a block. */
    int begin(final int block) {
        return slots[block] * SIZE;
    }

    /** Place behind the last level of a block. */
    int end(final int block) {
        return slots[block] * SIZE + counts[block];
    }

    long lowest(final int block) {
        return lowest[block];
    }

    void clear() {
        blocks = 0;
    }

    /** Whether digits are kept. To be said while there are no levels. */
    void keepDigits(final boolean keep) {
        if (keep != (digits != null)) {
            digits = keep ? new short[keys.length] : null;
        }
    }

    /** Adds a block without levels in front of another; they are to be put in at once. */
    void add(final int block) {
        if (blocks == slots.length) {
            grow();
        }
        final int slot = slots[blocks];
        shift(block, block + 1);
        slots[block] = slot;
        counts[block] = 0;
        blocks++;
    }

    private void shift(final int from, final int to) {
        final int length = blocks - from;
        System.arraycopy(slots, from, slots, to, length);
        System.arraycopy(counts, from, counts, to, length);
        System.arraycopy(lowest, from, lowest, to, length);
    }

    private void grow() {
        final int length = 2 * slots.length;
        slots = Arrays.copyOf(slots, length);
        counts = Arrays.copyOf(counts, length);
        lowest = Arrays.copyOf(lowest, length);
        for (int i = blocks; i < length; i++) {
            slots[i] = i;
        }
        keys = Arrays.copyOf(keys, length * SIZE);
        sizes = Arrays.copyOf(sizes, length * SIZE);
        if (digits != null) {
            digits = Arrays.copyOf(digits, length * SIZE);
        }
    }

    /** Removes a block. */
    void remove(final int block) {
        final int slot = slots[block];
        shift(block + 1, block);
        blocks--;
        slots[blocks] = slot;
    }

    /** Puts in a level, into a block that is not full; keys are still sorted afterwards. */
    void insert(final int block, final int offset, final long key, final long size, final int sent) {
        final int at = begin(block) + offset;
        move(at, at + 1, counts[block] - offset);
        put(at, key, size, sent);
        counts[block]++;
        if (offset == 0) {
            lowest[block] = key;
        }
    }

    /** Writes a level. */
    void put(final int at, final long key, final long size, final int sent) {
        keys[at] = key;
        sizes[at] = size;
        if (digits != null) {
            digits[at] = (short) sent;
        }
    }

    /** Takes levels out of a block, which becomes one with another if few are left. */
    void takeOut(final int block, final int offset, final int number) {
        final int left = counts[block] - number;
        if (left == 0) {
            remove(block);
            return;
        }
        final int at = begin(block) + offset;
        move(at + number, at, left - offset);
        counts[block] = left;
        lowest[block] = keys[begin(block)];
        if (left < SIZE / 4) {
            if (block > 0 && left + counts[block - 1] < ENOUGH) {
                join(block - 1);
            } else if (block + 1 < blocks && left + counts[block + 1] < ENOUGH) {
                join(block);
            }
        }
    }

    /** Makes a block one with the next. */
    private void join(final int block) {
        move(begin(block + 1), end(block), counts[block + 1]);
        counts[block] += counts[block + 1];
        remove(block + 1);
    }

    /** Makes two of a full block. */
    void split(final int block) {
        add(block + 1);
        move(begin(block) + SIZE / 2, begin(block + 1), SIZE / 2);
        counts[block] = SIZE / 2;
        counts[block + 1] = SIZE / 2;
        lowest[block + 1] = keys[begin(block + 1)];
    }

    /** After a change of scale. */
    void multiply(final long keyFactor, final long sizeFactor) {
        for (int block = 0; block < blocks; block++) {
            for (int at = begin(block); at < end(block); at++) {
                keys[at] *= keyFactor;
                sizes[at] *= sizeFactor;
            }
            lowest[block] = keys[begin(block)];
        }
    }

    /** Makes blocks of so many levels, with room in between, instead of all that is there. */
    void makeFor(final int number) {
        blocks = 0;
        for (int left = number; left > 0; left -= ENOUGH) {
            add(blocks);
            counts[blocks - 1] = Math.min(left, ENOUGH);
        }
    }

    /** Fills in a level of those that were made, the worst one being 0. */
    void fill(final int index, final long key, final long size, final int sent) {
        final int block = index / ENOUGH;
        final int offset = index % ENOUGH;
        put(begin(block) + offset, key, size, sent);
        if (offset == 0) {
            lowest[block] = key;
        }
    }

    private void move(final int from, final int to, final int length) {
        System.arraycopy(keys, from, keys, to, length);
        System.arraycopy(sizes, from, sizes, to, length);
        if (digits != null) {
            System.arraycopy(digits, from, digits, to, length);
        }
    }
}
