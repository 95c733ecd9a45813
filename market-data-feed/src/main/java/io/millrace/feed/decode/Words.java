package io.millrace.feed.decode;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at a time: text is read in words, whose lowest byte is the first character.
 *
 * <p>Thread: any. Allocation: none. Deterministic: yes.
 */
public final class Words {
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle HALF = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle PAIR = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    static final long LOW_BITS = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;
    static final long ZEROS = 0x3030_3030_3030_3030L;
    private static final long SIX_ABOVE = 0x0606_0606_0606_0606L;
    static final long HIGH_HALVES = 0xF0F0_F0F0_F0F0_F0F0L;

    private Words() {}

    /** The eight bytes from an index. */
    public static long at(final byte[] bytes, final int index) {
        return (long) WORD.get(bytes, index);
    }

    /** The four bytes from an index. */
    public static int halfAt(final byte[] bytes, final int index) {
        return (int) HALF.get(bytes, index);
    }

    /** The two bytes from an index. */
    public static short pairAt(final byte[] bytes, final int index) {
        return (short) PAIR.get(bytes, index);
    }

    /** Two ASCII characters, as {@link #pairAt} reads them. */
    public static short pair(final char first, final char second) {
        return (short) (first | second << Byte.SIZE);
    }

    /** The word of a text of at most eight ASCII characters; what is missing is 0. */
    public static long of(final String text) {
        long word = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            word = word << Byte.SIZE | text.charAt(i);
        }
        return word;
    }

    /** Keeps the first bytes of a word and clears the rest. */
    public static long first(final long word, final int count) {
        return count >= Long.BYTES ? word : word & (1L << (count << 3)) - 1;
    }

    /** Ones in the last bytes, zeros in the others. */
    static long last(final int count) {
        return count == 0 ? 0 : -1L << (Long.BYTES - count << 3);
    }

    /** A word with this byte in all places. */
    public static long fill(final char value) {
        return value * LOW_BITS;
    }

    /** Marks the bytes that equal those of the pattern; what is above the lowest mark may be marked wrongly. */
    static long equal(final long word, final long pattern) {
        final long difference = word ^ pattern;
        return difference - LOW_BITS & ~difference & HIGH_BITS;
    }

    /** Index of the byte with the lowest mark, or 8 if there is none. */
    static int lowest(final long marks) {
        return Long.numberOfTrailingZeros(marks) >>> 3;
    }

    /** Index of the first byte that equals those of a pattern of {@link #fill}, or 8. */
    public static int indexOf(final long word, final long pattern) {
        return lowest(equal(word, pattern));
    }

    /** Marks the bytes that are no digits. */
    static long notDigits(final long word) {
        // A digit has a 3 in its upper half, and keeps it when six is added. A carry can only come from a byte above
        // 0xF9, which is marked itself; what is above the lowest mark does not matter.
        return (word & HIGH_HALVES ^ ZEROS) | (word + SIX_ABOVE & HIGH_HALVES ^ ZEROS);
    }

    /** Whether the first {@code count} bytes of a word, one to eight, are digits. */
    static boolean areDigits(final long word, final int count) {
        return notDigits(word) << (Long.BYTES - count << 3) == 0;
    }

    /** The number that the first {@code count} bytes of a word spell; they are digits, one to eight. */
    static long number(final long word, final int count) {
        return number((word ^ ZEROS) << (Long.BYTES - count << 3));
    }

    /** The number of eight digits, each a byte from 0 to 9: digits become pairs, these fours, and these the number. */
    static long number(final long digits) {
        final long pairs = digits * (1 + (10 << 8)) >>> 8 & 0x00FF_00FF_00FF_00FFL;
        final long fours = pairs * (1 + (100 << 16)) >>> 16 & 0x0000_FFFF_0000_FFFFL;
        return fours * (1 + (10_000L << 32)) >>> 32;
    }

    /** Turns words of eight digits, each a byte from 0 to 9, into numbers. */
    static void numbers(final long[] words, final int from, final int to) {
        for (int i = from; i < to; i++) {
            words[i] = number(words[i]);
        }
    }
}
