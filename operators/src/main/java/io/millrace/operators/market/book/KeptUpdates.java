package io.millrace.operators.market.book;

import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.operators.market.BookDelta;
import java.util.Arrays;

/**
 * Updates of a book that wait for a snapshot, one behind the other.
 *
 * <pre>
 *   message: | number of levels | first id | last id | previous id | exchange time | receive time | level | level | ...
 *   level:   | scales, digits, side | price | size |
 * </pre>
 *
 * <p>Thread: one. Allocation: for more than ever before. Deterministic: yes.
 */
final class KeptUpdates {
    private static final int FEW = 256;
    private static final int HEAD = 6;
    private static final int LEVEL = 3;
    private static final int NONE = -1;
    private static final int BYTE = 0xFF;
    private static final int SIZE_SCALE = 8;
    private static final int PRICE_SCALE = 16;
    private static final int SENT = 24;
    private static final int SENT_MASK = 0xFFFF;

    private long[] words = new long[FEW];
    private int length;
    private int open = NONE;
    private int levels;

    /** Forgets everything. */
    void clear() {
        length = 0;
        open = NONE;
        levels = 0;
    }

    boolean isEmpty() {
        return length == 0;
    }

    /** Number of levels of all messages. */
    int levels() {
        return levels;
    }

    /** Begins a message. */
    void begin(final BookDelta delta) {
        reserve(HEAD);
        open = length;
        words[length] = 0;
        words[length + 1] = delta.firstUpdateId();
        words[length + 2] = delta.lastUpdateId();
        words[length + 3] = delta.previousUpdateId();
        words[length + 4] = delta.exchangeTime();
        words[length + 5] = delta.receiveTime();
        length += HEAD;
    }

    /** Adds levels to the message that was begun. */
    void add(final BookDelta delta) {
        final int count = delta.levels();
        final long scales = (long) delta.priceScale() << PRICE_SCALE | (long) delta.sizeScale() << SIZE_SCALE;
        reserve(count * LEVEL);
        for (int level = 0; level < count; level++) {
            words[length] = (long) Checksums.sent(delta, level) << SENT | scales | (level < delta.bids() ? 1 : 0);
            words[length + 1] = delta.price(level);
            words[length + 2] = delta.size(level);
            length += LEVEL;
        }
        words[open] += count;
        levels += count;
    }

    private void reserve(final int more) {
        if (length + more > words.length) {
            words = Arrays.copyOf(words, 2 * (length + more));
        }
    }

    /** Place of the message that was begun last. */
    int newest() {
        return open;
    }

    /** Place of the message behind one; the first is at 0, and there is none at {@link #end()}. */
    int next(final int message) {
        return level(message, levels(message));
    }

    int end() {
        return length;
    }

    int levels(final int message) {
        return (int) words[message];
    }

    long firstId(final int message) {
        return words[message + 1];
    }

    long lastId(final int message) {
        return words[message + 2];
    }

    long previousId(final int message) {
        return words[message + 3];
    }

    long exchangeTime(final int message) {
        return words[message + 4];
    }

    long receiveTime(final int message) {
        return words[message + 5];
    }

    /** Place of a level of a message. */
    int level(final int message, final int index) {
        return message + HEAD + index * LEVEL;
    }

    boolean isBid(final int level) {
        return (words[level] & 1) != 0;
    }

    int priceScale(final int level) {
        return (int) (words[level] >> PRICE_SCALE) & BYTE;
    }

    int sizeScale(final int level) {
        return (int) (words[level] >> SIZE_SCALE) & BYTE;
    }

    int sent(final int level) {
        return (int) (words[level] >> SENT) & SENT_MASK;
    }

    long price(final int level) {
        return words[level + 1];
    }

    long size(final int level) {
        return words[level + 2];
    }

    void write(final StateWriter out) {
        out.putInt(length).putInt(open).putInt(levels);
        for (int i = 0; i < length; i++) {
            out.putLong(words[i]);
        }
    }

    void read(final StateReader in) {
        length = in.takeInt();
        open = in.takeInt();
        levels = in.takeInt();
        words = new long[Math.max(FEW, Integer.highestOneBit(Math.max(1, length)) << 1)];
        for (int i = 0; i < length; i++) {
            words[i] = in.takeLong();
        }
    }
}
