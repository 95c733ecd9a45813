package io.millrace.feed.decode;

import java.util.Arrays;

/**
 * Numbers texts of up to {@value #LONGEST} bytes in the order in which they are added; finds them without making a string.
 *
 * <p>Thread: one. Allocation: only when it grows. Deterministic: numbers follow the order of {@link #add} alone.
 *
 * <pre>
 *   text, in words of 8 bytes        hash          slots (open addressing, linear probing, half empty)
 *  +-------+-------+-------+-------+             +------+------+------+------+
 *  | BTCUS | DT    | 0     | 0     | ──────────▶ |  -1  |  3   |  0   |  -1  |
 *  +-------+-------+-------+-------+             +------+------+------+------+
 * </pre>
 */
public final class SymbolTable {
    /** Most bytes of a text. */
    public static final int LONGEST = 32;

    /** What {@link #find} gives for a text that was not added. */
    public static final int ABSENT = -1;

    private static final int WORDS = LONGEST / Long.BYTES;
    private static final int FEW = 64;
    private static final long MIX = 0x9E37_79B9_7F4A_7C15L;

    private long[] texts = new long[FEW * WORDS];
    private int[] slots = empty(2 * FEW);
    private int size;

    /** The short text that was found last: messages of an instrument often follow each other. */
    private long lastFirst;

    private long lastSecond;
    private int last = ABSENT;

    private static int[] empty(final int length) {
        final int[] slots = new int[length];
        Arrays.fill(slots, ABSENT);
        return slots;
    }

    public int size() {
        return size;
    }

    /**
     * Number of a text, or {@link #ABSENT}.
     *
     * @param bytes  at least {@link FrameDecoder#SLACK} bytes longer than the text's end
     * @param length from 1 to {@value #LONGEST}
     */
    public int find(final byte[] bytes, final int offset, final int length) {
        final long first = Words.first(Words.at(bytes, offset), length);
        final long second = word(bytes, offset, length, 1);
        if (length > 2 * Long.BYTES) {
            return slots[slot(first, second, word(bytes, offset, length, 2), word(bytes, offset, length, 3))];
        }
        if (first != lastFirst || second != lastSecond || last == ABSENT) {
            final int found = slots[slot(first, second, 0, 0)];
            if (found == ABSENT) {
                return ABSENT;
            }
            lastFirst = first;
            lastSecond = second;
            last = found;
        }
        return last;
    }

    private static long word(final byte[] bytes, final int offset, final int length, final int index) {
        final int left = length - index * Long.BYTES;
        return left <= 0 ? 0 : Words.first(Words.at(bytes, offset + index * Long.BYTES), left);
    }

    /** The slot that holds a text, or the free one where it would go. */
    private int slot(final long first, final long second, final long third, final long fourth) {
        final int mask = slots.length - 1;
        int slot = hash(first, second, third, fourth) & mask;
        while (true) {
            final int id = slots[slot];
            if (id == ABSENT) {
                return slot;
            }
            final int at = id * WORDS;
            if (texts[at] == first && texts[at + 1] == second && texts[at + 2] == third && texts[at + 3] == fourth) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
    }

    private static int hash(final long first, final long second, final long third, final long fourth) {
        final long mixed = (((first * MIX ^ second) * MIX ^ third) * MIX ^ fourth) * MIX;
        return (int) (mixed >>> 32);
    }

    /** Adds a text that is not there yet; arguments as for {@link #find}. */
    public int add(final byte[] bytes, final int offset, final int length) {
        final int id = size++;
        if (texts.length == id * WORDS) {
            texts = Arrays.copyOf(texts, 2 * texts.length);
            slots = empty(2 * slots.length);
            for (int other = 0; other < id; other++) {
                put(other);
            }
        }
        for (int i = 0; i < WORDS; i++) {
            texts[id * WORDS + i] = word(bytes, offset, length, i);
        }
        put(id);
        return id;
    }

    private void put(final int id) {
        final int at = id * WORDS;
        slots[slot(texts[at], texts[at + 1], texts[at + 2], texts[at + 3])] = id;
    }

    /** Copies a text; what is behind it up to {@value #LONGEST} bytes becomes 0. */
    public void copy(final int id, final byte[] target) {
        for (int i = 0; i < LONGEST; i++) {
            target[i] = (byte) (texts[id * WORDS + (i >>> 3)] >>> ((i & 7) << 3));
        }
    }
}
