package io.millrace.engine.stage;

import io.millrace.engine.channel.Cells;
import io.millrace.engine.item.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Text keys of one stage: gives each text a number from 0 upward, in an open-addressed table over one block of bytes.
 *
 * <p>Thread: the stage's. Allocation: only when a text is new and the tables are full. Deterministic: numbers depend on
 * the order of arrival and decide nothing.
 */
public final class TextKeys extends KeySpace {
    /** Longest key in bytes of UTF-8. */
    public static final int MAX_LENGTH = 1_024;

    private static final long SLOT_MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final int EMPTY = -1;
    private static final int FEW = 64;
    private static final int USUAL_BYTES = 16;

    private final MutableDirectBuffer scratch = new UnsafeBuffer(new byte[MAX_LENGTH * 3]);
    private final UnsafeBuffer text = new UnsafeBuffer(new byte[FEW * USUAL_BYTES]);
    private int textEnd;
    private int[] offsets = new int[FEW];
    private int[] lengths = new int[FEW];
    private int[] hashes = new int[FEW];
    private int[] table = empty(FEW * 2);
    private String[] strings = new String[0];
    private int size;

    /** Number of a text; gives it one if it is new. */
    public long of(final CharSequence key) {
        if (key.length() > MAX_LENGTH) {
            throw tooLong(key.length());
        }
        return of(scratch, 0, Utf8.encode(key, scratch, 0));
    }

    /** Number of a text that stands as UTF-8; gives it one if it is new. */
    public long of(final DirectBuffer source, final int offset, final int length) {
        if (length > MAX_LENGTH) {
            throw tooLong(length);
        }
        int slot = slotHash(source, offset, length) & table.length - 1;
        while (table[slot] != EMPTY) {
            final int id = table[slot];
            if (sameText(id, source, offset, length)) {
                return id;
            }
            slot = slot + 1 & table.length - 1;
        }
        return add(source, offset, length, slot);
    }

    /** Where to look in the table: only here, so it may be cheaper than the hash that deals keys to parts. */
    private static int slotHash(final DirectBuffer source, final int offset, final int length) {
        long hash = length;
        int at = offset;
        final int end = offset + length;
        while (at + Long.BYTES <= end) {
            hash = (hash ^ source.getLong(at)) * SLOT_MULTIPLIER;
            hash ^= hash >>> 32;
            at += Long.BYTES;
        }
        long rest = 0;
        while (at < end) {
            rest = rest << Byte.SIZE | source.getByte(at) & 0xFF;
            at++;
        }
        hash = (hash ^ rest) * SLOT_MULTIPLIER;
        return (int) (hash >>> 32);
    }

    private boolean sameText(final int id, final DirectBuffer source, final int offset, final int length) {
        if (lengths[id] != length) {
            return false;
        }
        final int at = offsets[id];
        int i = 0;
        while (i + Long.BYTES <= length) {
            if (text.getLong(at + i) != source.getLong(offset + i)) {
                return false;
            }
            i += Long.BYTES;
        }
        while (i < length) {
            if (text.getByte(at + i) != source.getByte(offset + i)) {
                return false;
            }
            i++;
        }
        return true;
    }

    private long add(final DirectBuffer source, final int offset, final int length, final int freeSlot) {
        if (size == offsets.length) {
            grow();
            return of(source, offset, length);
        }
        if (textEnd + length > text.capacity()) {
            text.wrap(Arrays.copyOf(text.byteArray(), Math.max(text.capacity() * 2, textEnd + length)));
        }
        text.putBytes(textEnd, source, offset, length);
        offsets[size] = textEnd;
        lengths[size] = length;
        hashes[size] = KeyHash.of(source, offset, length);
        textEnd += length;
        table[freeSlot] = size;
        return size++;
    }

    private void grow() {
        offsets = Arrays.copyOf(offsets, size * 2);
        lengths = Arrays.copyOf(lengths, size * 2);
        hashes = Arrays.copyOf(hashes, size * 2);
        table = empty(size * 4);
        for (int id = 0; id < size; id++) {
            int slot = slotHash(text, offsets[id], lengths[id]) & table.length - 1;
            while (table[slot] != EMPTY) {
                slot = slot + 1 & table.length - 1;
            }
            table[slot] = id;
        }
    }

    /** Forgets all keys, keeping the room that they had. */
    public void reset() {
        size = 0;
        textEnd = 0;
        strings = new String[0];
        Arrays.fill(table, EMPTY);
    }

    private static int[] empty(final int slots) {
        final int[] table = new int[slots];
        Arrays.fill(table, EMPTY);
        return table;
    }

    private static IllegalArgumentException tooLong(final int length) {
        return new IllegalArgumentException("text key of " + length + " bytes: at most " + MAX_LENGTH);
    }

    @Override
    public int compare(final long left, final long right) {
        return Arrays.compareUnsigned(
                text.byteArray(),
                offsets[(int) left],
                offsets[(int) left] + lengths[(int) left],
                text.byteArray(),
                offsets[(int) right],
                offsets[(int) right] + lengths[(int) right]);
    }

    @Override
    public int hash(final long key) {
        return hashes[(int) key];
    }

    @Override
    public int textLength(final long key) {
        return lengths[(int) key];
    }

    @Override
    public int textOffset(final long key) {
        return offsets[(int) key];
    }

    @Override
    public DirectBuffer text() {
        return text;
    }

    @Override
    long ofCell(final DirectBuffer cell, final int offset) {
        return of(cell, Cells.keyOffset(cell, offset), Cells.keyLength(cell, offset));
    }

    /** The text of a key. Allocation: once for each key. */
    @Override
    public String describe(final long key) {
        final int id = (int) key;
        if (id >= strings.length) {
            strings = Arrays.copyOf(strings, offsets.length);
        }
        if (strings[id] == null) {
            strings[id] = new String(text.byteArray(), offsets[id], lengths[id], StandardCharsets.UTF_8);
        }
        return strings[id];
    }
}
