package io.millrace.operators.market.book;

import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;

/**
 * The levels of one side of a book, sorted so that the best one is the last. Where most changes are, at the touch, a level is
 * found at once; elsewhere it is looked for where the last one was, since the levels of a message come in order.
 *
 * <p>Thread: one. Allocation: for more levels than ever before. Deterministic: yes.
 */
final class SideLevels {
    private static final int NONE = -1;

    /** Keys rise towards the touch: a bid's is its price, an offer's is its negated price. */
    private final int sign;

    private final LevelBlocks blocks = new LevelBlocks();
    private int count;

    /** Block of the last search behind the best block: a hint, which may be any. */
    private int finger;

    /** Block that was read last, and how many levels are better than its best; {@link #NONE} after each change. */
    private int cursor = NONE;

    private int cursorIndex;

    SideLevels(final boolean isBid) {
        sign = isBid ? 1 : -1;
    }

    int count() {
        return count;
    }

    /** Price of a level, the best one being 0. */
    long price(final int index) {
        return sign * blocks.keys[place(index)];
    }

    /** Size of a level, the best one being 0. */
    long size(final int index) {
        return blocks.sizes[place(index)];
    }

    /** Digits of price and size as {@link #set} was given them. */
    int digits(final int index) {
        return blocks.digits[place(index)];
    }

    private int place(final int index) {
        final int best = blocks.blocks() - 1;
        return index < blocks.count(best) ? blocks.end(best) - 1 - index : deepPlace(index);
    }

    private int deepPlace(final int index) {
        if (cursor == NONE || index < cursorIndex) {
            cursor = blocks.blocks() - 1;
            cursorIndex = 0;
        }
        while (index - cursorIndex >= blocks.count(cursor)) {
            cursorIndex += blocks.count(cursor);
            cursor--;
        }
        return blocks.end(cursor) - 1 - (index - cursorIndex);
    }

    /** Size of the level at a price; 0 if there is none. */
    long sizeAt(final long price) {
        final long key = sign * price;
        if (count == 0) {
            return 0;
        }
        final int block = blockOf(key);
        final int at = search(key, blocks.begin(block), blocks.end(block));
        return at < blocks.end(block) && blocks.keys[at] == key ? blocks.sizes[at] : 0;
    }

    /** Forgets all levels. */
    void clear() {
        blocks.clear();
        count = 0;
        cursor = NONE;
    }

    /** Whether digits are kept. To be said of a side without levels. */
    void keepDigits(final boolean keep) {
        blocks.keepDigits(keep);
    }

    /**
     * Gives a level its size.
     *
     * @param size 0 to remove it, if it is there
     * @param sent digits of price and size as they were sent, in 16 bits
     */
    void set(final long price, final long size, final int sent) {
        final long key = sign * price;
        if (count == 0) {
            if (size != 0) {
                blocks.add(0);
                insert(0, 0, key, size, sent);
            }
            return;
        }
        final int block = blockOf(key);
        final int begin = blocks.begin(block);
        final int end = blocks.end(block);
        final int at = search(key, begin, end);
        if (at < end && blocks.keys[at] == key) {
            if (size == 0) {
                blocks.takeOut(block, at - begin, 1);
                count--;
                cursor = NONE;
            } else {
                blocks.put(at, key, size, sent);
            }
        } else if (size != 0) {
            makeRoomAndInsert(block, at - begin, key, size, sent);
        }
    }

    /** The block that has a key, or would have it. */
    private int blockOf(final long key) {
        final int best = blocks.blocks() - 1;
        if (key >= blocks.lowest(best)) {
            return best;
        }
        final int hint = finger;
        if (hint < best && key >= blocks.lowest(hint) && key < blocks.lowest(hint + 1)) {
            return hint;
        }
        int block = 0;
        int length = best;
        while (length > 1) {
            final int half = length >>> 1;
            block = blocks.lowest(block + half) <= key ? block + half : block;
            length -= half;
        }
        finger = block;
        return block;
    }

    /** Place of the first key of a block that is not smaller. Without branches that depend on keys, which nobody can predict. */
    private int search(final long key, final int begin, final int end) {
        final long[] keys = blocks.keys;
        int at = begin;
        int length = end - begin;
        while (length > 1) {
            final int half = length >>> 1;
            at = keys[at + half - 1] < key ? at + half : at;
            length -= half;
        }
        return keys[at] < key ? at + 1 : at;
    }

    private void makeRoomAndInsert(final int block, final int offset, final long key, final long size, final int sent) {
        if (blocks.count(block) < LevelBlocks.SIZE) {
            insert(block, offset, key, size, sent);
        } else if (block == 0 && offset == 0) {
            blocks.add(0);
            insert(0, 0, key, size, sent);
        } else if (block == blocks.blocks() - 1 && offset == LevelBlocks.SIZE) {
            blocks.add(block + 1);
            insert(block + 1, 0, key, size, sent);
        } else {
            blocks.split(block);
            final int half = LevelBlocks.SIZE / 2;
            if (offset <= half) {
                insert(block, offset, key, size, sent);
            } else {
                insert(block + 1, offset - half, key, size, sent);
            }
        }
    }

    private void insert(final int block, final int offset, final long key, final long size, final int sent) {
        blocks.insert(block, offset, key, size, sent);
        count++;
        cursor = NONE;
    }

    /** Forgets the worst levels. */
    void truncate(final int depth) {
        while (count > depth) {
            final int number = Math.min(count - depth, blocks.count(0));
            blocks.takeOut(0, 0, number);
            count -= number;
            cursor = NONE;
        }
    }

    /** Whether prices and sizes times these fit. */
    boolean canMultiply(final long priceFactor, final long sizeFactor) {
        for (int block = 0; block < blocks.blocks(); block++) {
            for (int at = blocks.begin(block); at < blocks.end(block); at++) {
                if (!OrderBook.fits(blocks.keys[at], priceFactor) || !OrderBook.fits(blocks.sizes[at], sizeFactor)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** After a change of scale. */
    void multiply(final long priceFactor, final long sizeFactor) {
        blocks.multiply(priceFactor, sizeFactor);
    }

    /** Becomes the best levels of another. Digits are left out. */
    void copy(final SideLevels other, final int most) {
        final int number = Math.min(most, other.count);
        begin(number);
        for (int i = 0; i < number; i++) {
            fill(i, other.price(i), other.size(i));
        }
    }

    /** Makes place for levels that are then {@link #fill}ed in. */
    void begin(final int number) {
        clear();
        blocks.makeFor(number);
        count = number;
    }

    /** Fills in a level, the best one being 0. */
    void fill(final int index, final long price, final long size) {
        blocks.fill(count - 1 - index, sign * price, size, 0);
    }

    void write(final StateWriter out) {
        out.putInt(count).putBoolean(blocks.digits != null);
        for (int i = 0; i < count; i++) {
            out.putLong(price(i)).putLong(size(i));
            if (blocks.digits != null) {
                out.putInt(digits(i));
            }
        }
    }

    void read(final StateReader in) {
        begin(in.takeInt());
        keepDigits(in.takeBoolean());
        for (int i = 0; i < count; i++) {
            final long price = in.takeLong();
            final long size = in.takeLong();
            blocks.fill(count - 1 - i, sign * price, size, blocks.digits == null ? 0 : in.takeInt());
        }
    }
}
