package io.millrace.engine.item;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;

/**
 * Reads the fields of one item in the order in which {@link FieldWriter} wrote them.
 *
 * <p>Thread: one. Allocation: none, but {@link #takeText()}. Deterministic: yes.
 */
public final class FieldReader {
    /** What fields of a spoiled item hold. */
    static final long SPOILED = 0xDEAD_BEEF_DEAD_BEEFL;

    private static final String SPOILED_TEXT = "spoiled: this item was kept beyond its call, or not filled";

    /** Null while every field reads as spoiled. */
    private DirectBuffer source;

    private int position;
    private int end;

    FieldReader wrap(final DirectBuffer buffer, final int offset, final int length) {
        source = buffer;
        position = offset;
        end = offset + length;
        return this;
    }

    /** From now on gives values that nobody meant, whatever is taken. */
    FieldReader spoiled() {
        source = null;
        return this;
    }

    /**
     * Whether fields are left: what an older version wrote may end early. Whoever reads adds fields at the end only, and gives
     * those that are missing what they are to be; the item may still hold what it was before.
     *
     * <pre>{@code
     *   trade.fee = in.hasMore() ? in.takeLong() : 0; // since version 2
     * }</pre>
     */
    public boolean hasMore() {
        return source != null && position < end;
    }

    public byte takeByte() {
        if (source == null) {
            return (byte) SPOILED;
        }
        return source.getByte(claim(Byte.BYTES));
    }

    public boolean takeBoolean() {
        return takeByte() != 0;
    }

    public int takeInt() {
        if (source == null) {
            return (int) SPOILED;
        }
        return source.getInt(claim(Integer.BYTES), ByteOrder.LITTLE_ENDIAN);
    }

    public long takeLong() {
        if (source == null) {
            return SPOILED;
        }
        return source.getLong(claim(Long.BYTES), ByteOrder.LITTLE_ENDIAN);
    }

    public double takeDouble() {
        return Double.longBitsToDouble(takeLong());
    }

    /** Reads text; allocates the string. */
    public String takeText() {
        if (source == null) {
            return SPOILED_TEXT;
        }
        final int length = source.getShort(claim(Short.BYTES), ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
        final int text = claim(length);
        final byte[] bytes = new byte[length];
        source.getBytes(text, bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Reads an item of another type into {@code reuse}, or makes a new one if items of that type are immutable. */
    public <T> T takeItem(final Codec<T> codec, final T reuse) {
        if (source == null) {
            return reuse;
        }
        final int length = takeInt();
        return codec.decode(source, claim(length), length, reuse);
    }

    /** Goes over bytes of the item, and gives where they begin: what stands behind it is none of its business. */
    private int claim(final int bytes) {
        final int at = position;
        if (bytes < 0 || bytes > end - at) {
            throw beyondEnd(bytes);
        }
        position = at + bytes;
        return at;
    }

    private IllegalStateException beyondEnd(final int bytes) {
        return new IllegalStateException("a field of " + bytes + " bytes is read where the item has " + (end - position)
                + " left: it was written by another version of its type, which has fewer fields; ask hasMore() before"
                + " reading a field that was added");
    }
}
