package io.millrace.operators.lookup;

import io.millrace.engine.stage.KeyHash;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Gives each look-up key, which is some bytes, a number from 0 upward, and takes numbers back. An open-addressed table over
 * one block of bytes, in which each number has a row.
 *
 * <pre>
 *   table: [ · | 1 | · | 0 | 2 | · ]          by hash of the bytes
 *   bytes: | row of 0 ... | row of 1 ... | row of 2 ... |
 * </pre>
 *
 * <p>Thread: the stage's. Allocation: only for more keys at a time than ever before, or longer ones. Deterministic: numbers
 * decide nothing.
 */
final class LookupKeys {
    /** No number. */
    static final int NONE = -1;

    private static final int FEW = 64;
    private static final int SHORT = 16;

    private final UnsafeBuffer bytes = new UnsafeBuffer(new byte[FEW * SHORT]);
    private int rowLength = SHORT;
    private int[] lengths = new int[FEW];
    private int[] hashes = new int[FEW];
    private int[] table = empty(FEW * 2);
    private int[] freed = new int[FEW];
    private int freedSize;
    private int used;

    /** Number of a key, or {@link #NONE}. */
    int find(final DirectBuffer source, final int offset, final int length) {
        final int hash = KeyHash.of(source, offset, length);
        final int[] slots = table;
        int slot = hash & slots.length - 1;
        while (slots[slot] != NONE) {
            final int number = slots[slot];
            if (hashes[number] == hash && lengths[number] == length && sameBytes(number, source, offset, length)) {
                return number;
            }
            slot = slot + 1 & slots.length - 1;
        }
        return NONE;
    }

    private boolean sameBytes(final int number, final DirectBuffer source, final int offset, final int length) {
        final int row = offset(number);
        int at = 0;
        while (at + Long.BYTES <= length && bytes.getLong(row + at) == source.getLong(offset + at)) {
            at += Long.BYTES;
        }
        while (at < length && bytes.getByte(row + at) == source.getByte(offset + at)) {
            at++;
        }
        return at == length;
    }

    /** Gives a key, which has none, a number. */
    int add(final DirectBuffer source, final int offset, final int length) {
        if (length > rowLength) {
            lengthenRows(length);
        }
        if (freedSize == 0 && used == lengths.length) {
            grow();
        }
        final int number = freedSize == 0 ? used++ : freed[--freedSize];
        bytes.putBytes(offset(number), source, offset, length);
        lengths[number] = length;
        hashes[number] = KeyHash.of(source, offset, length);
        insert(number);
        return number;
    }

    private void insert(final int number) {
        int slot = hashes[number] & table.length - 1;
        while (table[slot] != NONE) {
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = number;
    }

    private void lengthenRows(final int length) {
        final int longer = Integer.highestOneBit(length - 1) << 1;
        final byte[] rows = new byte[Math.multiplyExact(lengths.length, longer)];
        for (int number = 0; number < used; number++) {
            bytes.getBytes(offset(number), rows, number * longer, rowLength);
        }
        bytes.wrap(rows);
        rowLength = longer;
    }

    private void grow() {
        final int larger = lengths.length * 2;
        lengths = Arrays.copyOf(lengths, larger);
        hashes = Arrays.copyOf(hashes, larger);
        freed = Arrays.copyOf(freed, larger);
        bytes.wrap(Arrays.copyOf(bytes.byteArray(), Math.multiplyExact(larger, rowLength)));
        table = empty(larger * 2);
        for (int number = 0; number < used; number++) {
            insert(number);
        }
    }

    /** Takes a number back; it may be given to another key. */
    void remove(final int number) {
        int hole = hashes[number] & table.length - 1;
        while (table[hole] != number) {
            hole = hole + 1 & table.length - 1;
        }
        // Whatever was pushed on by what stood here moves up, so that no search ends too early.
        int slot = hole + 1 & table.length - 1;
        while (table[slot] != NONE) {
            final int home = hashes[table[slot]] & table.length - 1;
            if ((slot - home & table.length - 1) >= (slot - hole & table.length - 1)) {
                table[hole] = table[slot];
                hole = slot;
            }
            slot = slot + 1 & table.length - 1;
        }
        table[hole] = NONE;
        freed[freedSize++] = number;
    }

    /** Bytes of all keys. */
    DirectBuffer bytes() {
        return bytes;
    }

    /** Where the bytes of a key stand in {@link #bytes()}. */
    int offset(final int number) {
        return number * rowLength;
    }

    int length(final int number) {
        return lengths[number];
    }

    /** Forgets all keys, keeping the room that they had. */
    void reset() {
        Arrays.fill(table, NONE);
        freedSize = 0;
        used = 0;
    }

    private static int[] empty(final int slots) {
        final int[] table = new int[slots];
        Arrays.fill(table, NONE);
        return table;
    }
}
