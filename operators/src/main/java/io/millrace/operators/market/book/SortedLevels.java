package io.millrace.operators.market.book;

/**
 * Levels sorted by a key, the best one, which is the highest, being the last: any keys, however far from each other. Where most
 * changes are, at the best ones, a level is found at once; elsewhere it is looked for where the last one was, since the levels of
 * a message come in order.
 *
 * <p>Thread: one. Allocation: for more levels than ever before. Deterministic: yes.
 */
final class SortedLevels {
    private static final int NONE = -1;

    private final LevelBlocks blocks = new LevelBlocks();
    private int count;

    /** Block of the last search behind the best block: a hint, which may be any. */
    private int finger;

    /** Block that was read last, and how many levels are better than its best; {@link #NONE} after each change. */
    private int cursor = NONE;

    private int cursorIndex;

    int count() {
        return count;
    }

    /** Whether digits are kept. To be said while there are no levels. */
    void keepDigits(final boolean keep) {
        blocks.keepDigits(keep);
    }

    boolean keepsDigits() {
        return blocks.digits != null;
    }

    /** Where a level is, the best one being 0. */
    int place(final int index) {
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

    long key(final int place) {
        return blocks.keys[place];
    }

    long size(final int place) {
        return blocks.sizes[place];
    }

    /** Digits as {@link #set} was given them; 0 if none are kept. */
    int digits(final int place) {
        return blocks.digits == null ? 0 : blocks.digits[place];
    }

    /** Size of the level with a key; 0 if there is none. */
    long sizeAt(final long key) {
        if (count == 0) {
            return 0;
        }
        final int block = blockOf(key);
        final int at = search(key, blocks.begin(block), blocks.end(block));
        return at < blocks.end(block) && blocks.keys[at] == key ? blocks.sizes[at] : 0;
    }

    void clear() {
        blocks.clear();
        count = 0;
        cursor = NONE;
    }

    /** Gives a level its size; 0 removes it, if it is there. */
    void set(final long key, final long size, final int sent) {
        if (count == 0) {
            if (size != 0) {
                addBest(key, size, sent);
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
            addBest(key, size, sent);
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

    /** Adds a level that is better than all others. */
    void addBest(final long key, final long size, final int sent) {
        int best = blocks.blocks() - 1;
        if (best < 0 || blocks.count(best) == LevelBlocks.SIZE) {
            best++;
            blocks.add(best);
        }
        insert(best, blocks.count(best), key, size, sent);
    }

    /** Forgets the best level. */
    void removeBest() {
        final int best = blocks.blocks() - 1;
        blocks.takeOut(best, blocks.count(best) - 1, 1);
        count--;
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

    /** After a change of scale. */
    void multiply(final long keyFactor, final long sizeFactor) {
        blocks.multiply(keyFactor, sizeFactor);
    }

    /** Makes place for levels that are then {@link #fill}ed in. */
    void begin(final int number) {
        clear();
        blocks.makeFor(number);
        count = number;
    }

    /** Fills in a level, the best one being 0. */
    void fill(final int index, final long key, final long size, final int sent) {
        blocks.fill(count - 1 - index, key, size, sent);
    }
}
